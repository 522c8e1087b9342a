"""Period bases with Kent's codes: which quarters, or which published year, a result speaks for."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from programme.quarter import Quarter

Year = Literal["calendar", "academic", "financial", "school"]


@dataclass(frozen=True, slots=True)
class Basis:
    """One of Q, R12M, YTD, MS, or A with its kind of year.

    An annual figure is expected in the quarter numbered `reported_in` and carried forward until the next;
    `published_after` counts the years between the label of the year and the financial year it is reported in.
    """

    code: Literal["Q", "R12M", "YTD", "MS", "A"]
    year: Year | None = None
    reported_in: int = 0
    published_after: int = 0

    @property
    def name(self) -> str:
        """The basis in words."""
        return f"{self.year} year" if self.code == "A" else _NAMES[self.code]

    def reported(self, quarter: Quarter) -> Quarter:
        """The quarter whose report is in force in `quarter`: itself, unless the figure is annual."""
        return quarter - (quarter.number - self.reported_in) % 4 if self.code == "A" else quarter

    def quarters(self, quarter: Quarter) -> list[Quarter]:
        """The quarters whose figures are combined, oldest first."""
        match self.code:
            case "R12M":
                return quarter.last(4)
            case "YTD":
                return quarter.last(quarter.number)
            case _:
                return [self.reported(quarter)]

    def published_period(self, quarter: Quarter) -> str:
        """The year or month, as publishers label it, that is the newest one out in `quarter`."""
        if self.code == "A":
            return str(self.reported(quarter).year - self.published_after)
        return quarter.end.strftime("%Y-%m")

    def label(self, quarter: Quarter) -> str:
        """What a reader is told the figure covers: `12 months to September 2024`."""
        return _label(self, quarter)

    def year_label(self, reported: Quarter) -> str:
        """The year that a figure reported in a quarter is of: `school year 2023/24`."""
        ends = reported.year - self.published_after
        if self.year == "calendar":
            return f"calendar year {ends}"
        if self.year == "financial":
            return f"financial year {ends}/{(ends + 1) % 100:02d}"
        return f"{self.year} year {ends - 1}/{ends % 100:02d}"


@cache
def _label(basis: Basis, quarter: Quarter) -> str:
    match basis.code:
        case "R12M":
            return f"12 months to {quarter.end:%B %Y}"
        case "YTD":
            return f"{quarter.last(quarter.number)[0].start:%B} to {quarter.end:%B %Y}"
        case "MS":
            return f"at the end of {quarter.end:%B %Y}"
        case "A":
            return basis.year_label(basis.reported(quarter))
        case _:
            return f"{quarter.start:%B} to {quarter.end:%B %Y}"


_NAMES = {
    "Q": "quarter",
    "R12M": "rolling 12 months",
    "YTD": "financial year to date",
    "MS": "snapshot at the end of the quarter",
}

Q, R12M, YTD, MS = Basis("Q"), Basis("R12M"), Basis("YTD"), Basis("MS")


def annual(year: Year, *, reported_in: int, published_after: int = 0) -> Basis:
    """An annual figure. Example: calendar 2024, out in June 2025, is `reported_in=1, published_after=1`."""
    return Basis("A", year, reported_in, published_after)
