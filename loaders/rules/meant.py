"""What was probably meant by something that is typed in another way: said as a question, and never read as an answer."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

from loaders.reading.workbook import Kind, Typed
from programme.moment import day_text
from programme.sheets.typed import date_typed, no_such_day, number_typed, plain
from programme.workstreams import weaknesses

EXCELS_FIRST_DAY = date(1899, 12, 30)
SERIALS = range(36_526, 73_415)
"""What Excel stores for the days of 2000 to 2100."""
NO_DAY = {"00/01/1900", "0/1/1900", "00-01-1900", "0 january 1900", "00 january 1900", "1900-01-00", "00:00:00"}
"""What Excel shows, and what is read, where a cell of dates holds a 0 or refers to a blank cell."""

_TWO = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_CONTINENTAL = re.compile(r"-?[0-9]{1,3}([.'’ ][0-9]{3})+(,[0-9]+)?|-?[0-9]+,[0-9]+")
_LETTERS_FOR_DIGITS = str.maketrans("OoIl", "0011")
_OTHER_DATE_FORMS = (
    *("%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%d/%m/%y", "%d.%m.%y", "%d-%m-%y", "%d-%b-%Y", "%d-%b-%y", "%d %B %y"),
    *("%d %b %y", "%B %d %Y", "%b %d %Y", "%A %d %B %Y", "%a %d %B %Y", "%a %d %b %Y"),
    *("%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M", "%m/%d/%Y"),
)


def two_numbers(text: str) -> bool:
    """Whether a number typed as text may be two: `1.250` is 1250 to some people and 1.25 to others."""
    return bool(_TWO.fullmatch(_trimmed(text)))


def number_meant(text: str) -> str | None:
    """`7.5` for `7,5`, `1250 or 1.25` for `1.250`, `100` for `1OO`; None where nothing better is known."""
    typed = _trimmed(text)
    if two_numbers(typed):
        return f"{typed.replace('.', '')} or {float(typed):.15g}"
    if number_typed(typed) is not None:
        return None
    if _CONTINENTAL.fullmatch(typed):
        return re.sub("[.'’ ]", "", typed).replace(",", ".")
    digits = typed.translate(_LETTERS_FOR_DIGITS)
    return digits if any(sign.isdigit() for sign in typed) and number_typed(digits) is not None else None


def _trimmed(text: str) -> str:
    return " ".join(text.replace("−", "-").split()).rstrip("%").strip().removeprefix("£").strip()


def date_meant(text: str) -> str | None:
    """`31 March 2025` for `31.3.25`, `45747` and the like; None where nothing is near."""
    if text.isascii() and text.isdigit() and len(text) <= 5 and int(text) in SERIALS:
        return day_text(EXCELS_FIRST_DAY + timedelta(days=int(text)))
    typed = " ".join(re.sub(r"(?<=\d)(st|nd|rd|th)\b|,", "", text.replace("T", " ") if "-" in text else text).split())
    if day := date_typed(typed):
        return day_text(day)
    for form in _OTHER_DATE_FORMS:
        with suppress(ValueError):
            return day_text(datetime.strptime(typed, form).date())
    return None


def be_a_date(text: str) -> str:
    """What must hold of what is typed where a day is asked for: to be written as one is, or to be one that there is."""
    why = "" if date_meant(text) or plain(text) in NO_DAY else no_such_day(text)
    return f"be a day that there is, and {why}" if why else "be a date, like 31 March 2025"


def weaknesses_meant(cell: Typed) -> str | None:
    """`6; 7` for the number 67, the day 6 July, `6.7`, `6 7` and `6-7`, of which Excel or a person may have made each."""
    if cell.kind is Kind.DATE:
        return _listed(cell.value.day, cell.value.month)
    text = plain(cell.text)
    if found := re.fullmatch(r"(?:weaknesses )?(\d) ?(?:-|–|to) ?(\d)", text):
        first, last = map(int, found.groups())
        return _listed(*range(first, last + 1))
    apart = re.fullmatch(r"[1-9](?:[ .]*[1-9])+", text)
    return _listed(*map(int, re.findall(r"[1-9]", text))) if apart else None


def _listed(*numbers: int) -> str | None:
    known = len(set(numbers)) == len(numbers) and set(numbers) <= set(weaknesses())
    return "; ".join(map(str, numbers)) if numbers and known else None
