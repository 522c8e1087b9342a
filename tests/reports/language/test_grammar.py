from reports.language.grammar import (
    and_list,
    begun,
    capitalised,
    counted,
    is_or_are,
    named,
    or_none,
    spelt,
    uncapitalised,
    was_or_were,
    would_change,
)


def test_small_words():
    assert (counted(1, "action"), counted(2, "action")) == ("1 action", "2 actions")
    assert [begun(count, "action") for count in (0, 1, 9, 100)] == ["No action", "One action", "Nine actions", "100 actions"]
    assert [spelt(count) for count in (10, 20, 28, 99)] == ["Ten", "Twenty", "Twenty-eight", "Ninety-nine"]
    assert named(["a", "b", "c", "d", "e"], ", ") == "a, b, c, and 2 more"
    assert (and_list(["1"]), and_list(["1", "3", "4"])) == ("1", "1, 3 and 4")


def test_verbs_follow_their_count_and_nothing_is_said_in_a_word():
    assert [is_or_are(count) for count in (0, 1, 2)] == ["are", "is", "are"]
    assert [was_or_were(count) for count in (0, 1, 2)] == ["were", "was", "were"]
    assert [or_none(count) for count in (0, 1, 28)] == ["none", "1", "28"]


def test_what_is_done_is_not_told_as_foreseen():
    assert [would_change(done) for done in (False, True)] == ["would change", "changed"]


def test_a_text_begins_a_sentence_or_goes_on_in_one():
    assert capitalised("the target of 60%, for Kent") == "The target of 60%, for Kent"
    assert uncapitalised("Plans issued in Kent") == "plans issued in Kent"
    assert uncapitalised("SEN staff") == "SEN staff"
