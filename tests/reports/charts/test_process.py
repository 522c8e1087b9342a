from kpis.spc import Variation
from reports.charts.process import process_chart
from reports.palette import VARIATIONS
from reports.sentences.process import METHOD
from tests.reports.lines import NOW, count, judged, plans

CALM = [10, 12, 11, 13, 10, 12, 11, 13]


def named(lines, name):
    (found,) = (each for each in lines if each.name == name)
    return found


def known(chart, series):
    places = [place for place, value in enumerate(series.values) if value is not None]
    return [(str(chart.periods[place]), series.values[place], series.told[place]) for place in places]


def test_special_causes_are_told_apart_by_shape_and_word():
    chart = process_chart(judged(plans([*CALM[:7], 90])))
    better = named(chart.series, VARIATIONS[Variation.IMPROVING].word)
    worse = named(chart.series, VARIATIONS[Variation.CONCERNING].word)
    assert known(chart, better) == [("2024/25 Q3", 90, "90.0%: the figure is above the upper process limit")]
    assert known(chart, worse)[0][2] == "10.0%: the figure is below the lower process limit"
    assert better.signs[0].shape != worse.signs[0].shape
    assert [each.name for each in chart.series if each.keyed] == ["Special cause improving", "Special cause concerning"]


def test_each_phase_has_its_own_limits_and_they_are_not_joined():
    chart = process_chart(judged(plans([40, 44, 41, 43, 40, 42, 41, 43, *CALM]), quarters=16))
    average = named(chart.limits, "Average")
    assert (set(average.values[:8]), set(average.values[8:])) == ({41.75}, {11.5})
    assert {steps.afresh for steps in chart.limits} == {(8,)}
    assert [(str(each.quarter), str(chart.periods[8])) for each in chart.breaks] == [("2022/23 Q4", "2022/23 Q4")]


def test_the_target_is_the_one_in_force_now():
    (target,) = process_chart(judged(plans(CALM))).standards
    assert (target.name, set(target.values), target.afresh) == ("Target now", {60}, ())


def test_a_gap_is_drawn_as_a_gap():
    curve = named(process_chart(judged(plans([*CALM[:4], None, *CALM[:3]]))).series, "Figures")
    assert curve.values[4] is None
    assert curve.bridged is False


def test_without_limits_only_the_points_are_drawn():
    chart = process_chart(judged(plans([10, 12])))
    assert [named(chart.limits, name).values for name in ("Upper limit", "Average", "Lower limit")] == [(None, None)] * 3
    assert len(known(chart, named(chart.series, "Common cause"))) == 2


def test_lines_bear_their_name_and_where_a_phase_begins_their_new_amount():
    chart = process_chart(judged(plans(CALM)))
    assert [(label.text, label.side) for label in chart.labels] == [
        ("Upper limit 16.4%", "above"),
        ("Average 11.5%", "above"),
        ("Lower limit 6.6%", "below"),
        ("Target now 60.0%", "above"),
    ]


def test_hidden_figures_are_no_points():
    chart = process_chart(judged(count("assessments_overdue", [9] * 7 + [3]), "assessments_overdue"))
    drawn = [quarter for series in chart.series if series.signs for quarter, *_ in known(chart, series)]
    assert len(drawn) == 7
    assert str(NOW) not in drawn


def test_it_says_what_is_to_be_seen_and_how_it_is_worked_out():
    chart = process_chart(judged(plans(CALM)))
    assert chart.title == "Plans issued within 20 weeks, Kent: 2024/25 Q3: the figure moves within its usual variation."
    assert chart.alternative.startswith("Process control chart of Plans issued within 20 weeks, Kent, to 2024/25 Q3: ")
    assert chart.notes == (
        "These are trial limits, set from fewer than twelve figures: they will move as more come in.",
        METHOD,
    )
