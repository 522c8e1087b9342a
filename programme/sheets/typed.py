"""What people type, understood: plain text, dates, numbers and lists of numbers. Nothing here raises: it says None."""

import re
from datetime import date, datetime
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))
_REPEATED = lru_cache(maxsize=10_000)  # a log of actions says the same headings, dates and roles quarter after quarter
_DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")


@_REPEATED
def plain(text: str) -> str:
    """`text` as it is compared: no capitals, single ordinary spaces, no invisible signs, no colon or asterisk at the end."""
    return " ".join(text.translate(_INVISIBLE).split()).rstrip(" :*").casefold()


@_REPEATED
def date_typed(text: str) -> date | None:
    """A day written as text: 31 March 2025, 31/03/2025 or 2025-03-31; None for anything else."""
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(" ".join(text.split()), form).date()
        except ValueError:
            continue
    return None


def number_typed(text: str) -> float | None:
    """`1,080` and `85%` are 1080 and 85; None for anything that is not a number."""
    found = re.fullmatch(r"-?\d+(\.\d+)?", text.replace(",", "").strip().rstrip("%").strip())
    return float(found[0]) if found else None


def whole_typed(text: str) -> int | None:
    """`1,080` is 1080; None for a number that is not whole, and for anything that is none."""
    number = number_typed(text)
    return int(number) if number is not None and number.is_integer() else None


def numbers_typed(text: str) -> tuple[int, ...]:
    """The whole numbers in a list such as `1; 3` or `Weaknesses 1 and 3`, each once, in the order typed."""
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", text)))
