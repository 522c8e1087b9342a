import re
from dataclasses import replace

import pytest

from reports.language.linked import leads
from reports.progress.comparison import past
from reports.tables.comparison import comparison_table, neighbours_table, past_table
from reports.tables.table import Cell
from tests.reports.cells import texts, values
from tests.reports.lines import NOW
from tests.reports.progress.test_comparison import PUBLISHED, all_plans


def test_both_sets_and_all_three_averages_are_in_the_table():
    table = comparison_table(all_plans())
    figures = {row["Held against"]: row["Figure"] for row in texts(table)}
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
    assert texts(table)[3]["How"] == "every authority counts the same; 10 of 10 neighbours with a figure"
    source = "DfE, Education, health and care plans 2025 release"
    assert re.fullmatch(rf"{source}, row \d+ of published_figures\.csv", texts(table)[0]["Source"])
    at = "dfe-education-health-and-care-plans-2025-release-timeliness-20-week-csv"
    assert table.rows[0][3].linked[0] == leads(source, "published", at=at)
    assert table.caption == "New EHC plans issued within 20 weeks, including exceptions, calendar year 2024"
    assert (table.columns[1].kind, table.columns[1].unit) == ("number", "%")
    assert [round(row["Figure"], 1) for row in values(table)[:4]] == [32.3, 45.9, 37.9, 33.2]


def test_each_neighbour_has_its_figure_counts_and_source():
    one = all_plans()
    table = neighbours_table(one, one.figures.sets[-1])
    assert len(table.rows) == 10
    (bedford,) = (row for row in texts(table) if row["Authority"] == "Bedford Borough")
    assert bedford["Figure"] == "73.0%"
    assert (bedford["Numerator"], bedford["Denominator"]) == ("259", "355")
    assert bedford["Source"].startswith("DfE, Education, health and care plans 2025 release, row ")
    (bedford,) = (row for row in values(table) if row["Authority"] == "Bedford Borough")
    assert (bedford["Numerator"], bedford["Denominator"]) == (259, 355)
    assert bedford["Figure"] == pytest.approx(100 * 259 / 355)


def test_the_way_there_newest_first():
    one = all_plans()
    table = past_table(one, past(one, PUBLISHED[one.own.series], NOW))
    assert texts(table)[0] == {
        "Period": "2024",
        "Kent": "32.3%",
        "England": "45.9%",
        "South East": "37.9%",
        "Statistical neighbours": "35.5%",
    }
    assert values(table)[0]["Kent"] == pytest.approx(32.343, abs=0.001)


def test_what_is_not_published_says_so_and_is_no_zero():
    one = all_plans()
    without = replace(one, figures=replace(one.figures, south_east=None))
    (row,) = (row for row in comparison_table(without).rows if row[0].text == "South East")
    assert row[1] == Cell(None, "not published", "not published")
    assert row[3] == Cell(None, "")
