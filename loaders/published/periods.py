"""The periods of published files: which time identifiers are understood, and what period a text under one of them is."""

import re
from calendar import month_name
from datetime import date

from programme.published import BASES

FIRST_YEAR = 2010  # nothing that is compared here was published about the years before
_MONTHS = {name.casefold(): number for number, name in enumerate(month_name) if name}
OF_TWO_YEARS = ("academic year", "financial year")
_YEARS = {basis.casefold(): basis for basis in BASES if basis != "month"}
UNDERSTOOD = {folded: basis[0].upper() + basis[1:] for folded, basis in _YEARS.items()} | dict.fromkeys(
    _MONTHS, "a month such as June"
)
"""The time identifiers, in small letters, each as it is told to people."""


def period_of(identifier: str, text: str) -> tuple[str, str] | None:
    """The basis and the period as the project writes them: 2023/24 for the DfE's `202324`. None for what is no period."""
    basis = identifier.casefold()
    if basis in _MONTHS:
        return ("month", f"{text}-{_MONTHS[basis]:02}") if _year(text) else None
    named = _YEARS[basis]
    if basis in OF_TWO_YEARS:
        return (named, f"{text[:4]}/{text[4:]}") if _two_years(text) else None
    return (named, text) if _year(text) else None


def period_wanted(identifier: str) -> str:
    """What a text under a time identifier must be, as the end of a sentence."""
    like = "two years written like 202324, the first of them" if identifier.casefold() in OF_TWO_YEARS else "a year"
    return f"{like} between {FIRST_YEAR} and {_last_year()}, where time_identifier is {identifier}"


def _last_year() -> int:
    return date.today().year + 1


def _year(text: str) -> bool:
    return re.fullmatch(r"[0-9]{4}", text) is not None and FIRST_YEAR <= int(text) <= _last_year()


def _two_years(text: str) -> bool:
    return len(text) == 6 and _year(text[:4]) and text[4:] == f"{(int(text[:4]) + 1) % 100:02}"
