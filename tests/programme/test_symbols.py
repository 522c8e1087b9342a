import pytest

from programme.symbols import MEANING, Symbol, symbol_typed


@pytest.mark.parametrize(
    "typed, symbol",
    [
        ("c", Symbol.SUPPRESSED),
        ("x", Symbol.NOT_AVAILABLE),
        ("z", Symbol.NOT_APPLICABLE),
        ("low", Symbol.ROUNDS_TO_ZERO),
        ("u", Symbol.LOW_RELIABILITY),
        ("k", Symbol.ROUNDS_TO_ZERO),
        (" C ", Symbol.SUPPRESSED),
        ("LOW", Symbol.ROUNDS_TO_ZERO),
    ],
)
def test_a_symbol_is_known_however_it_is_typed(typed, symbol):
    assert symbol_typed(typed) is symbol


@pytest.mark.parametrize("typed", ["", "0", "41", "n/a", "-", "*", ":", "~", "..", "cc", "confidential"])
def test_what_is_no_symbol_of_ours_is_not_guessed_at(typed):
    assert symbol_typed(typed) is None


def test_every_symbol_has_a_meaning_of_its_own():
    assert set(MEANING) == set(Symbol)
    assert len(set(MEANING.values())) == len(Symbol)
