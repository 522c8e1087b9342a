"""A value that somebody else worked out stands where counts are not there, and is part of no sum."""

from dataclasses import replace

import pytest

from kpis.evaluate import evaluate
from kpis.evidence import Evidence, facts_of
from kpis.outcome import Known, Reason
from kpis.rating import Rating, rate
from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from programme.figure import Figure, Source
from programme.symbols import Status, Symbol
from tests.store.returns.test_period_figures import Q4, REPORTED

KPI, ROLLING = registry()["plans_within_20_weeks"], registry()["plans_within_20_weeks_rolling_year"]


def count(measure, value, area=KENT, quarter=Q4):
    symbol = value if isinstance(value, Symbol) else None
    return Figure(measure, area, quarter, None if symbol else value, symbol, Source("return.xlsx", "Figures", "D4"))


def counts(in_time=60.0, issued=120.0, **of):
    return [count("plans_issued_within_20_weeks", in_time, **of), count("plans_issued", issued, **of)]


def worked(*figures, kpi=KPI, told=REPORTED, area=KENT, quarter=Q4):
    reported = {(told.measure, told.area.code, told.period.quarter): told}
    return evaluate(kpi, area, quarter, Evidence(facts_of(list(figures)), reported=reported))


def test_it_stands_without_numerator_marked_and_with_its_cell():
    result = worked()
    assert result.outcome == Known(41.5)
    assert result.inputs == (REPORTED,)
    assert result.as_reported is REPORTED
    assert result.period == "January to March 2023, as reported, not worked out here"
    assert not result.provisional
    assert worked(told=replace(REPORTED, status=Status.PROVISIONAL)).provisional


def test_it_is_rated():
    assert rate(worked()).rating is Rating.AMBER
    assert rate(worked(told=replace(REPORTED, value=99.0))).rating is Rating.GREEN


def test_counts_supersede_it_and_so_does_what_a_symbol_says():
    result = worked(*counts())
    assert (result.value, result.as_reported, result.period) == (50.0, None, "January to March 2023")
    assert worked(*counts(in_time=Symbol.SUPPRESSED)).outcome.reason is Reason.SUPPRESSED
    assert worked(*counts(issued=0.0)).outcome.reason is Reason.ZERO_DENOMINATOR


def test_it_stands_while_only_a_part_of_the_counts_is_there():
    assert worked(counts()[0]).as_reported is REPORTED


@pytest.mark.parametrize("quarter", [Q4 - 1, Q4 + 1])
def test_it_is_of_its_own_quarter_and_area_and_kpi_alone(quarter):
    assert worked(quarter=quarter).outcome.reason is Reason.NOT_RETURNED
    assert worked(area=DISTRICTS[0]).outcome.reason is Reason.NOT_RETURNED
    assert worked(kpi=ROLLING).value is None


def test_it_is_in_no_rolling_year():
    before = [each for back in (1, 2, 3) for each in counts(quarter=Q4 - back)]
    result = worked(*before, kpi=ROLLING)
    assert result.outcome.reason is Reason.PERIOD_INCOMPLETE
    told = replace(REPORTED, measure=ROLLING.id, value=47.0)
    assert worked(*before, kpi=ROLLING, told=told).outcome == Known(47.0)


def test_districts_that_were_reported_make_no_whole():
    told = {(KPI.id, area.code, Q4): replace(REPORTED, area=area) for area in DISTRICTS}
    assert evaluate(KPI, KENT, Q4, Evidence(reported=told)).outcome.reason is Reason.NOT_RETURNED
