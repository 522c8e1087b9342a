"""Writes the blank forms from the definitions of the measures: nothing in them is typed by hand."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.comments import Comment

from loaders.forms import appearance as look
from loaders.forms.filling import cell_value, fill, fill_sheet
from loaders.forms.forward import Forward
from loaders.forms.layout import CoverLine
from loaders.forms.layouts import history, standard
from loaders.forms.saving import save
from programme.figure import Facts
from programme.measures import Measure, due_measures, measures
from programme.parts import Says
from programme.quarter import Quarter
from programme.sheets.form import FormColumn
from programme.sheets.holds import NUMBER
from programme.submission import Cover
from programme.symbols import MEANING, Status
from programme.workstreams import organisations, workstreams

__all__ = ["fill", "fill_sheet", "history_form", "save", "standard_form"]

CoverAnswers = Mapping[CoverLine, object]
"""What is answered on the Cover, line by line."""

_HOW_TO = (
    "Fill in the yellow cells of the sheet Figures: one number for each measure and area.",
    "Point at a measure with a red corner to see its definition and the symbols that it allows.",
    "Where there is no number, type the reason in Value: " + ", ".join(f"{each} {MEANING[each]}" for each in MEANING) + ".",
    "0 means that there were none. It is never the same as a blank, and a blank is not accepted.",
    "Leave Status blank where the status above applies; choose another where one figure differs.",
    "Write percentages as numbers from 0 to 100, without the sign. Write roles and never people's names.",
    "The other sheets are for words. What is typed there is kept with the return.",
)
_HOW_TO_LEAVE = f"A sheet without rows leaves what was accepted as it is. To empty one, say above that there is {Says.NONE}."
COVER_WIDTHS = (18, 42, 88)  # of the columns of the Cover, in characters
_FIRST_LINE = 4


def standard_form(
    quarter: Quarter,
    streams: tuple[int, ...],
    *,
    previous: Facts | None = None,
    answers: Cover | None = None,
    organisation: str = "",
    forward: Forward | None = None,
) -> Workbook:
    """The standard return of `streams` for `quarter`: blank figures, beside them those of the quarter before, and the words
    that it brings forward. With the rows of one organisation, where it is named."""
    due, brought = due_measures(quarter, streams, organisation), forward or Forward()
    form = _new_form(f"Quarterly return, {quarter}", quarter)
    typed = {standard.QUARTER: str(quarter), standard.WORKSTREAM: _streams_written(streams)}
    typed |= {line: (Says.LEFT if line.label in brought.left else Says.REPLACED).value for line in standard.PARTS}
    guidance = {standard.WORKSTREAM: ". ".join(workstreams()[number].name for number in streams)}
    _cover(form, standard.LINES, typed | _answered(answers, due, streams, quarter, organisation), guidance)
    _figures(form, due, quarter, previous or {})
    for layout in standard.WRITTEN:
        look.lay_out(form.create_sheet(layout.name), layout.columns)
        fill_sheet(form, layout.name, brought.rows.get(layout.name, ()))
    return _finished(form)


def history_form(
    quarters: Iterable[Quarter],
    of: Iterable[Measure] | None = None,
    *,
    answers: Cover | None = None,
    organisation: str = "",
) -> Workbook:
    """The blank history workbook for `quarters`, of all returned measures or those given; grey cells are not due."""
    columns = list(quarters)
    rows = [measure for measure in of or measures().values() if measure.collected == "return"]
    form = _new_form(f"History, {columns[0]} to {columns[-1]}", columns[-1])
    _cover(form, history.LINES, _answered(answers, rows, tuple(workstreams()), columns[-1], organisation), {})
    _history(form, rows, columns)
    for layout in history.WRITTEN:
        look.lay_out(form.create_sheet(layout.name), layout.columns)
    return _finished(form)


def _new_form(title: str, last: Quarter) -> Workbook:
    form = look.new_workbook()
    form.properties.title, form.properties.creator, form.properties.language = title, "WSoA Monitor", "en-GB"
    form.properties.created = datetime.combine(last.end, time.min)  # no clock: the same form has the same bytes
    return form


def _finished(form: Workbook) -> Workbook:
    for sheet in form:
        look.protect(sheet)
        look.print_readably(sheet, form.properties.title)
    return form


def _streams_written(streams: tuple[int, ...]) -> int | str:
    if set(streams) == set(workstreams()):
        return standard.ALL
    return streams[0] if len(streams) == 1 else ", ".join(map(str, streams))


def _answered(
    answers: Cover | None, due: list[Measure], streams: tuple[int, ...], quarter: Quarter, maker: str = ""
) -> CoverAnswers:
    """The answers given, or else those that most returns give."""
    if answers is None:
        makers = {measure.organisation for measure in due}
        roles = "; ".join(workstreams()[number].lead_role for number in streams)
        organisation = maker or (makers.pop() if len(makers) == 1 else organisations()[0])
        answers = Cover("standard", quarter, streams, organisation, roles, "", quarter.end, Status.FINAL)
    return {
        standard.ORGANISATION: answers.organisation,
        standard.LEAD_ROLE: answers.lead_role,
        standard.PREPARED_BY: answers.prepared_by or None,
        standard.DATA_AS_AT: answers.data_as_at,
        standard.STATUS: answers.status.value,
        standard.FIGURES_ARE: standard.ILLUSTRATIVE if answers.illustrative else standard.REAL,
    }


def _cover(form: Workbook, lines: Iterable[CoverLine], typed: CoverAnswers, guidance: Mapping[CoverLine, str]) -> None:
    sheet = form.create_sheet(standard.COVER)
    for letter, width in zip("ABC", COVER_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    look.put(sheet["A1"], form.properties.title, look.TITLE)
    look.put(sheet["A2"], "SEND Written Statement of Action: five workstreams, nine weaknesses", look.FIXED)
    look.wrap_across(sheet, 2, "C", sum(COVER_WIDTHS))
    row = _FIRST_LINE
    for row, line in enumerate(lines, start=_FIRST_LINE):
        look.put(sheet.cell(row, 1), line.label, look.HEADING)
        look.put(sheet.cell(row, 2), typed[line], look.INPUT_DATE if line is standard.DATA_AS_AT else look.INPUT)
        look.put(sheet.cell(row, 3), guidance.get(line, line.guidance), look.ASIDE)
        look.offer(sheet, f"B{row}", line.choices)
        look.make_room(sheet, row, dict(enumerate(COVER_WIDTHS, start=1)))
    sentences = (*_HOW_TO, _HOW_TO_LEAVE) if standard.FIGURES_LINE in typed else _HOW_TO
    for below, sentence in enumerate(sentences, start=row + 2):
        look.put(sheet.cell(below, 1), sentence, look.FIXED)
        look.wrap_across(sheet, below, "C", sum(COVER_WIDTHS))


def _figures(form: Workbook, due: list[Measure], quarter: Quarter, previous: Facts) -> None:
    """One row for each measure and area; the value of the quarter before stands at the right, outside the return."""
    sheet = form.create_sheet(standard.FIGURES.name)
    beside = FormColumn(f"{standard.LAST_QUARTER} ({quarter - 1})", NUMBER, 12)
    look.put_headings(sheet, (*standard.FIGURES.columns, beside))
    row = 1
    for measure in due:
        sheet.cell(row + 1, 1).comment = _definition(measure)
        for area in measure.areas:
            row += 1
            texts = {standard.MEASURE: measure.id, standard.DESCRIPTION: measure.description, standard.AREA: area.name}
            for place, column in enumerate(standard.FIGURES.columns, start=1):
                look.put(sheet.cell(row, place), texts.get(column), look.FIXED if column in texts else look.INPUT)
            last = previous.get((measure.id, area.code, quarter - 1))
            look.put(sheet.cell(row, len(standard.FIGURES.columns) + 1), cell_value(last), look.ASIDE)
            look.make_room(sheet, row, {1: standard.MEASURE.width, 2: standard.DESCRIPTION.width})
    look.offer_choices(sheet, standard.FIGURES.columns, max(row, 2))
    sheet.freeze_panes = "D2"


def _history(form: Workbook, rows: list[Measure], quarters: list[Quarter]) -> None:
    sheet = form.create_sheet(history.HISTORY.name)
    dated = (FormColumn(str(quarter), NUMBER, history.QUARTER_WIDTH) for quarter in quarters)
    look.put_headings(sheet, (*history.HISTORY.columns, *dated))
    row = 1
    for measure in rows:
        sheet.cell(row + 1, 1).comment = _definition(measure)
        for area in measure.areas:
            row += 1
            look.put(sheet.cell(row, 1), measure.id, look.FIXED)
            look.put(sheet.cell(row, 2), area.name, look.FIXED)
            for column, quarter in enumerate(quarters, start=3):
                look.put(sheet.cell(row, column), None, look.INPUT if measure.due(quarter) else look.NOT_DUE)
    sheet.freeze_panes = "C2"


def _definition(measure: Measure) -> Comment:
    """The note on a measure: what it is, and what may be typed."""
    number = "A whole number" if measure.whole else "A number"
    above = f", no higher than {measure.at_most}" if measure.at_most else ""
    least = "; below 0 is allowed" if measure.negative else ", 0 or more"
    symbols = ", ".join(f"{symbol} {MEANING[symbol]}" for symbol in measure.symbols)
    text = (
        f"{measure.description}.\nUnit: {measure.unit}, {measure.period}.\n{number}{least}{above}.\n"
        f"Without a number: {symbols}.\nReturned by {measure.organisation}."
    )
    return Comment(text, "WSoA Monitor", height=190, width=360)
