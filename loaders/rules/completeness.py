"""Stage 3, completeness: every row is about something known, stands there once, and none that is due is missing."""

from collections.abc import Iterator

from loaders.forms.layouts import standard
from loaders.forms.layouts.history import HISTORY
from loaders.forms.layouts.standard import AREA, MEASURE
from loaders.parsing.parsed import FigureRow
from loaders.reading.workbook import Typed
from loaders.rules.case import Case, titled
from loaders.rules.rule import Fault, Need, Stage, rule
from loaders.rules.words import nearest, quarter_meant, said, symbols_offered
from plumbing.listed import named_list
from programme.areas import DISTRICTS, PROGRAMME_AREAS, Area
from programme.finding import Severity
from programme.measures import Measure, due_measures, measures
from programme.moment import day_text
from programme.sheets.form import FormColumn
from programme.sheets.typed import plain


def _names(areas: tuple[Area, ...]) -> list[str]:
    return [area.name for area in areas]


def _collected_for(measure: Measure) -> str:
    """`Kent and its districts` in few words."""
    if set(DISTRICTS) <= set(measure.areas):
        return named_list([*_names(tuple(area for area in measure.areas if area not in DISTRICTS)), "the districts"])
    return named_list(_names(measure.areas))


def _typed(cell: Typed | None) -> str:
    return cell.text.strip() if cell else ""


def _blank(case: Case, row: FigureRow, column: FormColumn) -> str:
    """The cell of `row` in a column of its sheet, where nothing was typed."""
    above = next(cell.ref for cell in case.parsed.headings[row.sheet] if plain(cell.text) in column.keys)
    return f"{above.rstrip('0123456789')}{row.row}"


@rule(Stage.COMPLETENESS, Severity.ERROR)
def measure_unknown(case: Case) -> Iterator[Fault]:
    """A figure under a name that nobody knows would be lost without a word."""
    for row in case.rows:
        if row.measure is None:
            typed = _typed(row.measure_cell)
            cell = row.measure_cell.ref if row.measure_cell else _blank(case, row, MEASURE)
            yield Fault(
                row.sheet, cell, said(f"{MEASURE} must be one of those in the blank form", typed, nearest(typed, measures()))
            )


@rule(Stage.COMPLETENESS, Severity.ERROR)
def area_unknown(case: Case) -> Iterator[Fault]:
    """A figure for a misspelt district would be lost, and the district's own would look missing."""
    for row in case.rows:
        if row.area is None:
            typed = _typed(row.area_cell)
            cell = row.area_cell.ref if row.area_cell else _blank(case, row, AREA)
            meant = nearest(typed, _names(PROGRAMME_AREAS))
            yield Fault(row.sheet, cell, said(f"{AREA} must be one of Kent's areas", typed, meant))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def quarter_unknown(case: Case) -> Iterator[Fault]:
    """A column of a history workbook belongs to the quarter in its heading and to no other."""
    for row in case.rows if case.many_quarters else ():
        if row.quarter is None:
            cell, typed = row.quarter_cell.ref if row.quarter_cell else row.value_ref, _typed(row.quarter_cell)
            holds = "A heading must be a quarter, written like 2021/22 Q3"
            yield Fault(row.sheet, cell, said(holds, typed, quarter_meant(typed)))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def quarter_not_over(case: Case) -> Iterator[Fault]:
    """Figures for a quarter that has not ended cannot be known: the heading is wrong."""
    for row in case.rows if case.many_quarters else ():
        if row.quarter and row.quarter.end >= case.today:
            holds = f"A quarter must have ended before today, {day_text(case.today)}"
            yield Fault(row.sheet, row.quarter_cell.ref, said(holds, row.quarter))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def measure_not_collected(case: Case) -> Iterator[Fault]:
    """What the system works out from its own records must not be typed beside it: there would be two answers."""
    given = {"return", "layout"} if case.parsed.by_layout else {"return"}
    for row in case.rows:
        if row.measure and row.measure.collected not in given and row.value_cell:
            holds = f"{MEASURE} must be one that returns carry: this one is worked out from the records, leave the row out"
            yield Fault(row.sheet, row.measure_cell.ref, said(holds, row.measure.id))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def area_not_collected(case: Case) -> Iterator[Fault]:
    """A measure that is only counted for Kent has no figure for a district, whatever was typed there."""
    for row in case.rows:
        if row.measure and row.area and row.area not in row.measure.areas:
            holds = f"{titled(row.measure)} must be given for {_collected_for(row.measure)} only: take the row out"
            yield Fault(row.sheet, row.area_cell.ref, said(holds, row.area.name))


@rule(Stage.COMPLETENESS, Severity.ERROR, needs=[Need.WORKSTREAM])
def row_outside_cover(case: Case) -> Iterator[Fault]:
    """A row of another workstream is in the wrong workbook, or the cover is that of another return."""
    streams = case.answers.workstreams
    if case.many_quarters:
        return
    for row in case.rows:
        if row.measure and row.measure.workstream not in streams:
            field = case.parsed.fields.get(standard.WORKSTREAM.label)
            says = f" ({standard.COVER}!{field.ref})" if field else ""
            carried = f"workstream {named_list(streams)}"
            own = f"workstream {row.measure.workstream}"
            holds = f"{MEASURE} must belong to {carried}, as the cover says{says}: this one belongs to {own}"
            yield Fault(row.sheet, row.measure_cell.ref, said(holds, row.measure.id))


@rule(Stage.COMPLETENESS, Severity.QUERY)
def measure_not_due(case: Case) -> Iterator[Fault]:
    """An annual figure in another quarter than its own is usually last year's, typed again."""
    for row in case.rows:
        measure, quarter = row.measure, row.quarter if case.many_quarters or case.cover else None
        if (
            measure
            and row.area
            and quarter
            and row.value_cell
            and measure.collected == "return"
            and not measure.due(quarter)
        ):
            until = f"to {measure.last_quarter}" if measure.last_quarter else "on"
            due = f"{named_list([f'Q{number}' for number in measure.due_in])}, from {measure.first_quarter} {until}"
            holds = f"{case.subject(row)} must be given in {due}, and is not due in {quarter}"
            yield Fault(row.sheet, row.value_ref, said(holds, row.value_cell.text))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def duplicate_row(case: Case) -> Iterator[Fault]:
    """Two rows for one figure: nobody can say which of them counts."""
    for row in case.rows:
        if not (row.measure and row.area) or (case.many_quarters and row.quarter is None):
            continue
        first = case.understood[row.measure.id, row.area.code, row.quarter]
        if first is not row:
            holds = f"{case.subject(row)} must stand in one row only: it is in {first.sheet}!{first.value_ref} too"
            yield Fault(row.sheet, row.value_ref, said(holds, _typed(row.value_cell)))


def _due(case: Case) -> Iterator[tuple[Measure, Area]]:
    """What this return must carry. Figures of another organisation are due as soon as it carries any of them.

    So one organisation can answer for a workstream alone, and a joint return must be whole.
    """
    if case.quarter is None or case.words_alone:
        return
    given = {
        (row.measure.workstream, row.measure.organisation) for row in case.parsed.rows if row.measure and row.value_cell
    }
    for measure in due_measures(case.quarter, case.answers.workstreams):
        if measure.organisation == case.answers.organisation or (measure.workstream, measure.organisation) in given:
            yield from ((measure, area) for area in measure.areas)


def _meant(row: FigureRow) -> tuple[str | None, str | None]:
    """The measure id and area name that a row has, or is nearest to where they are misspelt."""
    measure = row.measure.id if row.measure else nearest(_typed(row.measure_cell), measures())
    area = row.area.name if row.area else nearest(_typed(row.area_cell), _names(PROGRAMME_AREAS))
    return measure, area


@rule(Stage.COMPLETENESS, Severity.ERROR, needs=[Need.QUARTER, Need.WORKSTREAM])
def row_missing(case: Case) -> Iterator[Fault]:
    """A row left out is not a zero: the figure is either given or has a symbol that says why not.

    A form from before a measure was asked for has no row to leave out; its figure then stands as not returned.
    """
    present = {_meant(row) for row in case.parsed.rows}
    for measure, area in _due(case):
        if (measure.id, area.name) not in present and measure.in_every_form(case.quarter):
            row = f"{titled(measure)}, {area.name} ({measure.id})"
            holds = f"{standard.FIGURES.name} must have a row for {row}: copy it from the blank form"
            yield Fault(standard.FIGURES.name, "", said(holds, "no such row"))


@rule(Stage.COMPLETENESS, Severity.ERROR, needs=[Need.QUARTER, Need.WORKSTREAM])
def value_missing(case: Case) -> Iterator[Fault]:
    """A blank says nothing: it may be zero, unknown or forgotten."""
    due = {(measure.id, area.code) for measure, area in _due(case)}
    for row in case.understood.values():
        if row.value_cell is None and (row.measure.id, row.area.code) in due:
            holds = f"{case.subject(row)} must be a number, or {symbols_offered(row.measure)}"
            yield Fault(row.sheet, row.value_ref, said(holds, ""))


@rule(Stage.COMPLETENESS, Severity.ERROR)
def no_figures(case: Case) -> Iterator[Fault]:
    """A history workbook without a figure or of words changes nothing: the wrong file, or the wrong sheet filled."""
    if case.parsed.kind == "history" and not case.parsed.rows and not any(True for _ in case.written(*standard.WRITTEN)):
        yield Fault(HISTORY.name, "", said(f"{HISTORY.name} must hold at least one figure under a quarter", ""))
