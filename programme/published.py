"""Published figures carried with the project: what the DfE and the NHS print, each with its source and row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from plumbing.reference import rows
from programme.access import DoneBy, done_by
from programme.finding import Finding
from programme.symbols import Symbol, symbol_typed

FILE = "published_figures.csv"
BASES = ("calendar year", "academic year", "financial year", "January census", "month")
"""What kinds of period are understood; a figure of another can be compared with nothing."""
_PERIOD = re.compile(r"[0-9]{4}(/[0-9]{2})?")
_FILE = re.compile(r", (?:measure \S+|[\w.-]+\.(?:csv|xlsx?|ods|zip))$")
"""How a source ends that names its file or code: `, annual_reviews.csv`, `, measure SEN_TotStat`."""

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Published:
    """One published figure of a series. `period` is as its publisher writes it: 2024, 2023/24, 2023-06."""

    series: str
    title: str
    area_code: str
    area: str
    period_basis: str
    period: str
    numerator: float | None
    denominator: float | None
    value: float | None
    symbol: Symbol | None
    unit: str
    source: str
    file: str
    row: int
    loaded: int | None = None

    @property
    def covers(self) -> str:
        """`calendar year 2024`."""
        return f"{self.period_basis} {self.period}"

    @property
    def publication(self) -> str:
        """Where it was printed, without the file or the code that it was read by."""
        return publication_of(self.source)

    @property
    def told(self) -> tuple[float | Symbol | None, ...]:
        """What it says, whatever its source."""
        return self.numerator, self.denominator, self.value, self.symbol

    @property
    def understood(self) -> bool:
        """Whether it can be said which days it covers. Files loaded by earlier editions were not asked."""
        form = _MONTH if self.period_basis == "month" else _PERIOD
        return self.period_basis in BASES and form.fullmatch(self.period) is not None


def publication_of(source: str) -> str:
    """A source as it is quoted, without the file or the code that it was read by."""
    return _FILE.sub("", source)


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of published figures, read and ready to be kept. `release` is the publication, as it is to be quoted.

    `published_on` is the day that its publisher gave it out, None where it was not said; of two files that hold a figure,
    the one published later counts. `answered` are the queries about it, each with its reason.
    """

    release: str
    file_name: str
    sha256: str
    figures: tuple[Published, ...]
    content: bytes = b""
    published_on: date | None = None
    answered: tuple[tuple[Finding, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseWithdrawal(DoneBy):
    """That a file of published figures was taken back: when, by whom and why."""

    at: datetime
    by: str
    reason: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class LoadedRelease:
    """One file of published figures as it was loaded."""

    number: int
    release: str
    file_name: str
    sha256: str
    loaded_at: datetime
    loaded_by: str
    figures: int
    published_on: date | None = None
    withdrawal: ReleaseWithdrawal | None = None
    account: str = ""

    @property
    def doer(self) -> str:
        """Who loaded it: the name as said, and the account beside it where the two differ."""
        return done_by(self.loaded_by, self.account)

    @property
    def rank(self) -> tuple[date, int]:
        """What counts before what: the later day of publication; without one, below all that have one, the later load."""
        return self.published_on or date.min, self.number


def _number(text: str) -> float | None:
    return float(text) if text else None


def _published(row: dict[str, str], number: int) -> Published:
    return Published(
        series=row["series"],
        title=row["title"],
        area_code=row["area_code"],
        area=row["area"],
        period_basis=row["period_basis"],
        period=row["period"].removesuffix(" (prov)"),
        numerator=_number(row["numerator"]),
        denominator=_number(row["denominator"]),
        value=_number(row["value"]),
        symbol=symbol_typed(row["symbol"]),
        unit=row["unit"],
        source=row["source"],
        file=FILE,
        row=number,
    )


PublishedFigures = Mapping[tuple[str, str, str], Published]
"""Published figures by series, area code and period."""


@cache
def published_figures() -> PublishedFigures:
    """Every row of `published_figures.csv`; `row` counts from 2, as a spreadsheet shows it."""
    found = (_published(row, number) for number, row in enumerate(rows("published_figures"), start=2))
    return {(figure.series, figure.area_code, figure.period): figure for figure in found}


@dataclass(frozen=True, slots=True)
class ForeseenRelease:
    """Published figures that count before and after, those that come with the system among them; `seen` as in a preview."""

    before: PublishedFigures
    after: PublishedFigures
    seen: int = 0

    @property
    def changed(self) -> list[tuple[Published | None, Published | None]]:
        """Every figure before and after whose value becomes another; None where there is none."""
        keys = sorted({*self.before, *self.after}, key=lambda key: (key[0], key[2], key[1]))
        pairs = ((self.before.get(key), self.after.get(key)) for key in keys)
        return [(old, new) for old, new in pairs if (old and old.told) != (new and new.told)]
