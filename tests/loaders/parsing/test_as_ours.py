from datetime import date

import pytest

from loaders.naming import naming
from loaders.parsing.as_ours import AsOurs, as_ours
from loaders.pipeline import check_file
from loaders.rules import KnownBefore
from programme.aliases import Alias, Thing
from tests.factories import read_here, standard_return
from tests.loaders.rules.one_change import all_of, nothing, written

TODAY = date(2025, 6, 1)
LOG = Alias(Thing.SHEET, "Actions", "Action log")
NUMBERS = Alias(Thing.SHEET, "Figures", "Numbers")
AMOUNT = Alias(Thing.HEADING, "Value", "Amount (count)")


def titled(form):
    form["Actions"].title, form["Figures"].title = "Action log", "Numbers"
    form["Numbers"]["D1"] = "Amount (count)"


def checked(change, *aliases):
    return check_file(
        standard_return(change=change), "return.xlsx", known=KnownBefore(aliases=aliases), today=TODAY, read=read_here
    )


def test_sheets_and_headings_are_read_as_what_they_are_said_to_mean():
    clean, found = checked(nothing), checked(titled, LOG, NUMBERS, AMOUNT)
    assert (found.findings, found.acceptable) == ((), True)
    assert found.understood == (
        "The sheet “Numbers” was read as Figures.",
        "The sheet “Action log” was read as Actions.",
        "Numbers!D1: “Amount (count)” was read as Value.",
    )
    assert [each.value for each in found.submission.figures] == [each.value for each in clean.submission.figures]
    assert {each.source.sheet for each in found.submission.figures} == {"Numbers"}


def test_what_is_typed_there_is_kept_as_ours_at_the_senders_cell():
    rows = {"A2": "APP-6.01", "B2": "6"}
    change = all_of(*(written("Actions", ref, text) for ref, text in rows.items()), titled)
    known = as_ours(read_here(standard_return(change=change)), naming([LOG, NUMBERS, AMOUNT]))
    assert known.sheets == {"Figures": "Numbers", "Actions": "Action log"}
    found = checked(change, LOG, NUMBERS, AMOUNT)
    places = {(each.sheet, each.cell) for each in found.findings}
    assert places and {sheet for sheet, _ in places} <= {"Action log", "Numbers", ""}


def test_without_anybody_having_said_so_they_are_what_they_were():
    found = checked(titled)
    assert not found.acceptable
    workbook = read_here(standard_return(change=titled))
    assert as_ours(workbook, naming()) == AsOurs(workbook)


@pytest.mark.parametrize(
    "change, alias",
    [
        (lambda form: form.create_sheet("Action log"), LOG),
        (written("Figures", "H1", "Amount (count)"), AMOUNT),
    ],
    ids=["a sheet", "a heading"],
)
def test_beside_what_has_the_name_itself_nothing_is_read_in_its_place(change, alias):
    made = as_ours(read_here(standard_return(change=change)), naming([alias]))
    assert (made.sheets, made.notes) == ({}, ())
