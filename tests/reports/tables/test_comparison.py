from reports.progress.comparison import past
from reports.tables.comparison import comparison_table, neighbours_table, past_table
from tests.reports.lines import NOW
from tests.reports.progress.test_comparison import PUBLISHED, all_plans


def test_both_sets_and_all_three_averages_are_in_the_table():
    table = comparison_table(all_plans())
    figures = dict(zip(table["Held against"], table["Figure"], strict=True))
    assert figures == {
        "Kent": "32.3%",
        "England": "45.9%",
        "South East": "37.9%",
        "Neighbours, 2021-04 set: mean": "33.2%",
        "Neighbours, 2021-04 set: median": "30.3%",
        "Neighbours, 2021-04 set: pooled average": "27.7%",
        "Neighbours, 2021-04 set: line of the best quarter": "37.4%",
        "Neighbours, 2025-05 set: mean": "40.5%",
        "Neighbours, 2025-05 set: median": "35.5%",
        "Neighbours, 2025-05 set: pooled average": "32.1%",
        "Neighbours, 2025-05 set: line of the best quarter": "64.0%",
    }
    assert table["How"][3] == "every authority counts the same; 10 of 10 neighbours with a figure"
    assert table["Source"][0].startswith("published_figures.csv row ")


def test_each_neighbour_has_its_figure_counts_and_source():
    one = all_plans()
    table = neighbours_table(one, one.comparison.sets[-1]).set_index("Authority")
    assert len(table) == 10
    bedford = table.loc["Bedford Borough"]
    assert bedford["Figure"] == "73.0%"
    assert (bedford["Numerator"], bedford["Denominator"]) == ("259", "355")
    assert bedford["Source"].startswith("published_figures.csv row ")


def test_the_way_there_newest_first():
    one = all_plans()
    table = past_table(one, past(one, PUBLISHED[one.row.figure], NOW))
    assert table.iloc[0].to_dict() == {
        "Period": "2024",
        "Kent": "32.3%",
        "England": "45.9%",
        "South East": "37.9%",
        "Statistical neighbours": "35.5%",
    }
