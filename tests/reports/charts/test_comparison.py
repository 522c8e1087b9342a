from reports.charts.comparison import neighbours_chart, past_chart
from reports.progress.comparison import past
from tests.reports.lines import NOW
from tests.reports.progress.test_comparison import PUBLISHED, all_plans, shown


def test_kent_stands_among_its_neighbours_best_first():
    one = all_plans()
    chart = neighbours_chart(one, one.figures.sets[-1])
    assert len(chart.ranked) == 11
    kent = chart.ranked[6]
    assert (kent.name, kent.amount, kent.bold, kent.sign.shape) == ("Kent", "32.3%", True, "diamond")
    values = [each.value for each in chart.ranked]
    assert values == sorted(values, reverse=True)
    assert [each.name for each in chart.against] == ["England 45.9%"]


def test_the_lowest_stands_first_where_lower_is_better():
    one = shown("plans_over_52_weeks")[0]
    values = [each.value for each in neighbours_chart(one, one.figures.sets[0]).ranked]
    assert values == sorted(values)


def test_the_headline_is_the_rank():
    one = all_plans()
    assert neighbours_chart(one, one.figures.sets[-1]).title == (
        "New EHC plans issued within 20 weeks, including exceptions, calendar year 2024: 2025-05 set: Kent is 7 of 11 "
        "(1 is best; itself and 10 neighbours)."
    )


def test_the_lines_are_told_apart_by_dash_and_shape():
    one = all_plans()
    found = past(one, PUBLISHED[one.own.series], NOW)
    chart = past_chart(one, found)
    looks = {(each.stroke.dash, each.signs[0].shape) for each in chart.series}
    assert len(looks) == len(found.series) == 4
    assert chart.series[-1].name == "Statistical neighbours (median)"
    assert all(each.keyed for each in chart.series)


def test_the_lines_hold_what_was_published_and_say_it():
    one = all_plans()
    found = past(one, PUBLISHED[one.own.series], NOW)
    chart = past_chart(one, found)
    assert chart.periods == found.periods
    assert [each.values for each in chart.series] == list(found.series.values())
    assert chart.series[0].told[-1] == "Kent 32.3%"
    assert (chart.suffix, chart.decimals) == ("%", 1)
    assert chart.headline.startswith("Kent from ") and chart.headline.endswith(" to 32.3% in 2024")
