from dataclasses import replace
from datetime import date

import pytest

from kpis.trajectory import Trajectory
from reports.progress.judgement import judge
from reports.sentences.course import pace_sentence, plan_sentence
from tests.reports.build import a_figure
from tests.reports.lines import count, judged, line_of, plans

UNTRIED = "forecasts of such figures were tried from 27 starting points, and 30 are needed"


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ([70] * 8, "The target of at least 60.0% is met."),
        ([70, None], "The target of at least 60.0% is met, counted from 2024/25 Q2, the last figure."),
        (
            [31, 32, 34, 37, 38, 40, 42, 44],
            "At the pace of the last eight quarters (+1.90 a quarter) the figure of 2024/25 Q4 lies between 44.5% and "
            f"47.2%; when the target of at least 60.0% is met cannot be said: {UNTRIED}.",
        ),
        (
            [44, 42, 40, 38, 36, 34, 32, None],
            "At the pace of the last eight quarters (−2.00 a quarter) the figure of 2024/25 Q3 lies between 30.0% and "
            f"30.0%; when the target of at least 60.0% is met cannot be said: {UNTRIED}, counted from 2024/25 Q2, the last "
            "figure.",
        ),
        (
            [30, 40],
            "When the target of at least 60.0% is met cannot be said: the last eight quarters hold 2 comparable figures "
            "since the break in 2022/23 Q4, and 6 are needed.",
        ),
        (
            [],
            "When the target of at least 60.0% is met cannot be said: the last eight quarters hold 0 comparable figures "
            "since the break in 2022/23 Q4, and 6 are needed.",
        ),
    ],
)
def test_the_pace(shares, said):
    assert pace_sentence(judged(plans(shares))) == said


def test_process_control_stands_beside_a_target_that_is_met_and_is_not_asked_of_one_that_is_missed():
    met = pace_sentence(judged(plans([57, 62, 58, 63, 57, 62, 58, 63], of=1000)))
    assert met == (
        "The target of at least 60.0% is met, and without change it will not reliably be met: it lies between the process "
        "limits."
    )
    assert "process limits" not in pace_sentence(judged(plans([62, 57, 63, 58, 62, 57, 63, 58], of=1000)))


def test_seasons_have_no_pace():
    said = pace_sentence(judged(count("permanent_exclusions_send", [9, 30, 30, 30, 9]), "permanent_exclusions_send"))
    assert said == (
        "When the target of at most 4 is met cannot be said: the figure follows the seasons, and no straight line does."
    )


@pytest.mark.parametrize(
    ("shares", "ending"),
    [
        (
            (80, 82, 84, 86, 88, 94),
            "lies between 89.4% and 99.9%; when the target of at least 95.0% is met cannot be said: by the next figure it "
            "is not surely met, and forecasts further ahead did not hold.",
        ),
        (
            (84, 86, 88, 90, 92, 94),
            "lies between 96.0% and 96.0%; the target of at least 95.0% is met by the school year 2024/25.",
        ),
    ],
)
def test_an_annual_figure_can_have_a_date(shares, ending):
    figures = [
        a_figure(measure, value, quarter=f"{year}/{year - 1999} Q4")
        for year, share in zip(range(2018, 2024), shares, strict=True)
        for measure, value in (("phase_transfers_on_time", share * 10), ("phase_transfers", 1000))
    ]
    said = pace_sentence(judged(figures, "phase_transfers_on_time", quarters=25))
    assert said.startswith("At the pace of the last six years (+")
    assert said.endswith(ending)


def test_an_activity_indicator_has_neither():
    found = judged(count("requests_received", [700, 800]), "requests_received")
    assert (pace_sentence(found), plan_sentence(found)) == ("", "")


COURSE = Trajectory({"2024/25 Q1": 50, "2024/25 Q3": 60}, "Recovery plan, illustrative", date(2024, 6, 20))


def planned(shares, course=COURSE):
    return plan_sentence(judge(line_of(plans(shares)), course))


@pytest.mark.parametrize(
    ("shares", "ending"),
    [
        ([58.5], "; the figure is behind plan."),
        ([60], "; the figure is on plan."),
        ([75], "; the figure is ahead of plan."),
        ([50, None], "."),
    ],
)
def test_the_planned_course(shares, ending):
    said = "Planned for 2024/25 Q3: 60.0% (agreed on 20 June 2024; basis: Recovery plan, illustrative)"
    assert planned(shares) == said + ending


def test_without_a_course_nothing_is_planned():
    assert planned([58.5], None) == ""


def test_a_course_for_other_quarters_says_for_which():
    assert planned([58.5], replace(COURSE, points={"2025/26 Q1": 50, "2025/26 Q4": 60})) == (
        "Nothing was planned for 2024/25 Q3: the planned course is for 2025/26 Q1 to 2025/26 Q4 (agreed on 20 June 2024; "
        "basis: Recovery plan, illustrative)."
    )
    assert "the planned course is for 2025/26 Q1 (agreed" in planned([58.5], replace(COURSE, points={"2025/26 Q1": 50}))


def test_a_course_that_came_after_the_figure_judges_it_not():
    assert planned([58.5], replace(COURSE, agreed_on=date(2025, 1, 10))) == (
        "Planned for 2024/25 Q3: 60.0% (agreed on 10 January 2025; basis: Recovery plan, illustrative); it was agreed after "
        "that quarter had ended, so the figure is not held against it."
    )
