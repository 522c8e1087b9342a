from datetime import date

from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from programme.events import Event
from programme.symbols import Status
from reports.charts.events import marked
from reports.charts.line import line_chart, seen_values
from reports.palette import LINE
from tests.reports.build import a_figure
from tests.reports.lines import NOW, commentary, count, line_of, plans, progress_with


def trace(chart, name):
    return next(each for each in chart.data if each.name == name)


def names(chart):
    return [each.name for each in chart.data]


def points(line):
    return trace(line_chart(line), line.kpi.title)


def test_a_gap_stays_a_gap():
    line = line_of(plans([50, None, 60]), quarters=3)
    assert seen_values(line) == [50, None, 60]
    assert (list(points(line).y), points(line).connectgaps) == ([50, None, 60], False)


def test_hidden_figures_are_not_drawn_nor_told_on_hovering():
    line = line_of(count("permanent_exclusions_send", [9, 3]), "permanent_exclusions_send", quarters=2)
    assert list(points(line).y) == [9, None]
    assert points(line).text[1] == "c (hidden: fewer than 5 children), not rated"


def test_ratings_are_shapes_as_well_as_colours():
    assert list(points(line_of(plans([70, 50, 30]), quarters=3)).marker.symbol) == ["circle", "diamond", "triangle-up"]


def test_provisional_is_open_and_its_outline_stands_out():
    line = line_of(plans([70], status=Status.PROVISIONAL), quarters=1)
    assert list(points(line).marker.symbol) == ["circle-open"]
    assert list(points(line).marker.color) == [LINE]


def test_carried_is_small():
    figures = [a_figure(name, 80, quarter="2023/24 Q4") for name in ("phase_transfers_on_time", "phase_transfers")]
    line = line_of(figures, "phase_transfers_on_time", quarters=4)
    assert list(points(line).marker.size) == [12, 7, 7, 7]


def test_target_and_floor_step_with_the_quarters_they_applied_in():
    chart = line_chart(line_of(plans([50] * 8), quarters=8))
    assert list(trace(chart, "Target").y) == [60, 60, 60, 80, 80, 60, 60, 60]
    assert list(trace(chart, "Floor").y) == [40] * 8
    assert list(trace(chart, "Labels").text) == ["Floor 40.0%", "Target 60.0%", "60.0%", "80.0%", "\u2003<b>50.0%</b>"]


def test_a_close_to_target_kpi_has_two_edges():
    figures = count("plans_in_place", [18_000]) + count("casework_staff", [100])
    chart = line_chart(line_of(figures, "plans_per_caseworker", quarters=1))
    assert (list(trace(chart, "Target, upper edge").y), list(trace(chart, "Lower edge").y)) == ([200], [160])


def test_an_activity_indicator_has_its_expected_range_where_that_applies():
    chart = line_chart(line_of(count("requests_received", [800]), "requests_received", quarters=1))
    assert (list(trace(chart, "Expected, upper end").y), list(trace(chart, "Lower end").y)) == ([1100], [650])
    district = line_of(
        count("requests_received", [80], area=DISTRICTS[0]), "requests_received", area=DISTRICTS[0], quarters=1
    )
    assert names(line_chart(district)) == ["Requests for assessment", "Labels"]


def test_a_counts_target_is_not_drawn_for_a_district():
    district = line_of(count("assessments_overdue", [40], area=DISTRICTS[0]), "assessments_overdue", area=DISTRICTS[0])
    assert names(line_chart(district)) == ["Assessments open for more than 20 weeks", "Labels"]


def test_events_are_upright_lines_with_letters_and_their_names_under_the_mouse():
    revisit = Event(date(2024, 8, 6), None, "Improvement Notice lifted", "Notice lifted", "")
    line = line_of(plans([50, 50]), quarters=2)
    chart = line_chart(line, marked([revisit], NOW.last(2)))
    uprights = trace(chart, "Uprights")
    assert (list(uprights.x), list(uprights.y)) == (["2024/25 Q2", "2024/25 Q2", None], [*chart.layout.yaxis.range, None])
    assert (list(uprights.text), list(uprights.hovertext)) == (["", "A", ""], ["", "A: Notice lifted", ""])
    assert "Uprights" not in names(line_chart(line))


def test_a_judged_point_says_so_on_hovering():
    progress = progress_with(plans([35]), commentary("plans_within_20_weeks", "amber", "two schools closed"))
    line = progress.line(registry()["plans_within_20_weeks"], KENT, [NOW])
    assert points(line).text[0] == "35.0%, amber (judged)"
