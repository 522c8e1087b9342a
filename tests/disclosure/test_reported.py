from dataclasses import replace

import pytest

from disclosure.reported import reported_seen
from programme.areas import DISTRICTS, KENT
from programme.figure import Figure, Source
from programme.period import Period
from programme.period_figure import reported_for_quarters
from programme.symbols import Symbol
from tests.store.returns.test_period_figures import Q4, REPORTED

KPI = "plans_within_20_weeks"
ROLLING = "plans_within_20_weeks_rolling_year"
KEY = (KPI, KENT.code, Q4)


def given(measure="plans_issued", area=KENT, quarter=Q4, value=120.0):
    symbol = Symbol.SUPPRESSED if value is None else None
    figure = Figure(measure, area, quarter, value, symbol, Source("return.xlsx", "Figures", "D4"))
    return {figure.key: figure}


def test_readers_see_it_where_its_layout_says_why_and_no_count_was_given():
    assert reported_seen({KEY: REPORTED}, {}) == {KEY: REPORTED}
    assert reported_seen({KEY: REPORTED}, given("pupils_ehcp")) == {KEY: REPORTED}
    assert reported_seen({KEY: REPORTED}, given(quarter=Q4 - 1)) == {KEY: REPORTED}


@pytest.mark.parametrize(
    "facts",
    [
        given(),
        given("plans_issued_within_20_weeks"),
        given(value=None),
        given(area=DISTRICTS[3]),
    ],
    ids=["its base", "its part", "a symbol", "a district's"],
)
def test_beside_any_count_behind_it_readers_do_not_see_it(facts):
    assert reported_seen({KEY: REPORTED}, facts) == {}


def test_of_a_district_kents_counts_are_beside_it():
    district = {(KPI, DISTRICTS[0].code, Q4): replace(REPORTED, area=DISTRICTS[0])}
    assert reported_seen(district, {}) == district
    assert reported_seen(district, given()) == {}


def test_of_a_rolling_year_a_count_of_any_of_its_quarters_is_beside_it():
    year = {(ROLLING, KENT.code, Q4): replace(REPORTED, measure=ROLLING)}
    assert reported_seen(year, given(quarter=Q4 - 4)) == year
    assert reported_seen(year, given(quarter=Q4 - 3)) == {}


def test_without_a_reason_readers_do_not_see_it():
    assert reported_seen({KEY: replace(REPORTED, open_to_readers=False)}, {}) == {}


def test_what_is_of_no_kpi_of_ours_is_shown_to_nobody():
    assert reported_seen({("cs01", KENT.code, Q4): replace(REPORTED, measure="cs01")}, {}) == {}


def test_only_numbers_that_were_reported_of_a_quarter_are_taken():
    others = [
        replace(REPORTED, period=Period.of_month(2023, 3)),
        replace(REPORTED, period=Period.of_year(2023)),
        replace(REPORTED, value=None, symbol=Symbol.SUPPRESSED),
    ]
    assert reported_for_quarters(others) == {}
    assert reported_for_quarters([REPORTED, *others]) == {KEY: REPORTED}
