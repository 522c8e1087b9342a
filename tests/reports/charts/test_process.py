from kpis.spc import Variation
from reports.charts.process import process_chart
from reports.palette import VARIATIONS
from tests.reports.lines import NOW, count, judged, plans

CALM = [10, 12, 11, 13, 10, 12, 11, 13]


def traces(chart, name):
    return [each for each in chart.data if each.name == name]


def test_special_causes_are_told_apart_by_shape_and_word():
    chart = process_chart(judged(plans([*CALM[:7], 90])))
    (better,) = traces(chart, VARIATIONS[Variation.IMPROVING].word)
    (worse,) = traces(chart, VARIATIONS[Variation.CONCERNING].word)
    assert (list(better.x), list(better.y)) == (["2024/25 Q3"], [90])
    assert better.text[0] == "90.0%: the figure is above the upper process limit"
    assert worse.text[0] == "10.0%: the figure is below the lower process limit"
    assert better.marker.symbol != worse.marker.symbol
    assert [each.name for each in chart.data if each.showlegend] == ["Real improvement", "Real deterioration"]


def test_each_phase_has_its_own_limits_and_they_are_not_joined():
    chart = process_chart(judged(plans([40, 44, 41, 43, 40, 42, 41, 43, *CALM]), quarters=16))
    first, second = traces(chart, "Average")
    assert set(first.y) == {41.75}
    assert set(second.y) == {11.5}
    assert (len(first.x), second.x[0]) == (8, "2022/23 Q4")
    assert list(traces(chart, "Uprights")[0].x) == ["2022/23 Q4", "2022/23 Q4", None]


def test_the_target_is_the_one_in_force_now():
    (target,) = traces(process_chart(judged(plans(CALM))), "Target now")
    assert set(target.y) == {60}


def test_a_gap_is_drawn_as_a_gap():
    chart = process_chart(judged(plans([*CALM[:4], None, *CALM[:3]])))
    (curve,) = traces(chart, "Figures")
    assert list(curve.y)[4] is None
    assert curve.connectgaps is False


def test_without_limits_only_the_points_are_drawn():
    chart = process_chart(judged(plans([10, 12])))
    assert list(traces(chart, "Average")[0].y) == [None, None]
    assert len(traces(chart, "Usual variation")[0].x) == 2


def test_hidden_figures_are_no_points():
    found = judged(count("permanent_exclusions_send", [9] * 7 + [3]), "permanent_exclusions_send")
    drawn = [x for each in process_chart(found).data if each.mode == "markers" for x in each.x]
    assert str(NOW) not in drawn
