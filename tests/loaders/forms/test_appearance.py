from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from loaders.forms import appearance as look
from programme.sheets.book import WRITTEN
from programme.sheets.form import FormColumn
from programme.sheets.holds import DATE, REF, TEXT
from tests.factories import saved

COLUMNS = (FormColumn("Ref", REF, 12), FormColumn("Status", TEXT, 14, ("Blue", "Green")), FormColumn("Start", DATE, 14))


def sheet() -> openpyxl.worksheet.worksheet.Worksheet:
    return look.new_workbook().create_sheet("Actions")


def laid_out() -> openpyxl.worksheet.worksheet.Worksheet:
    """The sheet after saving and opening: what Excel will find."""
    page = sheet()
    look.lay_out(page, COLUMNS)
    look.protect(page)
    look.print_readably(page, "Quarterly return, 2024/25 Q4")
    return openpyxl.load_workbook(BytesIO(saved(page.parent)))["Actions"]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5% on last year", "@sum", "\tx", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula_is_stored_and_stays_as_text(text):
    page = sheet()
    look.put(page["A1"], text, look.INPUT)
    cell = openpyxl.load_workbook(BytesIO(saved(page.parent)))["Actions"]["A1"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_numbers_below_zero_are_numbers():
    assert look.put(sheet()["A1"], -5, look.INPUT).data_type == "n"


def test_control_characters_are_left_out():
    assert look.put(sheet()["A1"], "two\x0b lines", look.INPUT).value == "two lines"


def test_headings_are_locked_in_sight_and_on_every_page():
    page = laid_out()
    assert [cell.value for cell in page[1]] == ["Ref", "Status", "Start"]
    assert all(cell.protection.locked for cell in page[1])
    assert page.protection.sheet is True
    assert (page.freeze_panes, page.print_title_rows) == ("A2", "$1:$1")


def test_columns_of_words_are_open_for_typing_and_dates_are_dates():
    page = laid_out()
    assert [page.column_dimensions[letter].protection.locked for letter in "ABC"] == [False, False, False]
    assert page.column_dimensions["C"].number_format == "d mmm yyyy"
    assert page.column_dimensions["A"].width == 12


def test_choices_become_a_drop_down():
    (listed,) = laid_out().data_validations.dataValidation
    assert (listed.formula1, str(listed.sqref)) == ('"Blue,Green"', "B2:B400")
    assert listed.error == "One of: Blue, Green"


def test_a_page_is_as_wide_as_the_paper():
    page = laid_out()
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage is True


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (2, 4, 6)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("style", look._styles(), ids=lambda style: style.name)
def test_every_style_can_be_read_by_people_with_low_vision(style):
    ink = style.font.color.rgb if style.font.color and isinstance(style.font.color.rgb, str) else "00000000"
    paper = style.fill.start_color.rgb if style.fill.fill_type else "00FFFFFF"
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7


def test_every_page_says_its_sheet_its_quarter_and_its_number():
    footer = laid_out().oddFooter
    assert (footer.left.text, footer.center.text, footer.right.text) == (
        "&A",
        "Quarterly return, 2024/25 Q4",
        "Page &P of &N",
    )


def test_what_is_wider_than_a_page_stands_on_several_its_first_column_on_each():
    page = sheet()
    look.lay_out(page, (COLUMNS[0], *(FormColumn(f"Words {number}", TEXT, 90) for number in range(9))))
    look.print_readably(page, "Kent & Medway")
    assert page.page_setup.scale * 11 / 100 >= 8
    assert [each.id for each in page.col_breaks.brk] == [2, 4, 6, 8]
    assert (page.print_title_cols, page.oddFooter.center.text) == ("$A:$A", "Kent && Medway")


@pytest.mark.parametrize("form", WRITTEN, ids=lambda form: form.name)
def test_a_sheet_of_words_is_two_pages_wide_at_the_most_and_breaks_no_word(form):
    page = sheet()
    look.lay_out(page, form.columns)
    look.print_readably(page, "Quarterly return, 2024/25 Q4")
    assert len(page.col_breaks.brk) < look.SIDE_BY_SIDE
    for number, column in enumerate(form.columns, start=1):
        width = page.column_dimensions[get_column_letter(number)].width
        words = [word for text in (column.heading, *column.choices) for word in text.split()]
        assert width >= max(map(len, words)) + 2 or width == column.width
        assert width >= len("30 Sep 2025") if column.holds.cell == "date" else width <= column.width


def test_a_word_that_does_not_fit_goes_to_the_next_line():
    page = sheet()
    page["A1"].value = "SEND assessment and placement lead"
    look.make_room(page, 1, {1: 16})
    assert page.row_dimensions[1].height == 3 * look.LINE
    page["A1"].value = "x" * 32_000
    look.make_room(page, 1, {1: 16})
    assert page.row_dimensions[1].height == look.HIGHEST


def test_widths_are_counted_in_the_same_digits_everywhere():
    assert openpyxl.load_workbook(BytesIO(saved(laid_out().parent)))._named_styles["Normal"].font.name == "Arial"


def test_a_row_is_as_high_as_its_longest_text():
    page = sheet()
    page["A1"].value, page["B1"].value = "x" * 100, "x" * 10
    look.make_room(page, 1, {1: 50, 2: 50})
    assert page.row_dimensions[1].height == 2 * look.LINE
    look.wrap_across(page, 1, "B", 200)
    assert page.row_dimensions[1].height == look.LINE
    assert [str(each) for each in page.merged_cells.ranges] == ["A1:B1"]
