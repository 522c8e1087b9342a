from programme.hidden import HIDDEN_WORDS
from reports.tables.districts import districts_table
from tests.reports.build import a_figure
from tests.reports.cells import column, missing, texts, values
from tests.reports.progress.test_districts import ASHFORD, DISTRICTS, found, share_figures


def test_the_table_ends_with_the_whole_and_names_cells():
    table = districts_table(found(share_figures([50] * 12)))
    assert column(table, "Area")[-1] == "Kent"
    assert texts(table)[0]["Read from"] == "return.xlsx version 1: Figures!D5, Figures!D5"
    assert texts(table)[0]["By chance alone (95%)"] == "40.0% to 60.0%"
    assert table.caption == "Plans issued within 20 weeks, districts in 2024/25 Q3"
    assert values(table)[-1] == {
        "Area": "Kent",
        "Figure": 50.0,
        "Numerator": 600,
        "Denominator": 1200,
        "Rating": "Amber",
        "By chance alone (95%)": None,
        "Difference from the whole": None,
        "Read from": "return.xlsx version 1: Figures!D5, Figures!D5",
    }
    assert texts(table)[0]["Difference from the whole"] == "no more than chance would give"


def test_a_hidden_district_has_neither_figure_nor_band():
    figures = [a_figure("permanent_exclusions_send", 3 if area == ASHFORD else 9, area=area) for area in DISTRICTS]
    figures += [a_figure("plans_in_place", 1000, area=area) for area in DISTRICTS]
    table = districts_table(found(figures, "permanent_exclusions_send"))
    (ashford,) = (row for row in texts(table) if row["Area"] == "Ashford")
    assert ashford["Figure"] == "c"
    assert ashford["By chance alone (95%)"] == ""
    (ashford,) = (row for row in values(table) if row["Area"] == "Ashford")
    assert (ashford["Figure"], ashford["Numerator"], ashford["Denominator"]) == (None, None, None)
    assert {"Figure": HIDDEN_WORDS, "Difference from the whole": HIDDEN_WORDS} in missing(table)
    assert {each["Difference from the whole"] for each in texts(table) if each["Figure"] == "c"} == {"c"}
