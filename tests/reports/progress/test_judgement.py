from dataclasses import replace
from datetime import date

from kpis.direction import Barrier, Direction
from kpis.pace import Outlook
from kpis.rating import Rating
from kpis.registry import registry
from kpis.spc import Assurance, Variation
from kpis.spc_rules import SpecialCause
from kpis.trajectory import PlanStanding, Trajectory
from kpis.trend import DirectionOfTravel
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.trajectory import PlannedPoint
from record.logs import Logs
from reports.progress import judgement
from reports.progress.judgement import RedGroup, judge, judgement_of, seen_of
from reports.progress.readings import Progress
from tests.reports.build import a_figure, records_of
from tests.reports.lines import NOW, PLANS, STEADY, commentary, count, judged, line_of, plans

CANTERBURY = next(area for area in DISTRICTS if area.name == "Canterbury")


def test_both_rules_of_direction_are_answered_and_named():
    found = judged(plans([20, 22, 24, 26, 28, 30, 32, 31]))
    assert (found.since_last_rule, found.since_last.direction, found.since_last.since) == (
        "since last figure",
        DirectionOfTravel.WORSENED,
        NOW - 1,
    )
    assert (found.trend.direction, found.trend.since) == (DirectionOfTravel.IMPROVING, NOW - 7)
    assert (found.direction, found.step.since) == (Direction.NO_REAL_CHANGE, NOW - 1)


def test_a_seasonal_kpi_is_held_against_the_same_quarter_last_year():
    found = judged(count("permanent_exclusions_send", [9, 30, 30, 30, 8]), "permanent_exclusions_send", quarters=5)
    assert (found.since_last_rule, found.since_last.direction, found.since_last.since) == (
        "same quarter last year",
        DirectionOfTravel.IMPROVED,
        NOW - 4,
    )
    assert (found.direction, found.step.since) == (Direction.NO_REAL_CHANGE, NOW - 4)


def test_the_series_begins_with_the_first_figure():
    found = judged(plans([50, 60, 70]), quarters=20)
    assert list(found.series) == NOW.last(3)
    assert found.trend.since == NOW - 2


def test_without_any_figure_nothing_is_said():
    found = judged([])
    assert (found.since_last, found.trend, found.variation, found.assurance, found.plan_standing, found.special_cause) == (
        None,
    ) * 6
    assert (found.direction, found.red_group) == (Direction.CANNOT_BE_SAID, None)
    assert found.process_quarter is None
    assert found.pace.outlook is Outlook.TOO_FEW


def test_process_control_answers_twice():
    # Eight quarters, so trial limits.
    found = judged(plans([10, 12, 11, 13, 10, 12, 11, 13]))
    assert (found.variation, found.assurance) == (Variation.COMMON_CAUSE, Assurance.CONSISTENT_FAIL)
    assert (found.special_cause, found.chart.latest.trial) == (SpecialCause.COMMON_CAUSE, True)


def test_process_control_of_an_earlier_quarter_is_not_that_of_the_newest():
    found = judged(plans([10, 12, 11, 13, 10, 12, 11, None]))
    assert found.process_quarter == NOW - 1
    assert (found.variation, found.special_cause) == (Variation.COMMON_CAUSE, None)


def test_rolling_figures_have_no_process_control():
    found = judged(plans([*STEADY, *STEADY], last=NOW), "plans_within_20_weeks_rolling_year", quarters=20)
    assert (found.quarters, len(found.chart), found.variation, found.assurance) == ((), 0, None, None)
    assert found.direction is Direction.NO_REAL_CHANGE


COURSE = Trajectory({str(NOW): 60}, "plan", date(2024, 6, 20))


def test_the_planned_course_is_that_of_the_quarter_in_which_the_figure_was_reported():
    found = judge(line_of(plans([58.5])), COURSE)
    assert (found.trajectory, found.planned, found.plan_standing) == (COURSE, 60, PlanStanding.BEHIND)


def test_a_count_has_no_plan_for_a_district():
    found = judged(count("assessments_overdue", [40, 50], area=CANTERBURY), "assessments_overdue", area=CANTERBURY)
    assert (found.planned, found.plan_standing, found.pace) == (None, None, None)


def test_hidden_figures_are_in_no_judgement():
    figures = count("permanent_exclusions_send", [9, 9, 9, 9, 3])
    line = line_of(figures, "permanent_exclusions_send", quarters=5)
    assert seen_of(line)[NOW] is None
    found = judge(line, COURSE)
    assert (found.direction, found.since_last, found.trend, found.pace, found.trajectory) == (
        Direction.HIDDEN,
        None,
        None,
        None,
        None,
    )
    assert (found.planned, found.plan_standing, found.special_cause, found.red_group) == (None, None, None, None)


def test_a_red_is_in_one_of_four_groups_and_nothing_else_is_in_any():
    def group(*shares, kpi="plans_within_20_weeks"):
        return judged(plans(shares, of=1000), kpi).red_group

    assert group(35, 30) is RedGroup.WORSENING
    assert group(30, 30.5) is RedGroup.NO_REAL_CHANGE
    assert group(30, 35) is RedGroup.RECOVERING
    assert group(None, 35) is RedGroup.CANNOT_BE_SAID
    assert (group(70, 65), group(70, 50), group(35, None)) == (None, None, None)


def test_the_level_can_go_against_the_step():
    def overdue(*values):
        return judged(count("assessments_overdue", values), "assessments_overdue", quarters=len(values))

    found = overdue(*[100, 101] * 6, 200, 150)
    assert (found.direction, found.variation, found.at_odds) == (Direction.IMPROVING, Variation.CONCERNING, True)
    worse = overdue(*[100, 101] * 6, 200)
    assert (worse.direction, worse.variation, worse.at_odds) == (Direction.WORSENING, Variation.CONCERNING, False)
    assert not overdue(*[100, 101] * 6, 200, 150, None).at_odds


def test_a_carried_figure_is_judged_where_it_was_reported():
    figures = [
        a_figure(measure, value, quarter=quarter)
        for quarter, values in {"2022/23 Q4": (58, 100), "2023/24 Q4": (81, 100)}.items()
        for measure, value in zip(("phase_transfers_on_time", "phase_transfers"), values, strict=True)
    ]
    found = judged(figures, "phase_transfers_on_time", area=KENT, quarters=9)
    assert found.reading.carried
    assert found.reported == Quarter.parse("2023/24 Q4")
    assert (found.since_last.since, found.step.since) == (Quarter.parse("2022/23 Q4"),) * 2


def test_a_break_keeps_last_year_apart_and_is_named():
    last = Quarter.parse("2022/23 Q4")
    found = judged(plans([40, 60], last=last), last=last)
    assert (found.direction, found.step.barrier, found.since_last) == (Direction.CANNOT_BE_SAID, Barrier.BREAK, None)
    assert found.broken.quarter == last


def test_the_verdict_stays_with_the_figures_whatever_is_written_and_is_another_by_another_course(monkeypatch):
    worked_out, verdict = [], judgement.verdict
    monkeypatch.setattr(judgement, "verdict", lambda *about: worked_out.append(about) or verdict(*about))
    known, progress = records_of(*plans([58.5, 57])), None

    def judged_with(**logs):
        nonlocal progress
        progress = Progress(replace(known, logs=Logs(**logs)), Role.READER, before=progress)
        return judgement_of(progress, registry()[PLANS], KENT, NOW)

    first = judged_with()
    written = judged_with(commentary=(commentary(PLANS, "green", "Two left"),))
    assert len(worked_out) == 1
    assert (first.reading.rated.rating, written.reading.rated.rating) == (Rating.AMBER, Rating.GREEN)
    assert (written.chart, written.step, written.trajectory) == (first.chart, first.step, None)
    for value, standing in ((60, PlanStanding.BEHIND), (50, PlanStanding.AHEAD)):
        source = Source("return.xlsx", "Trajectory", "A2", 1)
        point = PlannedPoint(PLANS, None, NOW, value, "Recovery plan", date(2024, 6, 20), source)
        assert (found := judged_with(trajectory=(point,))).plan_standing is standing
        assert (found.planned, found.chart) == (value, first.chart)
    assert len(worked_out) == 3
