import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.registry import registry
from programme.areas import KENT, area_named
from programme.symbols import Status
from reports.progress.judgement import judge
from reports.sentences.kpi import kpi_headline, kpi_sentence, not_for_area
from tests.reports.build import a_figure, progress_of
from tests.reports.lines import NOW, PLANS, commentary, count, judged, plans, progress_with


def test_the_whole_sentence():
    assert kpi_sentence(judged(plans([49.1, 58.5], of=1000))) == (
        "Plans issued within 20 weeks (Kent, October to December 2024) stood at 58.5% (585 of 1,000), which misses the "
        "target of at least 60.0% but meets the floor of 40.0%; it is improving since 2024/25 Q2 (then 49.1%), more than "
        "chance brings between such counts; there are too few figures for process control."
    )


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (60, "which meets the target of at least 60.0%"),
        (40, "which misses the target of at least 60.0% but meets the floor of 40.0%"),
        (39, "which misses the target of at least 60.0% and the floor of 40.0%"),
    ],
)
def test_against_what(share, said):
    assert said in kpi_sentence(judged(plans([share])))


def test_a_figure_that_is_not_rated_says_why():
    said = kpi_sentence(judged(count("requests_received", [700, 800]), "requests_received"))
    assert "stood at 800, and is not rated: an activity indicator, within its expected range" in said


def test_no_figure_says_why_in_words_that_a_reader_knows():
    said = kpi_sentence(judged([a_figure("plans_issued", 30)]))
    assert said == (
        "Plans issued within 20 weeks (Kent, October to December 2024): there is no figure, because it is not returned "
        "(“Plans issued within 20 weeks of the request, excluding exceptions” for 2024/25 Q3)."
    )


def test_part_of_a_period_missing_is_a_clause_of_its_own():
    said = kpi_sentence(judged(plans([50, None, 50, 50]), "plans_within_20_weeks_rolling_year"))
    assert "there is no figure, because part of the period is missing (2024/25 Q1 not returned)." in said


def test_a_hidden_figure_says_so_and_no_more():
    said = kpi_sentence(judged(count("permanent_exclusions_send", [9, 3]), "permanent_exclusions_send"))
    assert said == (
        "Permanent exclusions of pupils with SEND (Kent, October to December 2024): c. Hidden so that no "
        "child can be recognised, directly or by subtraction."
    )


def test_process_control_gives_its_cause():
    said = kpi_sentence(judged(plans([10, 12, 11, 13, 10, 12, 11, 90])))
    assert "; its level: special cause improving, because the figure is above the upper process limit (trial limits)" in said


def test_where_step_and_level_disagree_the_sentence_says_both():
    found = judged(count("assessments_overdue", [*[100, 101] * 6, 200, 150]), "assessments_overdue", quarters=14)
    assert kpi_sentence(found).endswith(
        "; it is improving since 2024/25 Q2 (then 200), more than 3.267 times its usual step; but its level goes the other "
        "way: special cause concerning, because the figure is above the upper process limit."
    )


def test_a_provisional_figure_says_so():
    assert kpi_sentence(judged(plans([50], status=Status.PROVISIONAL))).endswith("; the figure is provisional.")


def test_a_judged_rating_is_told_with_the_computed_one():
    progress = progress_with(plans([30, 35]), commentary(PLANS, "amber", "two schools closed"))
    found = judge(progress.line(registry()[PLANS], KENT, NOW.last(2)))
    assert "and was judged amber in the return (two schools closed); worked out from the figure: red" in kpi_sentence(found)
    assert kpi_headline(found) == "Plans issued within 20 weeks: 35.0%, judged amber, no real change since 2024/25 Q2"


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (plans([65]), "Plans issued within 20 weeks: 65.0%, target met, direction cannot be said"),
        (plans([30]), "Plans issued within 20 weeks: 30.0%, floor missed, direction cannot be said"),
        ([], "Plans issued within 20 weeks: no figure, not returned"),
    ],
)
def test_the_headline(figures, said):
    assert kpi_headline(judged(figures)) == said


@given(st.sampled_from(sorted(registry())))
def test_no_sentence_begins_with_a_number(kpi):
    found = judge(progress_of().line(registry()[kpi], registry()[kpi].areas[0], NOW.last(3)))
    assert not kpi_sentence(found)[0].isdigit()
    assert not kpi_headline(found)[0].isdigit()


def test_what_is_not_collected_for_an_area_says_whose_figures_stand_there():
    told = not_for_area(registry()["board_attendance"], area_named("Ashford"), KENT)
    assert told == "Board attendance is not collected for Ashford: what is shown is Kent."
