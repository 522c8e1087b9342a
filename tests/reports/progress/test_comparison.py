import pytest

from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.published import published_figures
from programme.quarter import Quarter
from reports.progress.comparison import (
    by_series,
    comparisons,
    past,
)
from reports.progress.readings import Progress
from tests.reports.build import records_of
from tests.reports.lines import NOW, PLANS

PUBLISHED = by_series(published_figures())


def shown(kpi=PLANS, area=KENT, quarter=NOW):
    reading = Progress(records_of(published=published_figures()), Role.READER).reading(registry()[kpi], area, quarter)
    return comparisons(reading, PUBLISHED)


def all_plans():
    """Timeliness including exceptions, 2024."""
    return shown()[1]


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


def test_an_activity_indicator_is_not_ranked():
    refused = shown("requests_refused")[0]
    assert refused.figures.sets[0].rank is None


def test_districts_and_kpis_without_a_published_figure_have_no_comparators():
    assert shown(area=DISTRICTS[0]) == []
    assert shown("personal_budgets") == []


def test_nothing_is_taken_from_a_period_that_has_not_ended():
    assert shown(quarter=Quarter.parse("2022/23 Q2"))[0].figures.period == "2021"


def test_the_way_there():
    one = all_plans()
    found = past(one, PUBLISHED[one.own.series], NOW)
    assert found.periods[-1] == "2024"
    assert list(found.series) == ["Kent", "England", "South East", "Statistical neighbours"]
    assert found.series["Kent"][-1] == pytest.approx(32.343, abs=0.001)
