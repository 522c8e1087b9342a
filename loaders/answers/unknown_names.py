"""Names in a return that are nothing of ours, or may be several things: what whoever hands it in is asked to say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.forms.layouts import standard
from loaders.layouts.mapped import NameLeftOut
from loaders.naming import naming
from loaders.parsing.parsed import ParsedReturn
from loaders.reading.workbook import Typed
from loaders.rules.words import nearest
from programme.aliases import Thing
from programme.names import Naming, plainly


@dataclass(frozen=True, slots=True)
class UnknownName:
    """What is typed where a thing of a kind is named, the first place where it stands, and the id of what is meant most
    probably; None where nothing is near."""

    kind: Thing
    typed: str
    place: str
    probably: str | None


def unknown_names(parsed: ParsedReturn | None, left_out: Iterable[NameLeftOut] = ()) -> tuple[UnknownName, ...]:
    """Each of them once, in the order of the return; after them those that a layout left out of a file."""
    names = parsed.naming if parsed else naming()
    first: dict[tuple[Thing, str], NameLeftOut] = {}
    for each in (*(_typed(parsed) if parsed else ()), *left_out):
        if plainly(each.typed):
            first.setdefault((each.kind, plainly(each.typed)), each)
    return tuple(
        UnknownName(each.kind, each.typed, each.place, _probably(each.kind, each.typed, names)) for each in first.values()
    )


def _typed(parsed: ParsedReturn) -> Iterator[NameLeftOut]:
    for kind, place, cell in _cells(parsed):
        if cell and parsed.naming.one(kind, cell.text) is None:
            yield NameLeftOut(kind, cell.text.strip(), f"{place}!{cell.ref}")


def _cells(parsed: ParsedReturn) -> Iterator[tuple[Thing, str, Typed | None]]:
    for label, kind in ((standard.ORGANISATION.label, Thing.ORGANISATION), (standard.STATUS.label, Thing.STATUS)):
        yield kind, standard.COVER, parsed.fields[label].typed if label in parsed.fields else None
    for row in parsed.rows:  # a layout may say what a name means that is nothing of ours
        yield Thing.MEASURE, row.sheet, row.measure_cell if row.measure is None else None
        yield Thing.AREA, row.sheet, row.area_cell if row.area is None else None


def _probably(kind: Thing, typed: str, naming: Naming) -> str | None:
    if several := naming.meant(kind, typed):
        return several[0]
    own = {name: of for of, names in naming.own[kind].items() for name in names}
    return own.get(nearest(typed, own) or "")
