"""What a figure covers: a month, a quarter, a calendar, financial or academic year. There is one way to write each."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.quarter import Quarter

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")
_TWO_YEARS = re.compile(r"(\d{4})/(\d{2})( academic year)?")


class PeriodKind(StrEnum):
    """How long a period is, and when it begins."""

    MONTH = "month"
    QUARTER = "quarter"
    CALENDAR_YEAR = "calendar year"
    FINANCIAL_YEAR = "financial year"
    ACADEMIC_YEAR = "academic year"


_BEGINS = {PeriodKind.CALENDAR_YEAR: 1, PeriodKind.FINANCIAL_YEAR: 4, PeriodKind.ACADEMIC_YEAR: 9}
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3}
_A_YEAR = 12


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A period of one kind, told by the first of its months. In order of time, shorter ones before longer.

    Written `2023-01`, `2024/25 Q3`, `2014`, `2024/25` or `2024/25 academic year`.
    """

    year: int
    month: int
    kind: PeriodKind

    def __post_init__(self):
        begins = _BEGINS.get(self.kind, self.month)
        if (
            self.month != begins
            or not 1 <= self.month <= _A_YEAR
            or (self.kind is PeriodKind.QUARTER and self.month % 3 != 1)
        ):
            raise ValueError(
                f"A period must begin with a month that its kind can begin with, got: {self.kind}, {self.month}"
            )

    @classmethod
    def of_month(cls, year: int, month: int) -> "Period":
        """One month. Raises ValueError where there is none of this number."""
        return cls(year, month, PeriodKind.MONTH)

    @classmethod
    def of_quarter(cls, quarter: Quarter) -> "Period":
        """A financial quarter."""
        return cls(quarter.start.year, quarter.start.month, PeriodKind.QUARTER)

    @classmethod
    def of_year(cls, year: int, kind: PeriodKind = PeriodKind.CALENDAR_YEAR) -> "Period":
        """The year of a kind that begins in `year`."""
        return cls(year, _BEGINS[kind], kind)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read exactly what a period is written like. Raises ValueError, naming what it got."""
        if found := _MONTH.fullmatch(text):
            return cls.of_month(int(found[1]), int(found[2]))
        if _YEAR.fullmatch(text):
            return cls.of_year(int(text))
        if (found := _TWO_YEARS.fullmatch(text)) and int(found[2]) == (int(found[1]) + 1) % 100:
            return cls.of_year(int(found[1]), PeriodKind.ACADEMIC_YEAR if found[3] else PeriodKind.FINANCIAL_YEAR)
        try:
            quarter = Quarter.parse(text)
        except ValueError:
            quarter = None
        if quarter is None or str(quarter) != text:
            raise ValueError(f"A period is written like 2023-01, 2024/25 Q3, 2014 or 2024/25, got: {text}")
        return cls.of_quarter(quarter)

    def __str__(self) -> str:
        if self.kind is PeriodKind.MONTH:
            return f"{self.year:04d}-{self.month:02d}"
        if self.kind is PeriodKind.QUARTER:
            return str(self.quarter)
        if self.kind is PeriodKind.CALENDAR_YEAR:
            return f"{self.year:04d}"
        both = f"{self.year:04d}/{(self.year + 1) % 100:02d}"
        return both if self.kind is PeriodKind.FINANCIAL_YEAR else f"{both} academic year"

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        later, month = divmod(self.month - 2 + _MONTHS.get(self.kind, _A_YEAR), 12)
        return date(self.year + later, month + 1, monthrange(self.year + later, month + 1)[1])

    @property
    def quarter(self) -> Quarter:
        """The financial quarter that it ends in."""
        return Quarter.containing(self.end)

    @property
    def ends_quarter(self) -> bool:
        """Whether its last day is a quarter's last day: so of March, and not of January."""
        return self.end == self.quarter.end


def months_of(quarter: Quarter) -> tuple[Period, ...]:
    """The three months of a quarter, in order."""
    first = quarter.start
    return tuple(Period.of_month(first.year, first.month + later) for later in range(3))
