from dataclasses import replace
from datetime import date

from kpis.registry import registry
from kpis.trajectory import Trajectory
from programme.areas import DISTRICTS, KENT
from programme.events import Event
from programme.symbols import Status
from reports.charts.beside import KEY
from reports.charts.chart import Label, Steps, Stroke
from reports.charts.line import line_chart, seen_values
from reports.palette import LINE
from tests.reports.build import a_figure
from tests.reports.lines import NOW, commentary, count, line_of, plans, progress_with


def points(line):
    (series,) = line_chart(line).series
    return series


def shapes(line):
    return [sign.shape for sign in points(line).signs]


def standards(line):
    return {steps.name: list(steps.values) for steps in line_chart(line).standards}


def test_a_gap_stays_a_gap():
    line = line_of(plans([50, None, 60]), quarters=3)
    assert seen_values(line) == (50, None, 60)
    assert (points(line).values, points(line).bridged) == ((50, None, 60), False)


def test_hidden_figures_are_not_drawn_nor_told_on_hovering():
    line = line_of(count("permanent_exclusions_send", [9, 3]), "permanent_exclusions_send", quarters=2)
    assert points(line).values == (9, None)
    assert points(line).told[1] == "c, not rated"


def test_ratings_are_shapes_as_well_as_colours():
    assert shapes(line_of(plans([70, 50, 30]), quarters=3)) == ["circle", "diamond", "triangle-up"]


def test_provisional_is_open_and_its_outline_stands_out():
    line = line_of(plans([70], status=Status.PROVISIONAL), quarters=1)
    assert shapes(line) == ["circle-open"]
    assert [sign.colour for sign in points(line).signs] == [LINE]
    assert "Open shapes are provisional figures." in line_chart(line).key[0]


def test_carried_is_small():
    figures = [a_figure(name, 80, quarter="2023/24 Q4") for name in ("phase_transfers_on_time", "phase_transfers")]
    line = line_of(figures, "phase_transfers_on_time", quarters=4)
    assert [sign.size for sign in points(line).signs] == [12, 7, 7, 7]
    assert "Small shapes repeat an annual figure that is carried forward." in line_chart(line).key[0]
    assert line_chart(line).headline == "One figure only: 100.0% in 2023/24 Q4"


def test_target_and_floor_step_with_the_quarters_they_applied_in():
    line = line_of(plans([50] * 8), quarters=8)
    assert standards(line) == {"Target": [60, 60, 60, 80, 80, 60, 60, 60], "Floor": [40] * 8}
    assert [(label.text, label.side) for label in line_chart(line).labels] == [
        ("Target 60.0%", "above"),
        ("80.0%", "above"),
        ("60.0%", "above"),
        ("Floor 40.0%", "below"),
        ("50.0%", "beside"),
    ]


def test_a_close_to_target_kpi_has_two_edges():
    figures = count("plans_in_place", [18_000]) + count("casework_staff", [100])
    line = line_of(figures, "plans_per_caseworker", quarters=1)
    assert standards(line) == {"Target, upper edge": [200], "Lower edge": [160]}


def test_an_activity_indicator_has_its_expected_range_where_that_applies():
    line = line_of(count("requests_received", [800]), "requests_received", quarters=1)
    assert standards(line) == {"Expected, upper end": [1100], "Lower end": [650]}
    figures = count("requests_received", [80], area=DISTRICTS[0])
    district = line_of(figures, "requests_received", area=DISTRICTS[0], quarters=1)
    assert (points(district).name, standards(district)) == ("Requests for assessment", {})


def test_a_counts_target_is_not_drawn_for_a_district():
    district = line_of(count("assessments_overdue", [40], area=DISTRICTS[0]), "assessments_overdue", area=DISTRICTS[0])
    assert (points(district).name, standards(district)) == ("Assessments open for more than 20 weeks", {})


def test_what_happened_within_the_quarters_is_on_the_chart_and_in_its_key():
    lifted = Event(date(2024, 8, 6), None, "Improvement Notice lifted", "Notice lifted", "")
    early = Event(date(2018, 1, 1), None, "Early", "Early", "")
    line = line_of(plans([50, 50]), quarters=2)
    chart = line_chart(line, [lifted, early])
    assert [(each.date, each.quarter, each.short) for each in chart.events] == [(lifted.date, NOW - 1, "Notice lifted")]
    assert chart.key[1:] == ("What happened: 2024/25 Q2 Notice lifted.",)
    assert (line_chart(line).events, line_chart(line).key[1:]) == ((), ())


def test_it_says_what_it_is_what_is_to_be_seen_in_it_and_both_in_words():
    chart = line_chart(line_of(plans([50, 20, 80, 60]), quarters=4))
    assert chart.title == (
        "Plans issued within 20 weeks, Kent: From 50.0% in 2023/24 Q4 to 60.0% in 2024/25 Q3; lowest 20.0% in 2024/25 Q1; "
        "highest 80.0% in 2024/25 Q2"
    )
    assert chart.alternative.startswith("Plans issued within 20 weeks, Kent, by quarter: first 50.0% in 2023/24 Q4, ")
    assert chart.key == ("▲ red, ◆ amber, ● green.",)
    assert (chart.suffix, chart.decimals) == ("%", 1)


def test_a_judged_point_says_so_on_hovering():
    progress = progress_with(plans([35]), commentary("plans_within_20_weeks", "amber", "two schools closed"))
    line = progress.line(registry()["plans_within_20_weeks"], KENT, [NOW])
    assert points(line).told[0] == "35.0%, amber (judged)"


def test_without_a_figure_there_is_a_chart_of_gaps():
    chart = line_chart(line_of([], quarters=3))
    assert (chart.series[0].values, chart.headline) == ((None, None, None), "There is no figure to draw")
    assert [label.text for label in chart.labels] == ["Target 60.0%", "Floor 40.0%"]


COURSE = Trajectory({str(NOW): 55, str(NOW + 2): 65}, "Recovery plan", date(2024, 6, 20))


def test_a_planned_course_is_drawn_as_its_own_line_and_on_into_quarters_to_come():
    line = line_of(plans([50, 52]), quarters=2)
    drawn = line_chart(line, course=COURSE)
    figures, planned = drawn.series
    assert drawn.periods == (NOW - 1, NOW, NOW + 1, NOW + 2)
    assert (figures.values, planned.values) == ((50, 52, None, None), (None, 55, 60, 65))
    assert (planned.name, planned.signs, planned.stroke.dash) == ("Planned course", (), "dashdot")
    assert {len(steps.values) for steps in drawn.standards} == {4}
    assert drawn.key[1] == (
        "Broken line: the planned course (55.0% in 2024/25 Q3, 65.0% in 2025/26 Q1), agreed on 20 June 2024."
    )


def test_a_course_that_is_over_adds_no_quarter_and_a_long_one_at_most_two_years():
    line = line_of(plans([50, 52]), quarters=2)
    over = replace(COURSE, points={str(NOW - 1): 45})
    assert line_chart(line, course=over).periods == (NOW - 1, NOW)
    assert line_chart(line, course=replace(COURSE, points={str(NOW + 40): 90})).periods[-1] == NOW + 8
    assert len(line_chart(line).series) == 1


def test_what_stands_beside_it_is_explained_in_the_key():
    line = line_of(plans([50, 50]), quarters=2)
    beside = ((Steps("England", (46.0, 46.0), Stroke("#123456")),), (Label(NOW, 46, "England 46.0%, 2024", "above"),))
    chart = line_chart(line, (), beside)
    assert (chart.key[1], chart.standards[-1].name, chart.labels[-2].text) == (KEY, "England", "England 46.0%, 2024")
