"""Letters that files can hold: what is no letter is left out, and what no typeface of ours has is told by its name."""

import re
import unicodedata

OURS = frozenset("–—‘’“”…•≥≤≠€™′″½¼¾→↑↓↗↘⇅▲◆●○✔\u200b\n")
"""Signs beyond the letters of European languages that the typefaces of the document have."""
LAST_EUROPEAN = 0x24F
UNKNOWN = "?"
_REFUSED = re.compile(r'`"(.+?)"`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def printable(text: str) -> str:
    """The text without what is no letter, sign or end of a line: no file format of ours can hold such."""
    if text.isprintable():  # as nearly every text is, which is told at once
        return text
    return "".join(each if each.isprintable() or each == "\n" else " " for each in text)


def letter_refused(message: str) -> str:
    """The letter for which a document could not be written, as the message tells it; empty where that is about no letter."""
    found = _REFUSED.search(message)
    if not found:
        return ""
    told = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), found[1])
    return told if "\n" not in told and 0 < len(told) <= 8 else ""


def letter_named(letters: str) -> str:
    """`[grinning face]` for what cannot be shown."""
    names = [unicodedata.name(each, "").lower() for each in letters]
    return f"[{', '.join(filter(None, names)) or UNKNOWN}]"


def european(text: str) -> str:
    """The text with a question mark for every letter that is neither European nor a sign of ours."""
    return "".join(each if ord(each) <= LAST_EUROPEAN or each in OURS else UNKNOWN for each in text)
