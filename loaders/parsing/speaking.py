"""What a return speaks for: the sheets with rows, and those of which the Cover says that there are none any more."""

from collections.abc import Callable, Iterable, Iterator

from loaders.forms.layouts import standard
from loaders.parsing.parsed import ParsedReturn
from programme.parts import FIGURES, Part, Parts, Says
from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT, assessments_in
from programme.sheets.commentary import COMMENTARY, commentary_in
from programme.sheets.events import EVENTS
from programme.sheets.form import FormSheet
from programme.sheets.typed import plain
from programme.sheets.written import Row, rows_of

_TELLING: dict[str, Callable[[Iterable[Row]], list]] = {ASSESSMENT.name: assessments_in, COMMENTARY.name: commentary_in}
"""Of these sheets a row may name what it is about and say nothing of it."""


def line_says(parsed: ParsedReturn, sheet: str) -> Says | None:
    """What the Cover says of a sheet; None where it has no line for it, a blank one, or another answer."""
    field = parsed.fields.get(sheet)
    typed = plain(field.text) if field else ""
    return Says(typed) if typed in set(Says) else None


def rows_typed(parsed: ParsedReturn, form: FormSheet) -> list[Row]:
    """The rows of a sheet of words that say something; found once."""
    return parsed.worked_out(_telling_rows, form)


def _telling_rows(parsed: ParsedReturn, form: FormSheet) -> list[Row]:
    quarter = parsed.cover.quarter if parsed.cover else None
    rows = (row for row in rows_of(parsed.entries_on(form.name), form.name, quarter) if row.has_needed(form))
    telling = _TELLING.get(form.name)
    return [row for row in rows if telling is None or not row.quarter or telling([row])]


def speaks(parsed: ParsedReturn, form: FormSheet) -> bool:
    """Whether a sheet of words says anything: a sheet without rows leaves what stands, unless the Cover empties it."""
    said = line_says(parsed, form.name)
    return said is Says.NONE or (said is not Says.LEFT and bool(rows_typed(parsed, form)))


def parts_spoken(parsed: ParsedReturn) -> Parts:
    """Every part that a return with a cover speaks for."""
    words = (form for form in standard.WRITTEN if speaks(parsed, form))
    return frozenset([*_figures(parsed), *(part for form in words for part in _words(parsed, form))])


def _figures(parsed: ParsedReturn) -> Iterator[Part]:
    for row in parsed.rows:
        if row.value_cell and row.measure and row.quarter:
            yield Part(FIGURES, row.measure.organisation, row.quarter, row.measure.workstream)


def _words(parsed: ParsedReturn, form: FormSheet) -> Iterator[Part]:
    cover = parsed.cover
    quarters = {cover.quarter} if cover.quarter else {_quarter(row, form) for row in rows_typed(parsed, form)}
    for quarter in filter(None, quarters):
        for stream in cover.workstreams:
            yield Part(form.name, cover.organisation, quarter, stream)


def _quarter(row: Row, form: FormSheet) -> Quarter | None:
    """The quarter of a row in a history workbook: its own, or that of its day."""
    return row.quarter if form.quarterly else Quarter.containing(row[EVENTS.date])
