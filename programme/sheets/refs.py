"""Refs: how one is spelt, whatever it was typed with, and which two look alike."""

import re
from unicodedata import normalize

from plumbing.signs import without_unseen
from programme.answers import answer_typed
from programme.sheets.typed import REPEATED, listed_typed

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"), "-")
_SOFT = re.compile("\u00ad(?=[^\\w\u00ad])|(?<=[^\\w\u00ad])\u00ad")  # beside a dash or a stop, where it is none itself
_OTHER_ALPHABETS = str.maketrans("АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXIJSABEZHIKMNOPTYX")
_REF = re.compile(r"[A-Za-z0-9]+([-./ ][A-Za-z0-9]+)*")
_ALIKE = str.maketrans("OIL", "011")


@REPEATED
def ref_typed(text: str) -> str:
    """A ref as it is kept: `app–6.01 ` is APP-6.01. Words that hold a place, such as `none`, are no ref.

    What is not made like a ref is kept as it was typed.
    """
    typed = answer_typed(text)
    dashed = _SOFT.sub("", typed).translate(_DASHES)
    shown = " ".join(without_unseen(normalize("NFKC", dashed)).split())
    spelt = re.sub(r"\s*([-./])\s*", r"\1", shown)
    return spelt.upper() if _REF.fullmatch(spelt) else typed


def refs_typed(text: str) -> tuple[str, ...]:
    """The refs of a list such as `APP-6.01; APP-6.02`, each once, in the order typed."""
    return tuple(dict.fromkeys(filter(None, map(ref_typed, listed_typed(text)))))


@REPEATED
def looks_like(text: str) -> str:
    """A text that is equal for refs that look alike to a reader: O and 0, l and 1, a gap and a dash, 6.1 and 6.01."""
    letters = ref_typed(text).translate(_OTHER_ALPHABETS).translate(_ALIKE)
    parts = re.findall(r"[^\W_]+", letters)
    return "-".join(part.lstrip("0") or "0" for part in parts)
