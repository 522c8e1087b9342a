from dataclasses import replace

import pytest

from disclosure.period_figures import HiddenPeriodFigure, connected, period_figures_seen
from programme.areas import DISTRICTS, KENT, NHS_KENT_AND_MEDWAY
from programme.hidden import Item
from programme.period import Period, PeriodKind
from programme.symbols import Symbol
from tests.disclosure.test_reported import given
from tests.store.returns.test_period_figures import FEBRUARY, JANUARY, MARCH, Q4, REPORTED, WAITING, count

BAND = "community_paediatrics_waiting_over_52_weeks"


def published(measure, period, value, area=NHS_KENT_AND_MEDWAY):
    return replace(count(measure, period, value, area), open_to_readers=True)


OPEN = (published(WAITING, JANUARY, 4508), published(WAITING, FEBRUARY, 4600), published(BAND, FEBRUARY, 125))


def values(figures, facts=None, hidden=frozenset()):
    return [each.value for each in period_figures_seen(figures, facts or {}, hidden)]


def test_counts_of_a_published_source_are_seen_as_they_are():
    assert period_figures_seen(OPEN, {}, frozenset()) == OPEN


def test_of_a_hidden_one_there_is_its_place_and_nothing_that_it_says():
    (seen,) = period_figures_seen([count(WAITING, MARCH, 4508, NHS_KENT_AND_MEDWAY)], {}, frozenset())
    assert isinstance(seen, HiddenPeriodFigure)
    assert (seen.measure, seen.period, str(seen.source), seen.kind) == (WAITING, MARCH, "Data!B5", "count")
    assert (seen.value, seen.symbol, seen.as_printed, seen.note) == (None, None, "", "")


@pytest.mark.parametrize(
    "other",
    [
        published(BAND, MARCH, 3),
        published("community_paediatrics_waiting_within_18_weeks", FEBRUARY, 4598),
        count("community_paediatrics_waiting_0_to_1_weeks", JANUARY, 130, NHS_KENT_AND_MEDWAY),
    ],
    ids=["a small one", "one that differs little from its whole", "one whose source is not published"],
)
def test_what_could_be_worked_out_from_one_another_is_seen_together_or_not_at_all(other):
    assert values((*OPEN, other)) == [None] * 4
    later = replace(other, period=Period.of_month(2023, 4))
    assert values((*OPEN, later))[:3] == [4508, 4600, 125]


def test_beside_a_hidden_count_of_the_quarter_none_is_seen():
    assert values(OPEN, hidden=frozenset({Item(WAITING, NHS_KENT_AND_MEDWAY.code, Q4, 1)})) == [None] * 3
    assert values(OPEN, hidden=frozenset({Item(WAITING, NHS_KENT_AND_MEDWAY.code, Q4 + 3, 4)})) == [None] * 3
    assert values(OPEN, hidden=frozenset({Item(WAITING, NHS_KENT_AND_MEDWAY.code, Q4 + 1, 1)})) == [4508, 4600, 125]


def test_a_district_is_seen_with_its_whole_or_not_at_all():
    whole, part = (published("requests_received", JANUARY, value, area) for value, area in ((90, KENT), (4, DISTRICTS[0])))
    assert values((whole, replace(part, value=9.0))) == [90, 9]
    assert values((whole, part)) == [None, None]


def test_a_sign_and_what_counts_nobody_hide_nothing():
    sign, money = count(WAITING, JANUARY, Symbol.SUPPRESSED), count("dsg_income_thousand_pounds", JANUARY, 3)
    assert period_figures_seen((sign, money), {}, frozenset()) == (sign, money)


def test_a_reported_value_is_seen_where_no_count_behind_it_was_given():
    month = replace(REPORTED, period=FEBRUARY)
    year = replace(REPORTED, period=Period.of_year(2022, PeriodKind.FINANCIAL_YEAR))
    assert values((month, year)) == [41.5, 41.5]
    assert values((month, year), given()) == [None, None]
    assert values((month, year), given(quarter=Q4 - 1)) == [41.5, None]
    assert values((month, published("plans_issued", JANUARY, 120, KENT))) == [None, 120]
    assert values([replace(month, open_to_readers=False)]) == [None]


def test_measures_that_are_parts_of_one_sum_are_connected():
    assert connected("requests_received") >= {"requests_received"}
    assert connected(BAND) == connected(WAITING)
    assert len(connected(WAITING)) == 9
