from programme.sheets.figures import DESCRIPTION, FIGURES, MEASURE


def test_the_sheet_of_figures_has_its_columns_in_order():
    assert FIGURES.headings == ("Measure", "Description", "Area", "Value", "Status", "Note")
    assert [column.heading for column in FIGURES.needed] == ["Measure", "Area", "Value"]
    assert FIGURES.columns[:2] == (MEASURE, DESCRIPTION)
