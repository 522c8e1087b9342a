"""Names in a return that are nothing of ours, or may be several things: what whoever hands it in is asked to say."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.forms.layouts import standard
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


def unknown_names(parsed: ParsedReturn) -> tuple[UnknownName, ...]:
    """Each of them once, in the order of the return."""
    first: dict[tuple[Thing, str], tuple[str, str]] = {}
    for kind, place, cell in _cells(parsed):
        if cell and plainly(cell.text) and parsed.naming.one(kind, cell.text) is None:
            first.setdefault((kind, plainly(cell.text)), (cell.text.strip(), f"{place}!{cell.ref}"))
    return tuple(
        UnknownName(kind, typed, place, _probably(kind, typed, parsed.naming)) for (kind, _), (typed, place) in first.items()
    )


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
