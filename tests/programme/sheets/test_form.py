from dataclasses import dataclass
from datetime import date

import pytest

from programme.sheets.form import FormColumn, FormSheet, column, columns_of
from programme.sheets.holds import DATE, REF, TEXT


@dataclass(frozen=True, slots=True)
class Letter:
    """A sheet made up for these tests."""

    ref: str = column("Ref", REF, 12, needed=True)
    version: int
    sent: date | None = column("Sent on", DATE, 14, aliases=("Date sent",))
    tone: str = column("Tone", TEXT, 10, ("warm", "cold"), also=("friendly",))
    summary: str = column("Summary")
    gist: str = column("Gist")


LETTERS = FormSheet("Letters", columns_of(Letter), apart=("ref",), called="ref", either=("summary", "gist"))


def test_the_fields_of_a_row_that_are_columns_are_the_columns_of_its_sheet():
    assert LETTERS.headings == ("Ref", "Sent on", "Tone", "Summary", "Gist")
    assert [column.name for column in LETTERS.columns] == ["ref", "sent", "tone", "summary", "gist"]
    assert (LETTERS.sent.holds, LETTERS.sent.width, LETTERS.tone.choices) == (DATE, 14, ("warm", "cold"))


def test_a_row_is_made_of_its_columns_and_of_what_stands_on_no_sheet():
    letter = Letter(ref="L-1", version=3, sent=None, tone="warm", summary="", gist="Thanks")
    assert (letter.ref, letter.version, letter.gist) == ("L-1", 3, "Thanks")


def test_a_column_is_called_by_its_heading():
    assert f"{LETTERS.sent} must be a date" == "Sent on must be a date"


def test_several_columns_are_had_by_their_names():
    assert LETTERS.named("tone", "ref") == (LETTERS.tone, LETTERS.ref)


def test_a_misspelt_column_is_refused_by_name():
    with pytest.raises(AttributeError, match="Letters has no column sender"):
        _ = LETTERS.sender


def test_a_column_has_its_heading_and_its_aliases_as_they_are_compared():
    assert LETTERS.sent.keys == ("sent on", "date sent")
    assert LETTERS.keys == {"ref", "sent on", "date sent", "tone", "summary", "gist"}


def test_what_is_needed_are_single_columns_and_one_of_several():
    assert LETTERS.needed == (LETTERS.ref,)
    assert LETTERS.needs == ((LETTERS.ref,), (LETTERS.summary, LETTERS.gist))


@pytest.mark.parametrize(("text", "offered"), [("Warm", True), ("friendly", True), ("loud", False)])
def test_an_answer_is_offered_or_means_one_that_is(text, offered):
    assert LETTERS.tone.offers(text) is offered
    assert LETTERS.summary.offers(text)


def test_a_value_is_said_in_words_and_none_is_blank():
    assert (LETTERS.sent.said(date(2024, 5, 7)), LETTERS.sent.said(None)) == ("7 May 2024", "")


def test_a_row_to_type_in_is_given_by_name_and_stands_under_headings():
    assert LETTERS.typed(ref="L-1", sent=None) == {"Ref": "L-1", "Sent on": None}
    with pytest.raises(AttributeError, match="no column from_whom"):
        LETTERS.typed(from_whom="us")


def test_headings_come_in_the_order_of_the_columns():
    assert FormSheet("Risks", (FormColumn("Ref"), FormColumn("Risk"))).headings == ("Ref", "Risk")


@pytest.mark.parametrize("names", [{"apart": ("rev",)}, {"called": "rev"}, {"either": ("rev", "summary")}])
def test_a_sheet_names_columns_of_its_own(names):
    with pytest.raises(ValueError, match="Letters must name columns of its own, got: rev"):
        FormSheet("Letters", columns_of(Letter), **names)


@pytest.mark.parametrize("taken", ["columns", "name", "typed"])
def test_no_column_is_named_like_a_part_of_every_sheet(taken):
    with pytest.raises(ValueError, match=f"must not be named like a part of every sheet, got: {taken}"):
        FormSheet("Letters", (FormColumn("It", name=taken),))
