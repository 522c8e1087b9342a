"""Passwords that others try first: common words with what people put around them, keys in a row, repetitions, names."""

import re
from functools import cache
from itertools import pairwise

from plumbing.reference import rows

FEWEST_SIGNS = 5
SHORTEST_WORD = 3
IN_A_ROW = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "1234567890-=",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "azertyuiop",
    "qwertzuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "1q2w3e4r5t6y7u8i9o0p",
)
_LOOKS_LIKE = str.maketrans("013457@$!|€", "oieastasiie")


def is_common(password: str, name: str) -> bool:
    """Whether a password is one that would be tried first against somebody called `name`."""
    plain = password.casefold()
    return (
        len(set(plain)) < FEWEST_SIGNS
        or _repeats(plain)
        or _in_a_row(plain)
        or any(_of_known_words(each, name) for each in _read_as(plain))
    )


def _read_as(plain: str) -> tuple[str, ...]:
    """As it is, and with the signs inside of it that look like letters as letters; what stands around it is none."""
    ended = re.sub(r"[\W\d_]+$", "", plain)
    return plain, ended.translate(_LOOKS_LIKE), re.sub(r"^[\W\d_]+", "", ended).translate(_LOOKS_LIKE)


def _repeats(plain: str) -> bool:
    """Whether it is one piece again and again, the last time perhaps not whole: `summer1summer1`."""
    return any(plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, len(plain) // 2 + 1))


def _in_a_row(plain: str) -> bool:
    """Whether nearly every key stands beside the one before it on a keyboard, in the alphabet or among the digits."""
    beside = sum(one + other in _neighbours() for one, other in pairwise(plain))
    return beside * 5 >= (len(plain) - 1) * 4


@cache
def _neighbours() -> frozenset[str]:
    rows_of_keys = [*IN_A_ROW, *(row[::-1] for row in IN_A_ROW)]
    return frozenset(row[place : place + 2] for row in rows_of_keys for place in range(len(row) - 1))


def _of_known_words(plain: str, name: str) -> bool:
    """Whether nothing is left of its letters but known words and the name, whatever digits and signs stand between."""
    letters = re.sub(r"[\W\d_]+", "", plain)
    known = _words() | {part for part in re.split(r"\W+", name.casefold()) if len(part) >= SHORTEST_WORD}
    reached = {0}
    for end in range(1, len(letters) + 1):
        if any(start in reached and letters[start:end] in known for start in range(end)):
            reached.add(end)
    return len(letters) in reached


@cache
def _words() -> frozenset[str]:
    return frozenset(re.sub(r"[\W\d_]+", "", row["word"].casefold()) for row in rows("common_passwords"))
