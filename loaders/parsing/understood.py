"""What was understood where it is not written as the form writes it: said to whoever hands the return in."""

from collections.abc import Iterator

from loaders.forms.layouts import standard
from loaders.parsing.parsed import ParsedReturn
from programme.period_typed import quarter_read


def understood(parsed: ParsedReturn) -> tuple[str, ...]:
    """A sentence for each thing, once, with the first cell it stands in: `Cover!B4: “Q3 2024/25” was read as 2024/25 Q3.`"""
    first: dict[str, str] = {}
    for place, note in _quarters(parsed):
        first.setdefault(note, place)
    return tuple(f"{place}: {note}." for note, place in first.items())


def _quarters(parsed: ParsedReturn) -> Iterator[tuple[str, str]]:
    field = parsed.fields.get(standard.QUARTER.label)
    if field and field.text and parsed.kind == "standard":
        yield from _noted(f"{standard.COVER}!{field.ref}", field.text)
    for row in parsed.rows if parsed.kind == "history" else ():
        if row.quarter_cell:
            yield from _noted(f"{row.sheet}!{row.quarter_cell.ref}", row.quarter_cell.text)


def _noted(place: str, typed: str) -> Iterator[tuple[str, str]]:
    quarter, read = quarter_read(typed)
    if quarter and read.note:
        yield place, f"“{typed.strip()}” was read as {quarter}"
