from dataclasses import replace
from datetime import UTC, datetime

import pytest

from programme.areas import DISTRICTS, KENT
from programme.quarter import Quarter
from programme.submission import Cover, Version
from programme.symbols import Status
from tests import factories
from tests.loaders.rules.one_change import QUARTER, Row, in_history, known_before, known_from

TEN = datetime(2025, 5, 1, 10, tzinfo=UTC)


def symbols(rows):
    """`z` in the first rows of figures."""

    def change(form):
        for number in range(2, rows + 2):
            form["Figures"].cell(number, 4).value = "z"

    return change


def accepted_history(value, *, kind="history", typed=None):
    """What is known after a version with one figure of plans issued in Kent, 2022/23 Q1."""
    figure = factories.figure("plans_issued", KENT, Quarter(2022, 1), typed if typed else value)
    cover = Cover(kind, None, (3,), "Kent County Council", "", "", None, Status.FINAL)
    return replace(
        known_from([figure], version=4, ref="G2"),
        versions=(Version(4, cover, "history.xlsx", "f" * 64, TEN, "SEND analyst", ""),),
    )


ROWS = [
    Row(
        "figures",
        symbols(98),
        (
            (
                "figures_turned_into_symbols",
                "Figures!D2",
                "Figures must have numbers where numbers were accepted before, got: symbols in 98 of 103 rows",
            ),
        ),
        known=known_before(),
    ),
    Row(
        "a figure of a history",
        in_history("G2", None),
        (
            (
                "history_leaves_blank",
                "History!G2",
                "Plans issued, excluding exceptions, Kent, 2022/23 Q1 must be given again: a blank leaves what "
                "was accepted, "
                "3,222 (version 4, History!G2). To take it back, withdraw version 4 and accept this file, got: nothing",
            ),
        ),
        history=("plans_issued",),
        known=accepted_history(3222),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_half_of_the_rows_may_have_symbols():
    assert [rule for rule, _, _ in Row("half", symbols(51), (), known=known_before()).found] == []
    assert [rule for rule, _, _ in Row("more", symbols(52), (), known=known_before()).found] == [
        "figures_turned_into_symbols"
    ]


def test_symbols_where_no_number_ever_was_are_no_finding():
    once = known_from(factories.figure("plans_issued", area, QUARTER - 1, 100) for area in DISTRICTS[:2])
    assert Row("never", symbols(98), (), known=once).found == ()


def test_a_symbol_that_a_history_brought_is_said_as_it_stands():
    (told,) = Row(
        "symbol", in_history("G2", None), (), history=("plans_issued",), known=accepted_history(0, typed="c")
    ).found
    assert "a blank leaves what was accepted, c (version 4, History!G2)" in told[2]


def test_a_blank_where_a_quarterly_return_brought_the_figure_is_no_finding():
    known = accepted_history(3222, kind="standard")
    assert Row("return", in_history("G2", None), (), history=("plans_issued",), known=known).found == ()
