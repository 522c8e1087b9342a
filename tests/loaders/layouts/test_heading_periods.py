import pytest

from loaders.layouts.heading_periods import period_over, typed_period


def test_a_cell_says_a_period_by_itself_or_within_its_words(sheet_of):
    sheet = sheet_of([[2014, "Q1 2023/24 Actual", "Area"]])
    assert [str(typed_period(sheet.cell(1, column)).period) for column in (1, 2, 3)] == ["2014", "2023/24 Q1", "None"]


@pytest.mark.parametrize(
    ("headed", "readings"),
    [
        (["2023/24", "Q3"], ["2023/24 Q3"]),
        (["Q3", "2023/24"], ["2023/24 Q3"]),
        ([2014, "Appeals registered4"], ["2014"]),
        (["2023/24", "2024/25"], ["2023/24", "2024/25"]),
        (["Area", "Plans"], []),
    ],
)
def test_what_the_headings_over_a_column_say_together(headed, readings, sheet_of):
    cells = tuple(sheet_of([headed]).cells.values())
    assert [str(period) for period in period_over(cells)[0].readings] == readings
