from dataclasses import replace

from programme.sheets.commentary import COMMENTARY
from programme.sheets.letters import LETTERS
from programme.sheets.summary import SUMMARY
from reports.sentences.wordings import former_heading, former_sentences, worded_sentence, wording_about, wording_words
from tests.reports.progress.test_wordings import GONE, RETURNED, found, read, wording


def test_what_was_written_last_counts_and_what_was_returned_is_said_beside_it():
    first = wording(1, 3, why="more is known")
    assert worded_sentence(found(RETURNED, read(first), wordings=(first,))) == (
        "Written here on 3 February 2025 by Head of SEND, why: more is known; the return of 1 February 2025 said "
        "Assessment: “not yet sufficient progress”; Reason: “late”."
    )


def test_what_was_returned_last_counts_and_what_was_written_is_said_beside_it():
    first = wording(1, 3)
    assert worded_sentence(found(read(first), RETURNED, wordings=(first,))) == (
        "The return of 1 February 2025 says this and came later; written here on 3 February 2025 by Head of SEND: "
        "Assessment: “sufficient progress”; Reason: “on time”."
    )


def test_what_nobody_returned_needs_no_more():
    first = wording(1, 3)
    assert worded_sentence(found(read(first), wordings=(first,))) == "Written here on 3 February 2025 by Head of SEND."


def test_the_same_words_and_a_blank_are_said_so():
    same, blank = wording(1, 3), wording(2, 4, "")
    assert worded_sentence(found(read(same), read(wording(1, 3)), wordings=(same,))).endswith("by Head of SEND: the same.")
    told = worded_sentence(found(read(blank), read(same), wordings=(same, blank)))
    assert told.endswith("written here on 4 February 2025 by Head of SEND: Reason: nothing.")


def test_what_was_withdrawn_is_said_with_its_reason():
    first = wording(1, 3, withdrawal=GONE)
    assert worded_sentence(found(wordings=(first,))) == (
        "What was written here was withdrawn on 8 February 2025 by Head of SEND: a slip."
    )
    assert worded_sentence(found(RETURNED, wordings=(first,))) == "The return of 1 February 2025 says this."


def test_earlier_wordings_are_told_with_who_wrote_them_when_and_why():
    first, second = wording(1, 3, withdrawal=GONE), wording(2, 4, "mostly on time", "two came late")
    third = wording(3, 5, "all on time")
    told = found(read(third), wordings=(first, second, third))
    assert former_heading(told) == "2 earlier wordings"
    assert former_sentences(told) == [
        "Assessment: “sufficient progress”; Reason: “mostly on time” (written here on 4 February 2025 by Head of SEND, why: "
        "two came late).",
        "Assessment: “sufficient progress”; Reason: “on time” (written here on 3 February 2025 by Head of SEND; withdrawn "
        "on 8 February 2025 by Head of SEND: a slip).",
    ]
    assert wording_words(third) == "Assessment: “sufficient progress”; Reason: “all on time”"


def test_what_words_are_about_is_named():
    def about(sheet, typed):
        return wording_about(replace(wording(1, 3), sheet=sheet.name, cells=tuple(typed.items())))

    assert wording_about(wording(1, 3)) == "Weakness 6"
    assert about(COMMENTARY, COMMENTARY.typed(kpi="plans_within_20_weeks", why="late")) == "Plans issued within 20 weeks"
    assert about(COMMENTARY, COMMENTARY.typed(kpi="not_there", why="late")) == "not_there"
    assert about(SUMMARY, SUMMARY.typed(kind="alert", place="2", words="Late.")) == "alert 2"
    assert about(SUMMARY, SUMMARY.typed(weakness="6", kind="sentence", place="1", words="Late.")) == "Weakness 6, sentence 1"
    dfe = LETTERS.typed(day="2024-11-20", sender="dfe", weakness="6", wording="Clear them.")
    assert about(LETTERS, dfe) == "DfE, 20 November 2024, Weakness 6"
