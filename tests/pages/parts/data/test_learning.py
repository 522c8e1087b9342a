from loaders.reading.workbook import Kind, Sheet, Typed
from pages.parts.data.learning import MOST_ROWS, grid_of


def test_the_grid_has_the_letters_of_columns_and_the_numbers_of_rows():
    cells = {(3, 2): Typed("B3", 3, 2, Kind.TEXT, "Kent"), (4, 28): Typed("AB4", 4, 28, Kind.NUMBER, 41.0)}
    grid = grid_of(Sheet("Board", cells))
    assert list(grid)[:3] + list(grid)[-2:] == ["row", "A", "B", "AA", "AB"]
    assert (grid["row"], grid["B"], grid["AB"]) == (["3", "4"], ["Kent", ""], ["", "41"])


def test_the_grid_of_a_long_sheet_ends():
    cells = {(row, 1): Typed(f"A{row}", row, 1, Kind.NUMBER, 1.0) for row in range(1, MOST_ROWS + 50)}
    assert len(grid_of(Sheet("Long", cells))["A"]) == MOST_ROWS
