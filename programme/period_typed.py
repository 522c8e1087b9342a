"""The ways in which people write a period, read. What may be meant in two ways is asked, and never guessed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from plumbing.signs import HYPHENS, without_unseen
from programme.period import Period, PeriodKind
from programme.quarter import Quarter

LONGEST_PERIOD = 90  # signs; a longer text is a sentence, in which `period_in` looks
_MOST_WORDS = 10
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_SIGNS = str.maketrans(dict.fromkeys(HYPHENS, "-") | {"’": "'", "‘": "'"})
_NOTE = re.compile(r"\[[^\]]*\]|\((?:p|r|e|prov|provisional|revised|final|actuals?|note \d+)\)|[*†‡^¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_HAPPENED = re.compile(r"[ ,:-]*\b(?:actuals?|outturn|provisional|revised|final)$|^(?:actuals?|outturn)[ :-]+")
_ALONE = re.compile(r"(?:q|qtr|quarter) ?([1-4])")
_FILE = re.compile(r"\.[a-z]{3,4}$", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d"
_TOKENS = re.compile(
    rf"""
      (?P<e>(?:quarter|qtr|(?:the\ )?(?:3|three)\ months)\ (?:ending|ended|end|to)\b|q/e\b)
    | (?P<w>(?:year|(?:the\ )?(?:12|twelve)\ months)\ (?:ending|ended|end|to)\b|y/e\b)
    | (?P<d>{_YEAR}-\d\d-\d\d(?:[t ]00:00(?::00)?)?(?!\d)|\d{{1,2}}(?P<p>[/.-])\d{{1,2}}(?P=p)(?:{_YEAR}|\d\d)(?![\d/]))
    | (?P<o>(?:0?[1-9]|1[0-2])[/.-]{_YEAR}(?!\d))
    | (?P<f>(?:(?:fy|financial\ year)\ ?)?(?P<first>{_YEAR}|\d\d)(?P<b>[/-])(?P<then>{_YEAR}|\d\d)(?!\d)
        |(?:fy|financial\ year)\ ?'?(?P<ending>{_YEAR}|\d\d)(?!\d))
    | (?P<q>(?:q|qtr|quarter)[ .]?[1-4](?!\d)|(?:{"|".join(_NTH)})\ (?:quarter|qtr)\b)
    | (?P<a>academic\ year\b|academic\b|ay\b) | (?P<c>calendar\ year\b|calendar\b|cy\b)
    | (?P<x>(?:financial\ )?year\b|of\b|the\b|as\ at\b|at\b|end\b|month\b|ending\b|ended\b|[\s,_'().:;])
    | (?P<y>{_YEAR}(?!\d)) | (?P<n>\d{{1,2}}(?:st|nd|rd|th)?(?!\d))
    | (?P<m>(?:{"|".join(f"{name}|{name[:3]}" for name in _MONTHS)}|sept)\b\.?|(?:{"|".join(n[:3] for n in _MONTHS)})(?=\d))
    | (?P<r>-|/|to\b|until\b|through\b)
    """,
    re.ASCII | re.VERBOSE,
)
"""The pieces a period is written with. A text that holds anything else is none."""


@dataclass(frozen=True, slots=True)
class PeriodRead:
    """What a text may mean as a period: one, or several that must be asked about (`readings`), or none.

    `note` says what was understood where it is not written as a period is.
    """

    readings: tuple[Period, ...] = ()
    sure: bool = True
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.readings)

    @property
    def period(self) -> Period | None:
        """The period, where there is no doubt. Where there are readings and no period, somebody must say what is meant."""
        return self.readings[0] if len(self.readings) == 1 and self.sure else None


NO_PERIOD = PeriodRead()
Matches = Sequence[re.Match]


@lru_cache(maxsize=10_000)
def read_period(typed: str | date) -> PeriodRead:
    """The period that a cell, a heading or a piece of a name says, in any of the ways people write one."""
    if isinstance(typed, date):
        return _told(typed.isoformat(), *_of_day(date(typed.year, typed.month, typed.day)))
    text = _stripped(typed)
    if not text or len(text) > LONGEST_PERIOD:
        return NO_PERIOD
    whole = _readings(text)
    return _told(typed, *(whole if whole[0] else _agreed(text)))


@lru_cache(maxsize=10_000)
def period_in(sentence: str) -> PeriodRead:
    """The one period that a title or a file's name speaks of; every one, to be asked about, where there are several.

    A year by itself counts only where nothing says more: `January 2023 (published 2024)` is the month.
    """
    if read := read_period(sentence):
        return read
    words = _FILE.sub("", sentence).replace("_", " ").split()
    found, at = [], 0
    while at < len(words):
        width = next((many for many in range(min(_MOST_WORDS, len(words) - at), 0, -1) if _reads(words[at : at + many])), 0)
        found += [read_period(_bare(words[at : at + width]))] if width else []
        at += width or 1
    finer = [each for each in found if not all(_bare_year(period) for period in each.readings)] or found
    meant = tuple(dict.fromkeys(period for each in finer for period in each.readings))
    sure = len(meant) == 1 and all(each.sure for each in finer)
    return _told(sentence, meant, sure) if meant else NO_PERIOD


@lru_cache(maxsize=10_000)
def quarter_read(typed: str | date) -> tuple[Quarter | None, PeriodRead]:
    """The quarter that a cell of our own form says: one written as such, or by the month or day that ends it."""
    read = read_period(typed)
    ending = [period for period in read.readings if period.kind in (PeriodKind.QUARTER, PeriodKind.MONTH)]
    one = read.period in ending and read.period.ends_quarter
    return (read.period.quarter if one else None), read


def _bare(words: Iterable[str]) -> str:
    return " ".join(words).strip(" ,;.:")


def _reads(words: Iterable[str]) -> bool:
    text = _bare(words)
    return bool(text) and not re.fullmatch(r"(?:q|quarter|fy)?\W*\d{1,2}", text.casefold()) and bool(read_period(text))


def _bare_year(period: Period) -> bool:
    return period.kind is PeriodKind.CALENDAR_YEAR


def _told(typed: str, readings: Iterable[Period], sure: bool) -> PeriodRead:
    meant = tuple(dict.fromkeys(readings))
    if not meant:
        return NO_PERIOD
    understood = len(meant) == 1 and sure and " ".join(typed.split()) != str(meant[0])
    return PeriodRead(meant, sure and len(meant) == 1, f"“{typed}” was read as {meant[0]}" if understood else "")


def _stripped(text: str) -> str:
    """The text without notes of its own: footnote signs, and that its figures are what happened."""
    plain = " ".join(_NOTE.sub(" ", without_unseen(text).translate(_SIGNS)).split()).casefold().strip(" ,;:.-")
    return _HAPPENED.sub("", plain).strip(" ,;:.-")


def _agreed(text: str) -> tuple[list[Period], bool]:
    """Two ways in one text, `Q4 2024/25: Jan 2025 - Mar 2025`: what both can mean, or else whatever either does."""
    parts = [part.strip(" ,;-") for part in re.split(r"[:()]", text) if part.strip(" ,;-")]
    alone = [found for found in map(_ALONE.fullmatch, parts) if found]
    said = [_readings(part) for part in parts if not _ALONE.fullmatch(part)]
    if len(said) == len(alone) == 1 and said[0][1]:
        return [each for each in said[0][0] if int(alone[0][1]) in (each.quarter.number, each.quarter.number % 4 + 1)], True
    if len(said) < 2 or not all(readings for readings, _ in said):
        return [], True
    both = [period for period in said[0][0] if all(period in readings for readings, _ in said)]
    return (both, len(both) == 1) if both else ([period for readings, _ in said for period in readings], False)


def _readings(text: str) -> tuple[list[Period], bool]:
    """What one way of writing means, and whether there is no doubt."""
    pieces, at = [], 0
    while at < len(text):
        found = _TOKENS.match(text, at)
        if found is None or found.end() == at:
            return [], True
        pieces += [found] if _kind(found) != "x" else []
        at = found.end()
    kinds = "".join(map(_kind, pieces))
    meant = next((means for way, means in _WAYS if way.fullmatch(kinds)), None)
    try:
        return meant(pieces) if meant else ([], True)
    except ValueError:
        return [], True  # a month or a day that there is not


def _kind(piece: re.Match) -> str:
    return next(kind for kind in "ewdfoqacxynmr" if piece[kind] is not None)


def _named(pieces: Matches, kind: str) -> list[re.Match]:
    return [piece for piece in pieces if _kind(piece) in kind]


def _full(year: str) -> int:
    if len(year) not in (2, 4) or not year.isdigit():
        raise ValueError(f"A year has two or four digits, got: {year}")
    return int(year) + (2000 if len(year) == 2 else 0)


def _month(piece: re.Match) -> int:
    return next(at for at, name in enumerate(_MONTHS, start=1) if name[:3] == piece["m"][:3])


def _beginning(piece: re.Match) -> int:
    """The year in which a financial year begins: of `2023/24` and of `FY24` it is 2023."""
    if piece["ending"]:
        return _full(piece["ending"]) - 1
    first = _full(piece["first"])
    if int(piece["then"][-2:]) != (first + 1) % 100:
        raise ValueError(f"A financial year ends in the year after it begins, got: {piece[0]}")
    return first


def _nth(pieces: Matches) -> int:
    said = _named(pieces, "q")[0][0]
    return next((number for name, number in _NTH.items() if said.startswith(name)), None) or int(said[-1])


def _quarter(year: int, number: int) -> Period:
    return Period.of_quarter(Quarter(year, number))


def _calendar_quarter(year: int, number: int) -> Period:
    return Period.of_quarter(Quarter.containing(date(year, number * 3, 1)))


def _of_two_years(pieces: Matches) -> tuple[list[Period], bool]:
    return [_quarter(_beginning(_named(pieces, "f")[0]), _nth(pieces))], True


def _of_one_year(pieces: Matches) -> tuple[list[Period], bool]:
    """`Q1 2023`: of the calendar year, of the financial year that begins in it, or of the one that ends in it."""
    year, number = _full(_named(pieces, "yn")[0][0]), _nth(pieces)
    return [_calendar_quarter(year, number), _quarter(year, number), _quarter(year - 1, number)], False


def _of_calendar_year(pieces: Matches) -> tuple[list[Period], bool]:
    return [_calendar_quarter(_full(_named(pieces, "y")[0][0]), _nth(pieces))], True


def _two_years(pieces: Matches) -> tuple[list[Period], bool]:
    """`2023/24`; `2010-11` may as well be November 2010, and `2023-06` is June; `03/04` may be a day."""
    (piece,) = pieces
    first, then = piece["first"], piece["then"]
    by_dash = first and len(first) == 4 and len(then) == 2 and 1 <= int(then) <= 12
    if by_dash and int(then) != (int(first) + 1) % 100:
        return [Period.of_month(int(first), int(then))], True
    year = Period.of_year(_beginning(piece), PeriodKind.FINANCIAL_YEAR)
    if by_dash and piece["b"] == "-" and piece[0][0].isdigit():
        return [year, Period.of_month(int(first), int(then))], False
    if first and len(first) == 2 and piece[0][0].isdigit() and int(then) <= 12:
        return [], True
    return [year], True


def _academic(pieces: Matches) -> tuple[list[Period], bool]:
    return [Period.of_year(_beginning(_named(pieces, "f")[0]), PeriodKind.ACADEMIC_YEAR)], True


def _calendar(pieces: Matches) -> tuple[list[Period], bool]:
    return [Period.of_year(_full(pieces[-1][0]))], True


def _one_month(pieces: Matches) -> tuple[list[Period], bool]:
    return [_month_said(pieces)], True


def _month_said(pieces: Matches) -> Period:
    if numbers := _named(pieces, "o"):
        month, year = re.split(r"[/.-]", numbers[0][0])
        return Period.of_month(int(year), int(month))
    if days := _named(pieces, "d"):
        return Period.of_month(_day(days[0]).year, _day(days[0]).month)
    return Period.of_month(_full(_named(pieces, "yn")[-1][0]), _month(_named(pieces, "m")[-1]))


def _day(piece: re.Match) -> date:
    numbers = re.split(r"[/.-]", piece[0].split("t")[0].split(" ")[0])
    year, month, day = numbers if len(numbers[0]) == 4 else reversed(numbers)
    return date(_full(year), int(month), int(day))


def _one_day(pieces: Matches) -> tuple[list[Period], bool]:
    return _of_day(_day_said(pieces))


def _day_said(pieces: Matches) -> date:
    if days := _named(pieces, "d"):
        return _day(days[-1])
    day, *years = _named(pieces, "yn")
    return date(_full(years[-1][0]), _month(_named(pieces, "m")[-1]), int(day[0].rstrip("stndrh")))


def _of_day(day: date) -> tuple[list[Period], bool]:
    """The month that a day begins or ends; of a day amid its month it is asked whether the month is meant."""
    month = Period.of_month(day.year, day.month)
    return [month], day in (month.start, month.end)


def _months(pieces: Matches) -> tuple[list[Period], bool]:
    """`Apr-Jun 2023`, `Oct 2024 - Dec 2024`, `Apr 2023 to Mar 2024`, `Apr-Jun 2023/24`."""
    start, end = map(_month, _named(pieces, "m"))
    years = [_full(piece[0]) for piece in _named(pieces, "yn")]
    if financial := _named(pieces, "f"):
        first, last = (_beginning(financial[0]) + (month < 4) for month in (start, end))
    else:
        first, last = (years[0] if len(years) > 1 else years[0] - (start > end)), years[-1]
    return _from_to(Period.of_month(first, start), Period.of_month(last, end))


def _days(pieces: Matches) -> tuple[list[Period], bool]:
    """`1 April to 30 June 2023`, `01/04/2023 - 30/06/2023`."""
    if dates := _named(pieces, "d"):
        start, end = map(_day, dates)
    else:
        at = next(place for place, piece in enumerate(pieces) if _kind(piece) == "r" and _named(pieces[:place], "m"))
        end = _day_said(pieces[at:])
        before = _named(pieces[:at], "yn")
        year = _full(before[1][0]) if len(before) > 1 else end.year
        start = date(year, _month(_named(pieces[:at], "m")[0]), int(before[0][0].rstrip("stndrh")))
    if start.day != 1 or (end + timedelta(days=1)).day != 1:
        return [], True
    return _from_to(Period.of_month(start.year, start.month), Period.of_month(end.year, end.month))


def _from_to(first: Period, last: Period) -> tuple[list[Period], bool]:
    """The period that begins with one month and ends with another, where there is one."""
    for kind in PeriodKind:
        try:
            made = Period(first.year, first.month, kind)
        except ValueError:
            continue
        if made.end == last.end:
            return [made], True
    return [], True


def _quarter_to(pieces: Matches) -> tuple[list[Period], bool]:
    """`Quarter ending June 2023`, `three months to 30 June 2023`."""
    month = _month_said(pieces)
    return ([Period.of_quarter(month.quarter)] if month.ends_quarter else []), True


def _year_to(pieces: Matches) -> tuple[list[Period], bool]:
    """`Year ending March 2024`: the financial year, to December the calendar's, to August the academic one."""
    month = _month_said(pieces)
    begins = Period.of_month(month.year - (month.month < 12), month.month % 12 + 1)
    return _from_to(begins, month)


def _way(kinds: str) -> re.Pattern:
    return re.compile(kinds)


_M, _DM = "mr?[yn]", "nr?mr?[yn]"
_WAYS: tuple[tuple[re.Pattern, Callable[[Matches], tuple[list[Period], bool]]], ...] = (
    (_way("qr?f|fr?q"), _of_two_years),
    (_way("qr?[yn]|yr?q"), _of_one_year),
    (_way("qr?cy|cyr?q|ycr?q|qr?yc"), _of_calendar_year),
    (_way("f"), _two_years),
    (_way("af|fa"), _academic),
    (_way("c?y"), _calendar),
    (_way(f"{_M}|yr?m|o"), _one_month),
    (_way(f"d|{_DM}"), _one_day),
    (_way(f"mr{_M}|{_M}r{_M}|mrmr?f"), _months),
    (_way(f"drd|nmr{_DM}|{_DM}r{_DM}"), _days),
    (_way(f"e(?:{_M}|d|o|{_DM})"), _quarter_to),
    (_way(f"w(?:{_M}|d|o|{_DM})"), _year_to),
)
"""Each way, by the kinds of its pieces, with what it means."""
