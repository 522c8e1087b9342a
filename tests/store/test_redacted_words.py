import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.redacted_words import Sought, pattern_of, single_words, sought, words_in


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Jane Smith", "call JANE  smith’s mother"),
        ("Jane Smith", "Jane\nSmith"),
        ("Seán O'Brien", "for SEÁN O’Brien."),
        ("Zoë", unicodedata.normalize("NFD", "ask Zoë now")),
        (unicodedata.normalize("NFD", "Zoë"), "ask Zoë now"),
        ("Anne-Marie", "(Anne‑Marie)"),
        ("Sean O'Brien", "forSean,SEAN OʼBRIEN"),
        ("Istanbul", "İstanbul"),
        ("Jane Smith", "Jane Smith™"),
        ("Jane Smith™", "Jane SmithTM"),
        ("Straße", "Straẞe"),
        ("Jane Smith", "Jane\u00ad\u200b Smith"),
        ("Jane Smith", "ask Ja\u00adne Smi\u200bth\u200e"),
        ("Jane\u2060 Smith", "Jane\u200bSmith"),
        ("???", "what ???"),
        ("Jane Smith", "2024_jane_smith_return.xlsx"),
        ("jane_smith", "2024_jane_smith_return.xlsx"),
    ],
)
def test_words_are_found_however_they_are_spelt(words, text):
    assert pattern_of(words).search(text)
    assert words_in(text, [sought(words)]) == [sought(words)]


@pytest.mark.parametrize(("words", "text"), [("Ann", "Annual review"), ("Jane Smith", "Jane Smithson"), ("a.b", "axb")])
def test_other_words_are_not(words, text):
    assert not pattern_of(words).search(text)
    assert words_in(text, [sought(words)]) == []


@given(st.text(st.characters(codec="ascii")))
def test_a_text_is_of_the_same_words_whatever_else_stands_in_it(text):
    """Where it is of ASCII alone, they are told apart in another way."""
    assert single_words(f"{text} Żö") == single_words(text) | {"zo"}


def test_words_are_sought_one_after_the_other_only_where_each_of_them_stands():
    """A redaction of a file goes with hundreds of texts through thousands: it may not stop the app."""

    class Counted:
        def search(self, text):
            asked.append(text)

    asked = []
    wanted = [Sought(text, Counted(), sought(text).singly) for text in ("Jane waits", "Jane moves", "Ann waits")]
    assert words_in("while JANE’s mother waits", wanted) == []
    assert asked == ["while JANE’s mother waits"]
