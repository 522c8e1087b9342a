"""Types figures and words into a blank form."""

from collections.abc import Iterable, Mapping

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from loaders.forms import appearance as look
from loaders.forms.layouts import history, standard
from programme.figure import Figure


def cell_value(figure: Figure | None) -> float | str | None:
    """What stands in the cell of a figure: its symbol, or its number without a needless `.0`."""
    if figure is None:
        return None
    return figure.symbol.value if figure.symbol else _number(figure.value)


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def fill(form: Workbook, figures: Iterable[Figure]) -> Workbook:
    """`form` (standard or history) with `figures` typed in.

    Raises KeyError for a figure that it has no cell for, ValueError for one of another quarter.
    """
    if history.HISTORY.name in form.sheetnames:
        _fill_history(form[history.HISTORY.name], figures)
    else:
        _fill_standard(form, figures)
    return form


def _fill_standard(form: Workbook, figures: Iterable[Figure]) -> None:
    sheet = form[standard.FIGURES.name]
    cover = {row[0].value: row[1].value for row in form[standard.COVER].iter_rows(max_col=2)}
    rows = {(measure.value, area.value): row for row, (measure, _, area) in enumerate(sheet.iter_rows(2, max_col=3), 2)}
    places = {cell.value: cell.column for cell in sheet[1]}
    value, status, note = (
        places[column.heading] for column in (standard.VALUE, standard.FIGURE_STATUS, standard.FIGURE_NOTE)
    )
    for figure in figures:
        row = rows[figure.measure, figure.area.name]
        if str(figure.quarter) != cover[standard.QUARTER.label]:
            raise ValueError(f"Every figure must be of {cover[standard.QUARTER.label]}, got: {figure.quarter}")
        look.put(sheet.cell(row, value), cell_value(figure), look.INPUT)
        differs = figure.status != cover[standard.STATUS.label]
        look.put(sheet.cell(row, status), figure.status.value if differs else None, look.INPUT)
        look.put(sheet.cell(row, note), figure.note or None, look.INPUT)


def _fill_history(sheet: Worksheet, figures: Iterable[Figure]) -> None:
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {(measure.value, area.value): row for row, (measure, area) in enumerate(sheet.iter_rows(2, max_col=2), 2)}
    for figure in figures:
        sheet.cell(rows[figure.measure, figure.area.name], columns[str(figure.quarter)]).value = cell_value(figure)


def fill_sheet(form: Workbook, name: str, rows: Iterable[Mapping[str, object]]) -> Workbook:
    """`form` with `rows`, each a value per heading, added to a sheet of words. Raises KeyError for an unknown heading."""
    sheet = form[name]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=sheet.max_row + 1):
        for heading, value in row.items():
            dated = sheet.column_dimensions[get_column_letter(columns[heading])].number_format == look.DATE_FORMAT
            look.put(sheet.cell(number, columns[heading]), value, look.INPUT_DATE if dated else look.INPUT)
        look.make_room(
            sheet, number, {place: sheet.column_dimensions[get_column_letter(place)].width for place in columns.values()}
        )
    return form
