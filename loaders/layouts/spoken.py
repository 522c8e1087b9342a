"""Words of a sheet as they are compared: whatever their case, spaces, hyphens and footnotes, and nothing guessed."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_NOTE = re.compile(r"\[(?:note|notes|r|x|p)?\s*\d*\]", re.IGNORECASE)
_SUPERSCRIPT = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+")
_TOKEN = re.compile(r"[^\W_]+|[%£<>≤≥+]")
_GLUED = re.compile(r"([^\W\d_]{3,})\d{1,2}")

OR = " | "
"""Between two ways in which one word of a layout may be written."""

Spoken = tuple[str, ...]
"""A text as words: small letters, numbers and the signs that change what a number means."""


@lru_cache(maxsize=20_000)
def words_said(text: str) -> Spoken:
    """The words of a text: `(CYP) Therapy: Speech & language` is `cyp therapy speech and language`."""
    plain = _SUPERSCRIPT.sub("", _NOTE.sub(" ", text)).replace("&", " and ")
    return tuple(_TOKEN.findall(unicodedata.normalize("NFKC", plain).casefold()))


@lru_cache(maxsize=20_000)
def without_notes(words: Spoken) -> Spoken:
    """The same without the digits of footnotes that are glued to a word: `registered4` is `registered`, `q1` stays `q1`."""
    return tuple(found[1] if (found := _GLUED.fullmatch(word)) else word for word in words)


def same(word: str, text: str) -> bool:
    """Whether `text` says the word of a layout; a footnote glued to it makes no difference, a number in the word does."""
    there = words_said(text)
    return any(own and own in (there, without_notes(there)) for own in _ways(word))


def exactly(word: str, text: str) -> bool:
    """Whether `text` says the word of a layout, with nothing glued to it."""
    return words_said(text) in _ways(word)


def says(word: str, text: str) -> bool:
    """Whether the words stand in `text`, next to one another."""
    return any(own and _within(own, words_said(text)) for own in _ways(word))


def _within(own: Spoken, there: Spoken) -> bool:
    ends = range(len(there) - len(own) + 1)
    return any(own in (there[at : at + len(own)], without_notes(there[at : at + len(own)])) for at in ends)


@lru_cache(maxsize=2_000)
def _ways(word: str) -> tuple[Spoken, ...]:
    """The ways in which a layout's word may be written, between two of which it has a bar."""
    return tuple(words_said(way) for way in word.split(OR))


def distinct(words: Iterable[str]) -> bool:
    """Whether no two of these words are the same as they are compared."""
    keys = [way for word in words for way in set(_ways(word))]
    return len(set(keys)) == len(keys)
