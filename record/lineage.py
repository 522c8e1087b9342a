"""From a figure back to the cells it came from: inputs, file, sheet, cell, version, uploader, queries answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.seen import HiddenFigure, Input, SeenResult
from programme.access import Deed, Person, demand, may
from programme.figure import Figure, Source
from programme.period_figure import PeriodFigure
from programme.published import Published
from programme.submission import Answered, Version
from programme.symbols import Status
from record.records import Records
from store.database import Database
from store.returns.facts import values_ever
from store.returns.versions import answered


@dataclass(frozen=True, slots=True)
class Origin:
    """One input of a figure and where it stands.

    `number` is None where the input is a symbol and where it is `hidden`; `version` where no return brought it; `answered`
    where whoever asks is not told of queries.
    """

    used: Input
    number: float | None
    hidden: bool
    source: Source
    status: Status
    version: Version | None
    answered: tuple[Answered, ...] | None = ()


@dataclass(frozen=True, slots=True)
class Former:
    """What one version made of an input that now says `used`: the figure it set (None where it took it back).

    `number` is None where that is a symbol and where it is `hidden`.
    """

    used: Figure | HiddenFigure
    set: Figure | None
    number: float | None
    hidden: bool
    version: Version


def lineage(result: SeenResult, records: Records, database: Database, person: Person) -> list[Origin]:
    """Every input of a result, in the order of its formula, without the numbers of those that are hidden.

    The queries that were answered for them quote figures: they are given to who may see them, and to nobody else.
    """
    returned = (used for used in result.inputs if isinstance(used, Figure | PeriodFigure))
    numbers = {used.source.version for used in returned if used.source.version}
    quoted = may(person, Deed.SEE_VERSIONS)
    queries = {number: answered(database, number, person) for number in sorted(numbers)} if quoted else None
    return [_origin(used, records, queries) for used in result.inputs]


def _origin(used: Input, records: Records, queries: dict[int, list[Answered]] | None) -> Origin:
    kept, number = isinstance(used, HiddenFigure), used.value
    if isinstance(used, Published):
        source = Source(used.file, used.source, f"row {used.row}")
        return Origin(used, number, kept, source, Status.FINAL, None, None if queries is None else ())
    source = used.source
    own = None if queries is None else tuple(each for each in queries.get(source.version, ()) if _about(each, used))
    return Origin(used, number, kept, source, used.status, records.version(source.version), own)


def _about(query: Answered, used: Figure) -> bool:
    return query.finding.sheet == used.source.sheet and query.finding.cell in ("", used.source.ref)


def former_values(result: SeenResult, hidden: bool, database: Database, person: Person) -> list[Former]:
    """Every value that the inputs of a result ever had, oldest first, for those that ever changed.

    What a hidden figure was before betrays what it is: raises NotAllowed for whoever may not see versions.
    """
    demand(person, Deed.SEE_VERSIONS)
    returned = [used for used in result.inputs if isinstance(used, Figure | HiddenFigure) and used.source.version]
    ever = values_ever(database, {used.key for used in returned})
    changed = [used for used in returned if len(ever[used.key]) > 1]
    return [_former(used, figure, hidden, version) for used in changed for version, figure in ever[used.key]]


def _former(used: Figure | HiddenFigure, figure: Figure | None, hidden: bool, version: Version) -> Former:
    kept = hidden and figure is not None and figure.value is not None
    return Former(used, figure, None if kept or figure is None else figure.value, kept, version)


def originals(origins: Iterable[Origin]) -> dict[int, str]:
    """The versions whose files can be downloaded, each with its file's name."""
    return {each.version.number: each.source.file for each in origins if each.version is not None}
