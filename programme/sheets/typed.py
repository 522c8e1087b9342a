"""What people type, understood: plain text, dates, numbers and lists of numbers. Nothing here raises: it says None."""

import re
from calendar import month_name, monthrange
from datetime import date, datetime
from functools import lru_cache
from unicodedata import normalize

from plumbing.signs import without_unseen

REPEATED = lru_cache(maxsize=10_000)  # a log of actions says the same headings, dates and roles quarter after quarter
_DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")
_CLOCK = r"(?:[t ]\d{1,2}:\d\d(?::\d\d)?)?"
_DAYS = tuple(
    re.compile(form + _CLOCK, re.ASCII)
    for form in (
        r"(?P<day>\d{1,2})(?P<parted>[/.-])(?P<month>\d{1,2})(?P=parted)(?P<year>\d{4}|\d\d)",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[a-z]{3,9})[ -](?P<year>\d{4}|\d\d)",
        r"(?P<year>\d{4})(?P<parted>[/-])(?P<month>\d{1,2})(?P=parted)(?P<day>\d{1,2})",
    )
)
"""How a day is written, whether the calendar has it or not."""
_NUMBER = re.compile(r"-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)(\.[0-9]+)?")
_BETWEEN = re.compile(r"[;,&/]|\band\b")
_LISTED = re.compile(r"(?:weakness(?:es)?|workstreams?|w|ws)?\.? ?([0-9]{1,9})")


@REPEATED
def plain(text: str) -> str:
    """`text` as it is compared: no capitals, no wide letters or digits, single ordinary spaces, no invisible signs, no colon
    or asterisk at the end."""
    return " ".join(normalize("NFKC", without_unseen(text)).split()).rstrip(" :*").casefold()


@REPEATED
def date_typed(text: str) -> date | None:
    """A day written as text: 31 March 2025, 31/03/2025 or 2025-03-31; None for anything else."""
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(" ".join(without_unseen(text).split()), form).date()
        except ValueError:
            continue
    return None


@REPEATED
def no_such_day(text: str) -> str:
    """`February 2025 has 28 days`, of 30/02/2025 and whatever else is written as a day and is none; empty for any other."""
    found = next(filter(None, (form.fullmatch(plain(text).replace(",", "")) for form in _DAYS)), None)
    if not found:
        return ""
    year, month = int(found["year"]), found["month"]
    number = int(month) if month.isdigit() else _month(month)
    year += 2000 if year < 100 else 0
    if not number and not month.isdigit():
        return ""  # no name of a month: it is not written as a day is
    if not 1 <= number <= 12:
        return "months go from 1 to 12"
    last = monthrange(year, number)[1] if year else 31
    return "" if 1 <= int(found["day"]) <= last else f"{month_name[number]} {year} has {last} days"


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it; 0 where none is called so."""
    return next((number for number, known in enumerate(month_name) if known.casefold().startswith(name) and known), 0)


@REPEATED
def number_typed(text: str) -> float | None:
    """`1,080`, `1 080` and `85%` are 1080 and 85; None for anything that is not a number, or might be two.

    A comma or a space stands between thousands and nowhere else: `7,5` is none, and never 75.
    """
    found = _NUMBER.fullmatch(" ".join(without_unseen(text).split()).rstrip("%").strip())
    return float(re.sub("[, ]", "", found[0])) if found else None


def whole_typed(text: str) -> int | None:
    """`1,080` is 1080; None for a number that is not whole, and for anything that is none."""
    number = number_typed(text)
    return int(number) if number is not None and number.is_integer() else None


@REPEATED
def numbers_typed(text: str) -> tuple[int, ...]:
    """The whole numbers of a list such as `1; 3` or `Weaknesses 1 and 3`, each once, in the order typed.

    A list is read whole or not at all: none of `6-8`, `6.7` and `6 and some of 7` is one.
    """
    parts = [part for part in (part.strip() for part in _BETWEEN.split(plain(text.replace("\n", ";")))) if part]
    found = [_LISTED.fullmatch(part) for part in parts]
    return tuple(dict.fromkeys(int(part[1]) for part in found)) if found and all(found) else ()


def listed_typed(text: str) -> tuple[str, ...]:
    """What stands between commas, semicolons or ends of lines, each once, in the order typed."""
    parts = (part.strip() for part in re.split(r"[;,\n]", without_unseen(text)))
    return tuple(dict.fromkeys(filter(None, parts)))


def first_typed(text: str) -> int | None:
    """The number of a weakness or workstream: `3` or `Workstream 3`; None for anything else."""
    numbers = numbers_typed(text)
    return numbers[0] if len(numbers) == 1 else None
