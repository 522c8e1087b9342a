from datetime import date

import pytest

from loaders.parsing.parse import figures_of
from loaders.parsing.understood import understood
from programme.quarter import Quarter
from tests.loaders.parsing.test_unread import parsed
from tests.loaders.rules.one_change import all_of, nothing, written


@pytest.mark.parametrize(
    "typed, told",
    [
        ("2024/25 Q4", ()),
        ("Q4 2024/2025", ("Cover!B4: “Q4 2024/2025” was read as 2024/25 Q4.",)),
        ("Jan-Mar 2025", ("Cover!B4: “Jan-Mar 2025” was read as 2024/25 Q4.",)),
        (date(2025, 3, 31), ("Cover!B4: “2025-03-31” was read as 2024/25 Q4.",)),
    ],
)
def test_the_quarter_of_the_cover_is_read_in_each_way_and_it_is_said_which(typed, told):
    book = parsed(written("Cover", "B4", typed))
    assert book.cover.quarter == Quarter(2024, 4)
    assert understood(book) == told


def test_headings_of_a_history_are_read_in_each_way_and_said_once():
    headings = all_of(written("History", "C1", "Q1 2023/24"), written("History", "D1", date(2023, 9, 30)))
    book = parsed(headings, ("plans_issued", "plans_issued_all"))
    quarters = sorted({figure.quarter for figure in figures_of(book)})
    assert quarters == [Quarter(2023, 1), Quarter(2023, 2), Quarter(2023, 3)]
    assert understood(book) == (
        "History!C1: “Q1 2023/24” was read as 2023/24 Q1.",
        "History!D1: “2023-09-30” was read as 2023/24 Q2.",
    )


def test_of_a_form_as_it_is_made_there_is_nothing_to_say():
    assert understood(parsed()) == understood(parsed(nothing, ("plans_issued",))) == ()
