from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from programme.access import Deed
from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.commentary import COMMENTARY
from programme.sheets.letters import LETTERS
from programme.sheets.summary import SENTENCE, SUMMARY
from programme.wordings import ON_SCREEN, TO_WRITE, Wording, WordingWithdrawal, WordsTyped, quarter_told, wordings_standing

Q3 = Quarter(2024, 3)
DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)


def wording(number, weakness="6", reason="late", withdrawal=None):
    cells = tuple(ASSESSMENT.typed(weakness=weakness, reason=reason).items())
    return Wording(number, number, "Assessment", Q3, cells, DAY, "A. Lead", "a@desk", "", withdrawal=withdrawal)


def gone(change):
    return WordingWithdrawal(DAY + timedelta(days=change), "A. Lead", "b@desk", "a slip", change)


def test_each_sheet_on_screen_has_its_deed():
    assert ON_SCREEN == {"Commentary": COMMENTARY, "Assessment": ASSESSMENT, "Summary": SUMMARY, "Letters": LETTERS}
    assert dict.fromkeys(ON_SCREEN, Deed.WRITE_WORDS) | {"Assessment": Deed.ASSESS} == TO_WRITE


def test_words_are_a_row_that_says_where_it_stands():
    row = wording(3).row
    assert (row.text(ASSESSMENT.reason), row[ASSESSMENT.weakness], row.quarter) == ("late", 6, Q3)
    assert (str(row.source), row.source.wording, row.source) == (
        "written here",
        3,
        Source("written here", "Assessment", "3"),
    )


def test_what_words_are_about_is_what_tells_the_rows_of_their_sheet_apart():
    assert wording(1).about == ("Assessment", Q3, (6,))
    assert wording(1, "Weakness 6").about == wording(1).about
    typed = WordsTyped(SUMMARY, Q3, SUMMARY.typed(kind="Sentence", place="2", words="On time."))
    assert typed.about == ("Summary", Q3, (None, SENTENCE, 2))


def test_a_letter_is_of_the_quarter_of_its_day_whatever_brings_it():
    typed = WordsTyped(LETTERS, Q3, LETTERS.typed(day="26 April 2024", sender="dfe", weakness="6", wording="Clear them."))
    assert typed.about == ("Letters", Quarter(2024, 1), (date(2024, 4, 26), "DfE", 6))
    assert quarter_told(LETTERS, replace(typed, cells={}).row) == Q3


def test_the_newest_about_each_thing_stands_unless_it_was_taken_back():
    first, second, other = wording(1), wording(2, reason="later"), wording(3, "7")
    assert wordings_standing([first, second, other]) == [second, other]
    assert wordings_standing([first, wording(2, withdrawal=gone(4)), other]) == [first, other]


def test_a_withdrawal_is_known_from_when_it_came():
    found = wording(1, withdrawal=gone(4))
    assert (found.then(DAY + timedelta(days=3)).withdrawal, found.then(DAY + timedelta(days=4))) == (None, found)
    assert (found.after(3).withdrawal, found.after(4)) == (None, found)
    assert (found.doer, found.withdrawal.doer) == ("A. Lead (a@desk)", "A. Lead (b@desk)")
