from datetime import date

from programme.quarter import Quarter
from programme.sheets.letters import letters_in
from tests.programme.rows import rows

TYPED = {
    "Date": "6 August 2024",
    "From": "dfe",
    "Weakness": "6",
    "Wording": "Clear the oldest first.",
    "Document address": "https://www.example.org/letter",
}


def test_a_letter_is_read_with_its_own_day_and_not_that_of_the_return():
    (letter,) = letters_in(rows("Letters", TYPED))
    assert (letter.day, letter.sender, letter.weakness) == (date(2024, 8, 6), "DfE", 6)
    assert (letter.wording, letter.address) == ("Clear the oldest first.", "https://www.example.org/letter")
    assert letter.quarter == Quarter.parse("2024/25 Q2")
    assert letter.place == "letter-2024-08-06-1"


def test_a_row_that_does_not_say_who_wrote_what_of_which_weakness_and_when_is_left_out():
    without = [TYPED | {heading: ""} for heading in ("Date", "From", "Weakness", "Wording")]
    assert letters_in(rows("Letters", *without, TYPED | {"From": "a neighbour"})) == []
    assert len(letters_in(rows("Letters", TYPED | {"Document address": ""}))) == 1
