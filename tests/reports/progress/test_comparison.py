import pytest

from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from programme.published import published_figures
from programme.quarter import Quarter
from reports.progress.comparison import (
    by_figure,
    comparison_finding,
    comparisons,
    past,
    rank_sentence,
)
from reports.progress.readings import Progress
from tests.reports.build import records_of
from tests.reports.lines import NOW, PLANS

PUBLISHED = by_figure(published_figures())


def shown(kpi=PLANS, area=KENT, quarter=NOW):
    reading = Progress(records_of(published=published_figures())).reading(registry()[kpi], area, quarter)
    return comparisons(reading, PUBLISHED)


def all_plans():
    """Timeliness including exceptions, 2024."""
    return shown()[1]


def test_the_finding_says_above_whom_and_below_whom():
    assert comparison_finding(all_plans()) == (
        "Kent's 32.3% (calendar year 2024) is above the median of its neighbours (2021-04 set) (30.3%), the pooled average "
        "of its neighbours (2021-04 set) (27.7%) and the pooled average of its neighbours (2025-05 set) (32.1%), and below "
        "England (45.9%), the South East (37.9%), the mean of its neighbours (2021-04 set) (33.2%), the mean of its "
        "neighbours (2025-05 set) (40.5%) and the median of its neighbours (2025-05 set) (35.5%)"
    )


def test_every_mismatch_is_labelled():
    assert all_plans().mismatches == (
        "Published for calendar year 2024; this KPI covers October to December 2024.",
        "Another definition: includes plans with permitted exceptions, which this KPI leaves out.",
    )


def test_a_rolling_year_that_is_the_published_year_is_no_mismatch():
    rolling = "plans_within_20_weeks_rolling_year"
    assert shown(rolling)[0].mismatches == ()
    assert shown(rolling, quarter=NOW - 1)[0].mismatches == (
        "Published for calendar year 2023; this KPI covers 12 months to September 2024.",
    )


def test_the_rank_comes_with_its_count():
    one = all_plans()
    assert [rank_sentence(one, each) for each in one.comparison.sets] == [
        "2021-04 set: Kent is 6 of 11 (1 is best; itself and 10 neighbours).",
        "2025-05 set: Kent is 7 of 11 (1 is best; itself and 10 neighbours).",
    ]


def test_an_activity_indicator_is_not_ranked():
    refused = shown("requests_refused")[0]
    assert rank_sentence(refused, refused.comparison.sets[0]) == (
        "2021-04 set: not ranked, because no direction is the better one."
    )
    assert (refused.amount(55.0), refused.amount(None)) == ("55.0%", "not published")


def test_districts_and_kpis_without_a_published_figure_have_no_comparators():
    assert shown(area=DISTRICTS[0]) == []
    assert shown("personal_budgets") == []


def test_nothing_is_taken_from_a_period_that_has_not_ended():
    assert shown(quarter=Quarter.parse("2022/23 Q2"))[0].comparison.period == "2021"


def test_the_way_there():
    one = all_plans()
    found = past(one, PUBLISHED[one.row.figure], NOW)
    assert found.periods[-1] == "2024"
    assert list(found.series) == ["Kent", "England", "South East", "Statistical neighbours"]
    assert found.series["Kent"][-1] == pytest.approx(32.343, abs=0.001)


def test_an_nhs_figure_has_no_council_neighbours():
    waiting = shown("community_paediatrics_within_18_weeks", registry()["community_paediatrics_within_18_weeks"].areas[0])[0]
    assert waiting.comparison.sets == ()
    assert comparison_finding(waiting).startswith("NHS Kent and Medway ICB's 60.5% (month 2023-07) is above England (51.9%)")
