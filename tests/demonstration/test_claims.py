"""What reads the comments must itself refuse what is false, or nothing of what it lets through is worth anything."""

import pytest

from kpis.registry import registry
from programme.quarter import Quarter
from tests.demonstration.claims import false_claims

NOW = Quarter.parse("2024/25 Q3")
UP = {NOW - back: 40.0 - back for back in range(8)}
LOWER, HIGHER = registry()["complaints_per_1000_plans"], registry()["parents_confident_in_local_area"]


@pytest.mark.parametrize(
    ("said", "value", "true"),
    [
        ("One reply in three is confident", 33.0, True),
        ("One reply in three is confident", 36.0, False),
        ("Three replies in ten are confident", 30.6, True),
        ("Fewer than four replies in ten are confident", 38.8, True),
        ("Fewer than four replies in ten are confident", 40.1, False),
        ("Fewer than four replies in ten are confident", 29.0, False),
        ("More than half in time", 51.5, True),
        ("More than half in time", 42.8, False),
        ("More than one in three in time", 37.0, True),
        ("More than one in three in time", 33.0, False),
        ("Nearly six in ten reviewed", 58.7, True),
        ("Nearly six in ten reviewed", 60.1, False),
        ("700 open for more than 20 weeks", 604.0, False),
        ("604 open for more than 20 weeks", 604.0, True),
        ("More than 6,000 children wait", 5564.0, False),
        ("Up from two in ten in 2024", 50.0, False),
        ("Seventeen wait", 17.0, False),  # a number that nothing checks
    ],
)
def test_a_number_word_is_held_against_the_figure(said, value, true):
    assert (false_claims(said, HIGHER, UP | {NOW: value}, NOW) == []) is true


@pytest.mark.parametrize(
    ("said", "kpi", "values", "true"),
    [
        ("Worse than the floor", LOWER, {NOW: 12.1}, True),
        ("Worse than the floor", LOWER, {NOW: 11.9}, False),
        ("Below the floor", HIGHER, {NOW: 39.9}, True),
        ("Below the floor", HIGHER, {NOW: 40.0}, False),
        ("Fewer than a year ago", LOWER, {NOW: 5.0, NOW - 4: 6.0}, True),
        ("Fewer than a year ago", LOWER, {NOW: 6.0, NOW - 4: 6.0}, False),
        ("Falling each quarter", LOWER, {NOW: 3.0, NOW - 1: 4.0, NOW - 2: 5.0}, True),
        ("Falling each quarter", LOWER, {NOW: 3.0, NOW - 1: 4.0, NOW - 2: 4.0}, False),
        ("Rising", LOWER, {NOW: 3.0, NOW - 1: 3.0, NOW - 2: 4.0}, False),
        ("Highest since counting began", LOWER, {NOW: 3.0, NOW - 1: 3.1}, False),
        ("Fell below the floor", HIGHER, {NOW: 39.0, NOW - 1: 39.5}, False),
    ],
)
def test_a_comparison_is_held_against_the_quarters_before(said, kpi, values, true):
    assert (false_claims(said, kpi, values, NOW) == []) is true


def test_a_comment_where_there_is_no_figure_is_false():
    assert false_claims("Below the floor", HIGHER, {NOW - 1: 39.0}, NOW) == ["it has no figure to speak of"]
