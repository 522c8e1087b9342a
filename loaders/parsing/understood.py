"""What was understood where it is not written as the form writes it: said to whoever hands the return in."""

from collections.abc import Iterator

from loaders.forms.layouts import standard
from loaders.parsing.parsed import FigureRow, ParsedReturn
from loaders.reading.workbook import Typed
from programme.aliases import Thing
from programme.names import plainly
from programme.period_typed import quarter_read


def understood(parsed: ParsedReturn) -> tuple[str, ...]:
    """A sentence for each thing, once, with the first cell it stands in: `Cover!B4: “Q3 2024/25” was read as 2024/25 Q3.`"""
    first: dict[str, str] = {}
    for place, typed, meant in (*_quarters(parsed), *_organisation(parsed), *_names(parsed)):
        first.setdefault(f"“{typed.strip()}” was read as {meant}", place)
    return tuple(f"{place}: {note}." for note, place in first.items())


Understood = Iterator[tuple[str, str, object]]
"""Where something stands, how it is written there, and what it was read as."""


def _quarters(parsed: ParsedReturn) -> Understood:
    field = parsed.fields.get(standard.QUARTER.label)
    if field and field.text and parsed.kind == "standard":
        yield from _quarter(f"{standard.COVER}!{field.ref}", field.text)
    over = {row.quarter_cell.ref: row for row in parsed.rows if row.quarter_cell} if parsed.kind == "history" else {}
    for ref, row in over.items():
        yield from _quarter(f"{row.sheet}!{ref}", row.quarter_cell.text)


def _quarter(place: str, typed: str) -> Understood:
    quarter, read = quarter_read(typed)
    if quarter and read.note:
        yield place, typed, quarter


def _organisation(parsed: ParsedReturn) -> Understood:
    field = parsed.fields.get(standard.ORGANISATION.label)
    meant = parsed.naming.one(Thing.ORGANISATION, field.text) if field else None
    if meant and plainly(field.text) != plainly(meant):
        yield f"{standard.COVER}!{field.ref}", field.text, meant


def _names(parsed: ParsedReturn) -> Understood:
    for row in {row.row: row for row in parsed.rows}.values():  # in a history workbook there is one for each quarter
        if row.measure:
            yield from _name(parsed, row, row.measure_cell, (row.measure.id, row.measure.description))
        if row.area:
            yield from _name(parsed, row, row.area_cell, (row.area.name,))


def _name(parsed: ParsedReturn, row: FigureRow, cell: Typed, own: tuple[str, ...]) -> Understood:
    """A name that is not the thing's own, its id and its description."""
    if plainly(cell.text) not in map(plainly, own):
        yield f"{row.sheet}!{cell.ref}", cell.text, own[0]
