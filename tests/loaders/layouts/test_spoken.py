import pytest

from loaders.layouts.spoken import distinct, exactly, same, says, without_notes, words_said


def test_words_are_compared_without_case_spaces_hyphens_and_notes():
    assert words_said("(CYP)\u00a0Therapy:  Speech & language [note 2]") == ("cyp", "therapy", "speech", "and", "language")
    assert words_said("Waiting >1-2 weeks") == ("waiting", ">", "1", "2", "weeks")
    assert words_said("Rate²") == ("rate",)
    assert without_notes(("registered4", "q1", "4a", "ks2")) == ("registered", "q1", "4a", "ks2")


@pytest.mark.parametrize(
    ("word", "text", "is_same"),
    [
        ("Appeals registered", "APPEALS  registered4", True),
        ("Folkestone and Hythe", "Folkestone & Hythe", True),
        ("% in time", "in time", False),
        ("Waiting >18 weeks", "Waiting <18 weeks", False),
        ("Year7", "Year8", False),
        ("Year7", "year7", True),
        ("KS1", "KS2", False),
        ("Kent | Kent County Council", "kent county council", True),
        ("", "anything", False),
    ],
)
def test_a_word_is_the_same_where_nothing_that_counts_differs(word, text, is_same):
    assert same(word, text) is is_same


def test_a_footnote_makes_a_word_the_same_but_not_exactly():
    assert same("Decisions", "Decisions1")
    assert not exactly("Decisions", "Decisions1")
    assert exactly("Decisions", "decisions:")


@pytest.mark.parametrize(
    ("word", "text", "said"),
    [
        ("number waiting 0-1 weeks", "Number waiting 0–1 weeks (0-7 days) by service, January 2023", True),
        ("waiting >1-2 weeks", "Number waiting >12-18 weeks", False),
        ("waiting >2-4 weeks", "Number waiting >12-4 weeks", False),
    ],
)
def test_words_stand_within_a_title_next_to_one_another(word, text, said):
    assert says(word, text) is said


def test_words_that_are_compared_alike_are_not_distinct():
    assert distinct(["Kent", "Medway"])
    assert not distinct(["Kent", "KENT "])
    assert not distinct(["Kent | KCC", "kcc"])
