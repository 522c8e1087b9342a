from dataclasses import replace

import pytest

from loaders.parsing.parse import parse
from loaders.rules import check
from programme.measures import measures
from tests import factories
from tests.factories import cell_of
from tests.loaders.rules.one_change import TODAY, Row, added, in_history, said, typed


def kent_lowered(form):
    cell_of(form, "plans_in_place", "Kent").value = 4_000
    cell_of(form, "annual_reviews_overdue", "Kent").value = 2_124


ROWS = [
    Row(
        "more refused than decided",
        typed("requests_refused", "Kent", 1_663),
        (
            (
                "numerator_over_denominator",
                "Figures!D59",
                "Requests for assessment refused, Kent must be no more than “Requests on which the decision to assess or "
                "not was made”, 1,662 (Figures!D57), got: 1,663",
            ),
        ),
    ),
    Row(
        "more refused than received, in one quarter of a history",
        in_history("F2", 90_000),
        (
            (
                "numerator_over_denominator",
                "History!F2",
                "Educational psychology advice given within 6 weeks, Kent, 2021/22 Q4 must be no more than "
                "“Educational psychology advice that fell due”, 1,647 (History!F3), got: 90,000",
            ),
        ),
        history=("ep_advice_in_6_weeks", "ep_advice_requested"),
    ),
    Row(
        "districts above Kent",
        kent_lowered,
        (
            (
                "parts_exceed_whole",
                "Figures!D67",
                "Children and young people with a plan, Kent must be at least the sum of its districts, 4,098 "
                "(Figures!D68 to D79), got: 4,000",
            ),
        ),
    ),
    Row(
        "districts far below Kent",
        typed("plans_in_place", "Kent", 9_000),
        (
            (
                "parts_short_of_whole",
                "Figures!D67",
                "Children and young people with a plan, Kent must be close to the sum of its districts, 4,098 "
                "(Figures!D68 to D79), got: 9,000",
            ),
        ),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


@pytest.mark.parametrize("value", [1_662, 0, "c"])
def test_a_part_may_equal_its_whole(value):
    assert Row("", typed("requests_refused", "Kent", value), ()).found == ()


@pytest.mark.parametrize("kent", [4_098, 4_107, 4_500])
def test_some_children_may_live_in_no_known_district(kent):
    assert Row("", typed("plans_in_place", "Kent", kent), ()).found == ()


def test_the_query_begins_at_a_tenth():
    assert [rule for rule, _, _ in Row("", typed("plans_in_place", "Kent", 4_554), ()).found] == ["parts_short_of_whole"]


def test_a_hidden_district_is_not_held_against_kent():
    assert Row("", typed("plans_in_place", "Ashford", "c"), ()).found == ()


def test_a_wrong_cell_is_not_counted_on():
    (finding,) = Row("", typed("plans_in_place", "Ashford", "about 300"), ()).found
    assert finding[0] == "value_not_a_number"


def test_symbols_do_not_hide_districts_above_kent():
    def hidden_and_lowered(form):
        kent_lowered(form)
        cell_of(form, "plans_in_place", "Kent").value = 3_700
        cell_of(form, "plans_in_place", "Ashford").value = "c"

    assert [rule for rule, _, _ in Row("", hidden_and_lowered, ()).found] == ["parts_exceed_whole"]


def test_what_does_not_add_up_lies_between_its_parts():
    """No measure of today is of this kind, so one is made to be."""
    content = factories.standard_return(change=typed("plans_in_place", "Kent", 900))
    parsed = parse(factories.read_here(content))
    oldest = replace(measures()["plans_in_place"], combine="maximum")
    rows = tuple(
        replace(row, measure=oldest) if row.measure.id == "plans_in_place" else row
        for row in parsed.rows
        if row.measure.id != "annual_reviews_overdue"
    )
    found = [each for each in said(check(replace(parsed, rows=rows), today=TODAY)) if each[0] != "row_missing"]
    assert found == [
        (
            "area_outside_parts",
            "Figures!D67",
            "Children and young people with a plan, Kent must lie between 292 and 391, as its districts do "
            "(Figures!D68 to D79), got: 900",
        )
    ]


def test_rows_twice_are_counted_once():
    assert [rule for rule, _, _ in Row("", added("plans_in_place", "Ashford", 9_999), ()).found] == ["duplicate_row"]
