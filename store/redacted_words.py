"""Words that are to be redacted: how they are found however they are spelt and spaced, and what stands in their place."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from plumbing.signs import UNSEEN, without_unseen

_SAME = {"'": "['’‘ʼ`´]", "’": "['’‘ʼ`´]", "-": "[-‐‑‒–]", "–": "[-‐‑‒–]"}


_NO_LETTERS = "ʼ_"  # an apostrophe, and what stands for a blank in the name of a file: both count as letters
_RUN = re.compile(r"[\w\u0300-\u036f]+")
_MARKS = dict.fromkeys(range(0x300, 0x370)) | {ord("ı"): "i"}
_ASCII = {sign: chr(sign).lower() if chr(sign).isalnum() else " " for sign in range(128)}
"""Most of what a file says is of these signs: there, words are told apart in a quarter of the time."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that are looked for in many texts. `singly` are its words one by one: most texts do not hold all of them."""

    words: str
    pattern: re.Pattern[str]
    singly: frozenset[str]


def sought(words: str) -> Sought:
    """Words, ready to be looked for."""
    return Sought(words, pattern_of(words), frozenset.intersection(*map(single_words, _forms(words))))


def words_in(text: str, wanted: Iterable[Sought]) -> list[Sought]:
    """Those of the words that stand in a text. One after the other they are sought only where every word of them is."""
    there = single_words(text)
    return [each for each in wanted if each.singly <= there and each.pattern.search(text)]


def single_words(text: str) -> frozenset[str]:
    """Each word of a text once, in one spelling: without accents and capitals."""
    if text.isascii():
        return frozenset(text.translate(_ASCII).split())
    text = f"{text} {without_unseen(text)}"  # such a sign may stand within a word, or for a blank
    for sign in _NO_LETTERS:
        text = text.replace(sign, " ")
    return frozenset(map(_plainly, set(_RUN.findall(text))))


def _plainly(word: str) -> str:
    return unicodedata.normalize("NFKD", word).casefold().translate(_MARKS)


def pattern_of(words: str) -> re.Pattern[str]:
    """Finds words as whole words in any case and spacing, also `_`, with any apostrophe and hyphen, composed or not,
    and with signs between their letters that no screen shows."""
    spelt = "|".join(sorted(map(_spelt, _forms(words)), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{spelt})(?![^\W_])", re.IGNORECASE)


def _forms(words: str) -> set[str]:
    return {unicodedata.normalize(form, without_unseen(words)) for form in ("NFC", "NFD", "NFKC", "NFKD")}


def _spelt(words: str) -> str:
    parts = [f"{UNSEEN}*".join(_SAME.get(sign, re.escape(sign)) for sign in part) for part in words.split()]
    return rf"(?:[\s_]|{UNSEEN})+".join(parts)
