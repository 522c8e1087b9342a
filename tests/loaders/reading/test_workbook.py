from datetime import date

import pytest
from openpyxl.utils.cell import coordinate_to_tuple

from loaders.reading.open_document import letters
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook, column_called, place_called

AT_B2, AT_D7 = Typed("B2", 2, 2, Kind.TEXT, "c"), Typed("D7", 7, 4, Kind.NUMBER, 41.0)
SHEET = Sheet("Figures", {(2, 2): AT_B2, (7, 4): AT_D7})


@pytest.mark.parametrize(
    ("kind", "value", "percent", "text"),
    [
        (Kind.NUMBER, 41.0, False, "41"),
        (Kind.NUMBER, 41.128, False, "41.128"),
        (Kind.NUMBER, 0.1 + 0.2, False, "0.3"),
        (Kind.NUMBER, 0.125, True, "12.5%"),
        (Kind.TEXT, " c ", False, " c "),
        (Kind.DATE, date(2024, 3, 31), False, "2024-03-31"),
        (Kind.BOOLEAN, True, False, "True"),
        (Kind.ERROR, "#DIV/0!", False, "#DIV/0!"),
    ],
)
def test_a_cell_is_read_out_as_a_person_would(kind, value, percent, text):
    assert Typed("A1", 1, 1, kind, value, percent).text == text


def test_a_cell_that_is_not_there_is_none():
    assert SHEET.cell(7, 4) is AT_D7
    assert SHEET.cell(4, 7) is None


def test_the_rows_reach_from_the_first_to_the_last_that_holds_something():
    assert SHEET.rows == range(2, 8)
    assert list(Sheet("Empty", {}).rows) == []


def test_sheets_are_found_by_name():
    workbook = Workbook("return.xlsx", "", (SHEET,))
    assert workbook.sheet("Figures") is workbook.sheet(" FIGURES ") is SHEET
    assert workbook.sheet("History") is None


@pytest.mark.parametrize("number", [1, 26, 27, 52, 702, 703, 16_384])
def test_columns_are_called_by_their_letters(number):
    assert column_called(letters(number)) == column_called(letters(number).lower()) == number


@pytest.mark.parametrize("ref", ["A1", "D14", "AA10", "XFD1048576"])
def test_a_cell_is_called_as_openpyxl_calls_it(ref):
    assert place_called(ref) == coordinate_to_tuple(ref)
