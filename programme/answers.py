"""What is no answer: words and signs that hold a place where something was promised, and count as blank there."""

import re
from functools import cache

from plumbing.reference import rows
from programme.sheets.typed import REPEATED, plain

_WORD = re.compile(r"[^\W_]+")
_FILLER = re.compile(r"([^\W\d_])\1+|0+|[xz]")
"""`xxx` and `zz`, whatever the letter; noughts; and the single letters that forms are struck out with."""


@cache
def _place_holders() -> dict[str, bool]:
    """The words of `non_answers.csv` without what is between them, and whether they are none with more after them too."""
    return {"".join(_WORD.findall(plain(row["words"]))): row["followed"] == "yes" for row in rows("non_answers")}


def is_answer(text: str) -> bool:
    """Whether `text` says anything: `DOC-12` does, but `TBC`, `n/a`, `-`, `0`, `xxx` and `to follow, May` do not."""
    words, known = _WORD.findall(plain(text)), _place_holders()
    joined = "".join(words)
    if not words or joined in known or _FILLER.fullmatch(joined):
        return False
    return not any(known.get("".join(words[:count])) for count in range(1, len(words)))


@REPEATED
def answer_typed(text: str) -> str:
    """`text` without the spaces around it, empty where it is no answer."""
    return text.strip() if is_answer(text) else ""
