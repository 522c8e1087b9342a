import pytest

from reports.sentences.course import course_sentence, plan_sentence
from tests.reports.lines import count, judged, plans


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ([70] * 8, "The target of at least 60.0% is met."),
        ([70, None], "The target of at least 60.0% is met, counted from 2024/25 Q2, the last figure."),
        (
            [30, 32, 34, 36, 38, 40, 42, 44],
            "At the pace of the last eight quarters the target of at least 60.0% is met in 2026/27 Q3 "
            "(range 2026/27 Q3 to 2026/27 Q3).",
        ),
        (
            [44, 42, 40, 38, 36, 34, 32, 30],
            "Not at this pace: as the last eight quarters went, the target of at least 60.0% is not met within ten years.",
        ),
        ([30, 40], "There are too few figures in the last eight quarters to say when the target of at least 60.0% is met."),
        ([], "There are too few figures in the last eight quarters to say when the target of at least 60.0% is met."),
    ],
)
def test_the_course(shares, said):
    assert course_sentence(judged(plans(shares))) == said


def test_a_slow_end_that_never_arrives_is_left_open():
    said = course_sentence(judged(plans([30, 50, 20, 55, 25, 58, 20, 59])))
    assert said.endswith("with no latest quarter: the slow end does not reach it in ten years).")


def test_a_course_counts_from_the_last_figure():
    said = course_sentence(judged(plans([30, 32, 34, 36, 38, 40, 42, None])))
    assert said.endswith(", counted from 2024/25 Q2, the last figure.")


def test_an_activity_indicator_has_neither():
    found = judged(count("requests_received", [700, 800]), "requests_received")
    assert (course_sentence(found), plan_sentence(found)) == ("", "")


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ([58.5], "Planned for 2024/25 Q3: 60.0%; the figure is behind plan."),
        ([60], "Planned for 2024/25 Q3: 60.0%; the figure is on plan."),
        ([75], "Planned for 2024/25 Q3: 60.0%; the figure is ahead of plan."),
        ([50, None], "Planned for 2024/25 Q3: 60.0%."),
    ],
)
def test_the_plan(shares, said):
    assert plan_sentence(judged(plans(shares))) == said
