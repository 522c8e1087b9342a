"""From a figure back to the cells it came from: inputs, file, sheet, cell, version, uploader, queries answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from disclosure.rule import Hidden
from programme.figure import Figure
from programme.measures import measures
from programme.moment import time_text
from programme.published import Published
from programme.submission import Answered, Version
from record.records import Records
from reports.language.numbers import number_text
from reports.progress.readings import Reading
from store.database import Database
from store.facts import values_ever
from store.versions import answered


@dataclass(frozen=True, slots=True)
class Step:
    """One input of a figure: what it says and where it stands. `version` is None for a figure that no return brought."""

    used: Figure | Published
    value: str
    file: str
    sheet: str
    ref: str
    status: str
    version: Version | None
    answered: tuple[Answered, ...] = ()

    @property
    def what(self) -> str:
        """What the input counts."""
        return self.used.title if isinstance(self.used, Published) else measures()[self.used.measure].description

    @property
    def covers(self) -> str:
        """The area and the time it is for."""
        if isinstance(self.used, Published):
            return f"{self.used.area}, {self.used.period_basis} {self.used.period}"
        return f"{self.used.area.name}, {self.used.quarter}"


@dataclass(frozen=True, slots=True)
class Former:
    """One value that an input ever had: the version that set it, or took it back (`value` says so)."""

    what: str
    value: str
    cell: str
    version: Version


def lineage(reading: Reading, records: Records, database: Database) -> list[Step]:
    """Every input of the reading, in the order of its formula. Values are hidden where the reading is."""
    hidden = isinstance(reading.shown, Hidden)
    numbers = {used.source.version for used in reading.result.inputs if isinstance(used, Figure) and used.source.version}
    queries = {number: answered(database, number) for number in sorted(numbers)}
    return [_step(used, records, queries, hidden) for used in reading.result.inputs]


def _step(used: Figure | Published, records: Records, queries: dict[int, list[Answered]], hidden: bool) -> Step:
    value = _value(used, hidden)
    if isinstance(used, Published):
        return Step(used, value, used.file, used.source, f"row {used.row}", "final", None)
    source = used.source
    own = tuple(each for each in queries.get(source.version, ()) if _about(each, used))
    return Step(used, value, source.file, source.sheet, source.ref, str(used.status), records.version(source.version), own)


def _value(used: Figure | Published, hidden: bool) -> str:
    if used.value is None:
        return str(used.symbol or "")
    return "c" if hidden else number_text(used.value, 0 if float(used.value).is_integer() else 1)


def _about(each: Answered, used: Figure) -> bool:
    return each.finding.sheet == used.source.sheet and each.finding.cell in ("", used.source.ref)


def former_values(reading: Reading, database: Database) -> list[Former]:
    """Every value that the reading's inputs ever had, oldest first, for those that ever changed."""
    hidden = isinstance(reading.shown, Hidden)
    found = []
    for used in reading.result.inputs:
        if isinstance(used, Figure) and used.source.version:
            history = values_ever(database, *used.key)
            if len(history) > 1:
                found += [_former(used, version, figure, hidden) for version, figure in history]
    return found


def _former(used: Figure, version: Version, figure: Figure | None, hidden: bool) -> Former:
    what = f"{measures()[used.measure].description}, {used.area.name}, {used.quarter}"
    if figure is None:
        return Former(what, "taken back", "", version)
    return Former(what, _value(figure, hidden), f"{figure.source.file} {figure.source}", version)


def lineage_table(steps: Iterable[Step]) -> pd.DataFrame:
    """The steps as a table, one row per input."""
    return pd.DataFrame(
        [
            {
                "What is counted": step.what,
                "For": step.covers,
                "Value": step.value,
                "File": step.file or "none",
                "Sheet": step.sheet,
                "Cell": step.ref,
                "Status": step.status,
                "Version": str(step.version.number) if step.version else "",
                "Accepted": _accepted(step.version) if step.version else "",
                "Queries answered": "; ".join(f"{each.finding.message} Reason: {each.reason}" for each in step.answered)
                or "none",
            }
            for step in steps
        ]
    )


def former_table(found: Iterable[Former]) -> pd.DataFrame:
    """Every value, with the version that set it."""
    return pd.DataFrame(
        [
            {
                "What is counted": each.what,
                "Value": each.value,
                "Cell": each.cell,
                "Version": str(each.version.number),
                "Accepted": _accepted(each.version),
                "Why": each.version.reason or "no reason was given",
            }
            for each in found
        ]
    )


def _accepted(version: Version) -> str:
    return f"{time_text(version.accepted_at)} by {version.accepted_by}"


def cells_text(reading: Reading) -> str:
    """The cells in one line: `history.xlsx version 1: History!F12, History!F13`; empty without any."""
    places = [_place(used) for used in reading.result.inputs]
    return "; ".join(
        f"{file}: {', '.join(cell for _, cell in own)}" for file, own in groupby(places, key=lambda place: place[0])
    )


def _place(used: Figure | Published) -> tuple[str, str]:
    """The file with its version, and the cell."""
    if isinstance(used, Published):
        return used.file, f"row {used.row}"
    source = used.source
    if source.version is None:
        return source.sheet, source.ref
    return f"{source.file} version {source.version}", str(source)


def originals(steps: Iterable[Step]) -> dict[int, str]:
    """The versions whose files can be downloaded, each with its file's name."""
    return {step.version.number: step.file for step in steps if step.version is not None}
