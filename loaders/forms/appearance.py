"""How the blank forms look: their styles, drop-downs, protection and printed page."""

from collections.abc import Mapping
from functools import lru_cache
from textwrap import wrap

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from programme.sheets.form import FormColumn
from programme.sheets.holds import REF

TITLE, HEADING, FIXED, INPUT, INPUT_DATE, ASIDE, NOT_DUE = (
    f"Return {name}" for name in ("title", "heading", "fixed", "input", "date", "aside", "not due")
)
DATE_FORMAT = "d mmm yyyy"
LAST_DROP_DOWN_ROW = 400  # of the sheets of words
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

READABLE = 73  # per cent of 11 points: a little over 8
PAGE_WIDTH = 176  # digits of 11 points that fit beside each other on A4, landscape, at that size
SIDE_BY_SIDE = 2  # pages over which a sheet of words is spread, where its words can be wrapped into them
WORDS, A_DATE = 24, 12  # characters: a row of narrower words would grow higher than a spreadsheet lets it
LINE, FILLED = 15, 1.1  # points that a line is high, and letters in the width of a digit before a word goes to the next
HIGHEST = 405  # points: no spreadsheet draws a row higher

_TOP = Alignment(vertical="top", wrap_text=True)
_LINE = Side(style="thin", color="767676")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_OPEN = Protection(locked=False)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour)


def _styles() -> list[NamedStyle]:
    """Every pair of colours has a contrast of at least 7 to 1; no meaning rests on colour alone."""
    ink, blue = Font(name="Arial", size=11), "1F3A5F"
    white = Font(name="Arial", size=11, bold=True, color="FFFFFF")
    entry = {"font": ink, "border": _BOX, "protection": _OPEN, "alignment": _TOP, "fill": _fill("FFFBE6")}
    return [
        NamedStyle(TITLE, font=Font(name="Arial", size=16, bold=True, color=blue)),
        NamedStyle(HEADING, font=white, fill=_fill(blue), alignment=_TOP, border=_BOX),
        NamedStyle(FIXED, font=ink, alignment=_TOP),
        NamedStyle(INPUT, **entry),
        NamedStyle(INPUT_DATE, **entry, number_format=DATE_FORMAT),
        NamedStyle(ASIDE, font=Font(name="Arial", size=11, italic=True, color="404040"), alignment=_TOP),
        NamedStyle(NOT_DUE, font=ink, fill=_fill("D9D9D9"), border=_BOX),
    ]


def new_workbook() -> Workbook:
    """A workbook without sheets that knows the forms' styles."""
    form = Workbook()
    form.remove(form.active)
    form._named_styles["Normal"].font = Font(name="Arial", size=11)  # widths are counted in its digits, in every programme
    for style in _styles():
        form.add_named_style(style)
    return form


def put(cell: Cell, value: object, style: str) -> Cell:
    """Write `value`. Text that a spreadsheet would take for a formula is stored, and stays, as text."""
    cell.style = style
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def put_headings(sheet: Worksheet, columns: tuple[FormColumn, ...]) -> None:
    """The row of headings, which stays in sight and is printed on every page."""
    widths = dict(enumerate(_wrapped(columns), start=1))
    for number, column in enumerate(columns, start=1):
        put(sheet.cell(1, number), column.heading, HEADING)
        sheet.column_dimensions[get_column_letter(number)].width = widths[number]
    make_room(sheet, 1, widths)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"


def _wrapped(columns: tuple[FormColumn, ...]) -> list[float]:
    """The columns' widths; of a sheet too wide for two pages narrower, where its words can be wrapped into them."""
    declared = [float(column.width) for column in columns]
    for tenths in range(10, 3, -1):
        widths = [max(column.width * tenths / 10, _least(column)) for column in columns]
        if len(_bands(widths)) <= SIDE_BY_SIDE:
            return widths
    return declared


def _least(column: FormColumn) -> float:
    """What a column needs: dates and refs are not wrapped, and no word of a heading or of a choice is broken."""
    if column.holds is REF:
        return column.width
    told = max(len(word) for text in (column.heading, *column.choices) for word in text.split()) + 2
    words = WORDS if column.width > 2 * WORDS - 12 else 0
    return min(column.width, max(told, words, A_DATE if column.holds.cell == "date" else 0))


def lay_out(sheet: Worksheet, columns: tuple[FormColumn, ...]) -> None:
    """A sheet of words: headings, and columns open for typing, dates as dates, choices to choose from."""
    put_headings(sheet, columns)
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        dimension = sheet.column_dimensions[letter]
        dimension.protection, dimension.alignment = _OPEN, _TOP
        if column.holds.cell == "date":
            dimension.number_format = DATE_FORMAT
    offer_choices(sheet, columns, LAST_DROP_DOWN_ROW)


def offer_choices(sheet: Worksheet, columns: tuple[FormColumn, ...], last_row: int) -> None:
    """A drop-down in every column that has something to choose from, down to `last_row`."""
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        offer(sheet, f"{letter}2:{letter}{last_row}", column.choices)


def offer(sheet: Worksheet, cells: str, choices: tuple[str, ...]) -> None:
    """A drop-down of `choices` for `cells`; none where there is nothing to choose from."""
    if choices:
        listed = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
        listed.errorTitle, listed.error = "Please choose from the list", f"One of: {', '.join(choices)}"
        listed.add(cells)
        sheet.add_data_validation(listed)


def protect(sheet: Worksheet) -> None:
    """Lock what is not open for typing, without a password; columns and rows can still be resized."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def print_readably(sheet: Worksheet, subject: str) -> None:
    """Printed on A4, landscape, at 8 points or more: what is wider than a page stands on several, its first column on each.

    Every page has the headings, and below them the sheet, `subject` and its number.
    """
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_margins = PageMargins(left=0.25, right=0.25, top=0.4, bottom=0.6, header=0.2, footer=0.25)
    widths = [sheet.column_dimensions[get_column_letter(number)].width for number in range(1, sheet.max_column + 1)]
    bands = _bands(widths)
    if len(bands) == 1:
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    else:
        sheet.page_setup.scale, sheet.page_setup.pageOrder = READABLE, "overThenDown"
        sheet.print_title_cols = "A:A"
        for first in bands[1:]:
            sheet.col_breaks.append(Break(id=first - 1))
    sheet.oddFooter.left.text, sheet.oddFooter.center.text = "&A", subject.replace("&", "&&")
    sheet.oddFooter.right.text = "Page &P of &N"


def _bands(widths: list[float]) -> list[int]:
    """The first column of each page: as many as fit beside the first one, which stands on every page."""
    first, filled = [1], widths[0]
    for number, width in enumerate(widths[1:], start=2):
        if filled + width > PAGE_WIDTH and number > first[-1] + 1:
            first.append(number)
            filled = widths[0]
        filled += width
    return first


def wrap_across(sheet: Worksheet, row: int, last: str, width: float) -> None:
    """A sentence over several columns, as high as it needs to be: nothing of it is cut on paper."""
    sheet.merge_cells(f"A{row}:{last}{row}")
    sheet.cell(row, 1).alignment = _TOP
    make_room(sheet, row, {1: width})


def make_room(sheet: Worksheet, row: int, widths: Mapping[int, float]) -> None:
    """The row as high as the longest of its texts in columns of these widths."""
    lines = [_lines(str(sheet.cell(row, column).value or ""), int(width * FILLED)) for column, width in widths.items()]
    sheet.row_dimensions[row].height = min(HIGHEST, LINE * max(1, *lines))


@lru_cache(maxsize=10_000)  # one measure is described in the row of each area, quarter after quarter
def _lines(text: str, width: int) -> int:
    """How many lines a text takes where words are not broken, but for those longer than a line."""
    return sum(len(wrap(line, width)) or 1 for line in text.splitlines())
