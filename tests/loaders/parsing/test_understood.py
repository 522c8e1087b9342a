from dataclasses import replace
from datetime import date

import pytest

from loaders.naming import naming
from loaders.parsing.parse import figures_of, parse
from loaders.parsing.understood import understood
from loaders.rules import check
from programme.aliases import Alias, Thing
from programme.quarter import Quarter
from tests.factories import read_here, standard_return
from tests.loaders.parsing.test_unread import parsed
from tests.loaders.rules.one_change import TODAY, all_of, nothing, written


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


def described(form):
    """Every measure by the words of the form's Description, areas as others write them."""
    for row in form["Figures"].iter_rows(min_row=2):
        row[0].value = row[1].value
        row[2].value = {"Kent": "KCC", "Folkestone and Hythe": "FOLKESTONE & HYTHE2"}.get(row[2].value, row[2].value)


def test_names_are_read_in_each_way_and_said_with_their_first_cell():
    book, clean = parsed(all_of(described, written("Cover", "B6", "KCC"))), parsed()
    assert [replace(each, note="") for each in figures_of(book)] == [replace(each, note="") for each in figures_of(clean)]
    assert check(book, today=TODAY) == []
    assert understood(book) == (
        "Cover!B6: “KCC” was read as Kent County Council.",
        "Figures!C2: “KCC” was read as Kent.",
        "Figures!C10: “FOLKESTONE & HYTHE2” was read as Folkestone and Hythe.",
    )


def test_what_somebody_means_by_a_name_is_read_and_a_name_of_two_things_is_not():
    workbook = read_here(standard_return(change=written("Figures", "C10", "Shepway")))
    shepway = [Alias(Thing.AREA, "E07000112", "Shepway")]
    assert [row.area for row in parse(workbook).rows].count(None) == 1
    assert understood(parse(workbook, naming(shepway))) == ("Figures!C10: “Shepway” was read as Folkestone and Hythe.",)
