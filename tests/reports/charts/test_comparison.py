from reports.charts.comparison import neighbours_chart, past_chart
from reports.progress.comparison import past
from tests.reports.lines import NOW
from tests.reports.progress.test_comparison import PUBLISHED, all_plans, shown


def test_kent_stands_among_its_neighbours_best_first():
    one = all_plans()
    chart = neighbours_chart(one, one.comparison.sets[-1])
    names = list(chart.layout.yaxis.ticktext)
    assert len(names) == 11
    assert names[6] == "<b>Kent<br><b>32.3%</b></b>"
    assert chart.data[-1].marker.symbol[6] == "diamond"
    assert list(chart.data[-1].x) == sorted(chart.data[-1].x, reverse=True)
    assert chart.layout.annotations[0].text == "England 45.9%"


def test_the_lowest_stands_first_where_lower_is_better():
    one = shown("plans_over_52_weeks")[0]
    chart = neighbours_chart(one, one.comparison.sets[0])
    assert list(chart.data[-1].x) == sorted(chart.data[-1].x)


def test_the_lines_are_told_apart_by_dash_and_shape():
    one = all_plans()
    found = past(one, PUBLISHED[one.row.figure], NOW)
    looks = {(each.line.dash, each.marker.symbol) for each in past_chart(one, found).data}
    assert len(looks) == len(found.series) == 4
    assert past_chart(one, found).data[-1].name == "Statistical neighbours (median)"
