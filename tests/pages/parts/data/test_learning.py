import openpyxl

from loaders.reading.workbook import Kind, Sheet, Typed
from pages.parts.data.learning import MOST_ROWS, grid_of
from tests import factories
from tests.pages.looking import go, words
from tests.pages.test_data import drop


def test_the_grid_has_the_letters_of_columns_and_the_numbers_of_rows():
    cells = {(3, 2): Typed("B3", 3, 2, Kind.TEXT, "Kent"), (4, 28): Typed("AB4", 4, 28, Kind.NUMBER, 41.0)}
    grid = grid_of(Sheet("Board", cells))
    assert list(grid)[:3] + list(grid)[-2:] == ["row", "A", "B", "AA", "AB"]
    assert (grid["row"], grid["B"], grid["AB"]) == (["3", "4"], ["Kent", ""], ["", "41"])


def test_the_grid_of_a_long_sheet_ends():
    cells = {(row, 1): Typed(f"A{row}", row, 1, Kind.NUMBER, 1.0) for row in range(1, MOST_ROWS + 50)}
    assert len(grid_of(Sheet("Long", cells))["A"]) == MOST_ROWS


def test_rows_about_children_are_refused_with_the_reason_and_nothing_is_offered_to_be_learnt(own_app):
    book = openpyxl.Workbook()
    for line in (["UPN", "Need", "Weeks"], ["a", "SLCN", 20]):
        book.active.append(line)
    go(own_app, "upload")
    drop(own_app, factories.saved(book), "children.xlsx")
    assert "Rows about children do not belong here" in words(own_app)
    assert [each.label for each in own_app.toggle if "learn" in each.label] == []
