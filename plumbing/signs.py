"""Signs that no screen shows: mails and web pages bring them along, nobody means them, and no two names differ by them."""

import re
from unicodedata import normalize

_STEERING = "\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Marks of direction, and places without width where a line may end or must not."""
_CONTROL = re.compile(f"[\x00-\x08\x0b-\x1f{_STEERING}]")
UNSEEN = f"[\u00ad\u200c\u200d{_STEERING}]"
"""Each of them as a pattern, with soft hyphens and the joiners of some scripts, which are kept where a text is read."""
_UNSEEN = re.compile(UNSEEN)
HYPHENS = "‐‑‒–—−"
"""What stands where a keyboard has its hyphen: hyphens, dashes, and the sign of minus."""
_TYPED = str.maketrans(dict.fromkeys(HYPHENS, "-") | dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys('“”„"', ""))


def as_seen(text: str) -> str:
    """A text as whoever typed it sees it: a line end is one sign, an accented letter too, and each sign has a shape."""
    shown = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return shown if shown.isascii() else normalize("NFC", shown)


def searched(text: str) -> str:
    """A text as it is searched: no capitals, one kind of dash and of apostrophe, no quotation marks, no unseen signs."""
    return without_unseen(text).translate(_TYPED).casefold()


def without_unseen(text: str) -> str:
    """A text as it is compared: without any sign that does not show within a line."""
    return text if text.isascii() else _UNSEEN.sub("", text)
