"""What people type, understood: plain text, dates, numbers and lists of numbers. Nothing here raises: it says None."""

import re
from datetime import date, datetime
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))
_REPEATED = lru_cache(maxsize=10_000)  # a log of actions says the same headings, dates and roles quarter after quarter
_DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")
_NUMBER = re.compile(r"-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)(\.[0-9]+)?")
_BETWEEN = re.compile(r"[;,&/]|\band\b")
_LISTED = re.compile(r"(?:weakness(?:es)?|workstreams?|w|ws)?\.? ?([0-9]{1,9})")


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
    """`1,080`, `1 080` and `85%` are 1080 and 85; None for anything that is not a number, or might be two.

    A comma or a space stands between thousands and nowhere else: `7,5` is none, and never 75.
    """
    found = _NUMBER.fullmatch(" ".join(text.translate(_INVISIBLE).split()).rstrip("%").strip())
    return float(re.sub("[, ]", "", found[0])) if found else None


def whole_typed(text: str) -> int | None:
    """`1,080` is 1080; None for a number that is not whole, and for anything that is none."""
    number = number_typed(text)
    return int(number) if number is not None and number.is_integer() else None


def numbers_typed(text: str) -> tuple[int, ...]:
    """The whole numbers of a list such as `1; 3` or `Weaknesses 1 and 3`, each once, in the order typed.

    A list is read whole or not at all: none of `6-8`, `6.7` and `6 and some of 7` is one.
    """
    parts = [part for part in (part.strip() for part in _BETWEEN.split(plain(text.replace("\n", ";")))) if part]
    found = [_LISTED.fullmatch(part) for part in parts]
    return tuple(dict.fromkeys(int(part[1]) for part in found)) if found and all(found) else ()


def listed_typed(text: str) -> tuple[str, ...]:
    """What stands between commas, semicolons or ends of lines, each once, in the order typed."""
    parts = (part.strip() for part in re.split(r"[;,\n]", text.translate(_INVISIBLE)))
    return tuple(dict.fromkeys(filter(None, parts)))


def first_typed(text: str) -> int | None:
    """The number of a weakness or workstream: `3` or `Workstream 3`; None for anything else."""
    numbers = numbers_typed(text)
    return numbers[0] if len(numbers) == 1 else None
