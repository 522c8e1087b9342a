"""What in a text points to one child: numbers that name a person, an address, a birth date, a first name beside a child."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice, takewhile

from plumbing.reference import rows
from plumbing.signs import without_unseen
from programme.quarter import Quarter

YEARS_BEFORE = 3  # a day so long before the quarter is no day of the programme's work, but somebody's birthday
_BETWEEN_DIGITS = "[ \\u00a0\\u2009.\\u2010-\\u2014-]?"
_DIGIT = re.compile(r"\d")
_NHS = re.compile(rf"(?<![\d.,/-])\d{{3}}{_BETWEEN_DIGITS}\d{{3}}{_BETWEEN_DIGITS}\d{{4}}(?![\d/-])")
_UPN = re.compile(r"\b[A-Za-z]\d{11}[\dA-Za-z]\b")
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_POSTCODE = r"[A-Za-z]{1,2}\d[\dA-Za-z]?\s?\d[A-Za-z]{2}"
_ADDRESS = re.compile(
    rf"\b\d{{1,4}}[A-Za-z]?,?\s+(?:[^\W\d][\w'’-]*[,.]?\s+){{1,6}}{_POSTCODE}\b|\b\d{{1,4}}[A-Za-z]?,?\s+{_POSTCODE}\b"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_DAY = re.compile(
    rf"\b(?:(?P<iso>\d{{4}})[./-](?P<iso_month>\d{{1,2}})[./-](?P<iso_day>\d{{1,2}})|(?P<day>\d{{1,2}})[./-](?P<month>\d{{1,2}})[./-]"
    rf"(?P<year>\d{{4}}|\d{{2}})|(?P<named_day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<named>{_NAMED}),?\s+'?"
    rf"(?P<named_year>\d{{4}}|\d{{2}})|(?P<first>{_NAMED})\s+(?P<then>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<last>\d{{4}}))\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:born|d[. ]?o[. ]?b|birth(?:day|date)?|aged)\b", re.IGNORECASE)
A_YEAR = 366  # days
NEAR = 30  # characters between a word of birth and its day
_CHILD = re.compile(r"\b(?:pupils?|child|children|boy|girl|sons?|daughters?)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = {"called", "named", "name", "is", "a", "an", "the", "their", "our", "my", "her", "his", "s"}
"""What may stand between a child and its name."""


def personal_in(text: str, quarter: Quarter, about: Iterable[date] = ()) -> Iterator[str]:
    """What of `text` points to one person, each in words: `an NHS number`. The text itself is not repeated.

    `about` are days that its row is about: a row about the past may speak of its days.
    """
    text = without_unseen(text)
    if _DIGIT.search(text):
        yield from _numbers_in(text, quarter, tuple(about))
    if any(_named(text, found) for found in _CHILD.finditer(text)):
        yield "a first name beside a child"


def _numbers_in(text: str, quarter: Quarter, about: tuple[date, ...]) -> Iterator[str]:
    """What of it is written with digits."""
    if any(_nhs_number(found[0]) for found in _NHS.finditer(text)):
        yield "an NHS number"
    if any(_upn(found[0]) for found in _UPN.finditer(text)):
        yield "a unique pupil number (UPN)"
    if _ADDRESS.search(text):
        yield "a postcode with a house number"
    if _birth(text, quarter, about):
        yield "a date of birth"


def _nhs_number(text: str) -> bool:
    """Ten digits of which the last is what modulus 11 makes of the others."""
    digits = [int(digit) for digit in text if digit.isdigit()]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10 and len(set(digits)) > 1


def _upn(text: str) -> bool:
    """A letter that is what modulus 23 makes of the twelve signs after it; the last of a temporary number is a letter."""
    text = text.upper()
    signs = [UPN_LETTERS.find(sign) if sign.isalpha() else int(sign) for sign in text[1:]]
    if -1 in signs:
        return False
    return UPN_LETTERS[sum(sign * weight for sign, weight in zip(signs, range(2, 14), strict=True)) % 23] == text[0]


def _birth(text: str, quarter: Quarter, about: tuple[date, ...]) -> bool:
    """A day that stands beside a word of birth, or three years and more before the quarter."""
    for found in _DAY.finditer(text):
        day = _day(found)
        born = (word.span() for word in _BIRTH.finditer(text))
        near = any(start - NEAR <= found.end() and found.start() <= end + NEAR for start, end in born)
        long_ago = day and day <= quarter.start.replace(year=quarter.start.year - YEARS_BEFORE)
        if near or (long_ago and not any(abs((day - each).days) <= A_YEAR for each in about)):
            return True
    return False


def _day(found: re.Match) -> date | None:
    year = int(found["iso"] or found["year"] or found["named_year"] or found["last"])
    named = (found["named"] or found["first"] or "jan")[:3].lower()
    month = found["iso_month"] or found["month"] or str(_MONTHS.index(named) + 1)
    day = found["iso_day"] or found["day"] or found["named_day"] or found["then"]
    try:
        return date(year + 2000 if year < 100 else year, int(month), int(day))
    except ValueError:
        return None


def _named(text: str, child: re.Match) -> bool:
    """Whether one of the common first names, written as a name, stands beside a child within its sentence."""
    before = re.split(r"[.;!?\n]", text[: child.start()])[-1]
    after = re.split(r"[.;!?\n]", text[child.end() :])[0]
    for words in (reversed(_WORD.findall(before)), _WORD.findall(after)):
        nearest = list(islice((word for word in words if word.casefold() not in _BETWEEN), 2))
        name = list(takewhile(lambda word: word[:1].isupper(), nearest))  # a first name, or a surname and a first name
        if any(word.casefold() in first_names() for word in name):
            return True
    return False


@cache
def first_names() -> frozenset[str]:
    """The first names that many children have, in small letters."""
    return frozenset(row["name"].casefold() for row in rows("first_names"))
