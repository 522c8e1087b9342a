import unicodedata

import pytest

from store.redacted_words import pattern_of


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Jane Smith", "call JANE  smith’s mother"),
        ("Jane Smith", "Jane\nSmith"),
        ("Seán O'Brien", "for SEÁN O’Brien."),
        ("Zoë", unicodedata.normalize("NFD", "ask Zoë now")),
        (unicodedata.normalize("NFD", "Zoë"), "ask Zoë now"),
        ("Anne-Marie", "(Anne‑Marie)"),
    ],
)
def test_words_are_found_however_they_are_spelt(words, text):
    assert pattern_of(words).search(text)


@pytest.mark.parametrize(("words", "text"), [("Ann", "Annual review"), ("Jane Smith", "Jane Smithson"), ("a.b", "axb")])
def test_other_words_are_not(words, text):
    assert not pattern_of(words).search(text)
