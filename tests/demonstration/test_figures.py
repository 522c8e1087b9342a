"""The figures are whole returns, consistent, with gaps and provisional values that say why."""

from collections import Counter

import pytest

from demonstration.figures import figures, first_figures
from demonstration.series import LAST, QUARTERS
from programme.areas import DISTRICTS, KENT
from programme.measures import due_measures, measures
from programme.symbols import Status, Symbol

ALL = (1, 2, 3, 4, 5)


@pytest.mark.parametrize("quarter", QUARTERS, ids=str)
def test_every_due_measure_is_returned_once_for_each_of_its_areas(quarter):
    returned = [(figure.measure, figure.area.code) for figure in figures(quarter)]
    due = [(measure.id, area.code) for measure in due_measures(quarter, ALL) for area in measure.areas]
    assert returned == due
    assert {figure.quarter for figure in figures(quarter)} == {quarter}


@pytest.mark.parametrize("returned", [*map(figures, QUARTERS[1:]), first_figures(LAST - 1)])
def test_districts_add_up_and_parts_stay_within_wholes(returned):
    known = {(figure.measure, figure.area.code): figure.value for figure in returned if figure.value is not None}
    for (measure, area), value in known.items():
        whole = known.get((measures()[measure].at_most, area))
        assert whole is None or value <= whole, (measure, area)
        parts = [known.get((measure, district.code)) for district in DISTRICTS]
        if area == KENT.code and None not in parts:
            assert sum(parts) == value


def test_symbols_are_few_allowed_and_have_their_reason():
    missing = [figure for quarter in QUARTERS for figure in figures(quarter) if figure.symbol]
    assert Counter(figure.symbol for figure in missing) == {
        Symbol.NOT_AVAILABLE: 138,
        Symbol.LOW_RELIABILITY: 6,
        Symbol.SUPPRESSED: 4,
        Symbol.ROUNDS_TO_ZERO: 1,
    }
    assert all(figure.note and figure.symbol in measures()[figure.measure].symbols for figure in missing)


def test_a_hidden_district_is_never_the_only_one():
    """Otherwise it could be had by taking the others from Kent."""
    hidden = Counter(
        (figure.measure, quarter)
        for quarter in QUARTERS
        for figure in figures(quarter)
        if figure.symbol is Symbol.SUPPRESSED
    )
    assert set(hidden.values()) == {2}


def test_weakness_9_has_gaps_and_is_missing_in_the_newest_quarter():
    newest = [figure for figure in figures(LAST) if figure.measure == "children_without_provision_reviewed"]
    assert len(newest) == 13
    assert {figure.symbol for figure in newest} == {Symbol.NOT_AVAILABLE}


def test_what_is_not_settled_is_provisional():
    provisional = {figure.measure for figure in figures(LAST) if figure.status is Status.PROVISIONAL}
    assert provisional == {
        "camhs_started",
        "camhs_started_within_18_weeks",
        "wheelchairs_delivered",
        "wheelchairs_within_18_weeks",
    }
    assert {figure.status for figure in figures(LAST - 1)} == {Status.FINAL}


def test_the_first_return_of_a_corrected_quarter_is_provisional_and_partly_wrong():
    first = {figure.key: figure for figure in first_figures(LAST - 1)}
    settled = {figure.key: figure for figure in figures(LAST - 1)}
    assert first.keys() == settled.keys()
    assert {figure.status for figure in first.values()} == {Status.PROVISIONAL}
    wrong = {(key[0], first[key].value, settled[key].value) for key in first if key[1] == KENT.code}
    assert {row for row in wrong if row[1] != row[2]} == {
        ("complaints_received", 238, 245),
        ("plans_issued_within_20_weeks", 302, 284),
        ("annual_reviews_overdue", 7241, 6994),
        ("plans_audited_good", 124, 121),
        ("health_advice_in_6_weeks", 329, 320),
    }
