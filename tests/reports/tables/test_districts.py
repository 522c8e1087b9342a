from reports.tables.districts import districts_table
from tests.reports.build import a_figure
from tests.reports.progress.test_districts import ASHFORD, DISTRICTS, found, share_figures


def test_the_table_ends_with_the_whole_and_names_cells():
    table = districts_table(found(share_figures([50] * 12)))
    assert list(table["Area"])[-1] == "Kent"
    assert table["Read from"][0] == "return.xlsx version 1: Figures!D5, Figures!D5"
    assert table["By chance alone (95%)"][0] == "40.0% to 60.0%"


def test_a_hidden_district_has_neither_figure_nor_band():
    figures = [a_figure("permanent_exclusions_send", 3 if area == ASHFORD else 9, area=area) for area in DISTRICTS]
    figures += [a_figure("plans_in_place", 1000, area=area) for area in DISTRICTS]
    rows = districts_table(found(figures, "permanent_exclusions_send")).set_index("Area")
    assert rows.loc["Ashford", "Figure"] == "c (hidden: fewer than 5 children)"
    assert rows.loc["Ashford", "By chance alone (95%)"] == ""
