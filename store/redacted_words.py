"""Words that are to be redacted: how they are found however they are spelt and spaced, and what stands in their place."""

import re
import unicodedata

_SAME = {"'": "['’‘ʼ`´]", "’": "['’‘ʼ`´]", "-": "[-‐‑‒–]", "–": "[-‐‑‒–]"}


def pattern_of(words: str) -> re.Pattern[str]:
    """Finds words as whole words in any case and spacing, with any apostrophe and hyphen, composed or not."""
    forms = {unicodedata.normalize(form, words) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    spelt = "|".join(sorted(map(_spelt, forms), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{spelt})(?!\w)", re.IGNORECASE)


def _spelt(words: str) -> str:
    parts = ["".join(_SAME.get(sign, re.escape(sign)) for sign in part) for part in words.split()]
    return r"[\s\u00ad\u200b]+".join(parts)
