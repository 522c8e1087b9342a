from programme.impact import Foreseen
from reports.progress.word_changes import word_changes
from reports.sentences.word_changes import row_name, said_anew, words_sentence
from tests.reports.progress.test_word_changes import action, typed


def found(before, after):
    return word_changes(Foreseen((), 0, {}, {}, words_before=before, words_after=after))


def test_rows_that_come_change_and_go_are_counted_with_their_sheets():
    before = typed(({3}, [action("A-1", Status="Green"), action("A-3")]))
    after = typed(({3}, [action("A-1", Status="Red"), action("A-4"), action("A-5")]))
    assert words_sentence(found(before, after)) == "Words: 2 rows come, 1 row changes and 1 row goes, on Actions."
    assert words_sentence(found({}, before)) == "Words: 2 rows come, on Actions."
    assert words_sentence([]) == "No words would change."


def test_once_it_is_accepted_they_are_told_as_done():
    before = typed(({3}, [action("A-1", Status="Green"), action("A-3")]))
    after = typed(({3}, [action("A-1", Status="Red"), action("A-4"), action("A-5")]))
    told = words_sentence(found(before, after), accepted=True)
    assert told == "Words: 2 rows came, 1 row changed and 1 row went, on Actions."
    assert words_sentence([], accepted=True) == "No words changed."


def test_a_row_is_called_by_its_ref_and_title_and_says_what_becomes_another():
    before = typed(({3}, [action("A-1", Status="Green")]))
    after = typed(({3}, [action("A-1", Status="Red", Forecast="2025-06-30")]))
    (change,) = found(before, after)
    assert row_name(change) == "A-1: Do A-1"
    assert said_anew(change) == "Forecast: blank → 30 June 2025; Status: Green → Red"
