"""What a program asks for, read out of its address: which set, of which quarter, area and measure, as at when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from programme.areas import Area, programme_area
from programme.moment import moment
from programme.quarter import Quarter
from reports.sentences.entries import dictionary_entries

SetName = Literal["results", "actions", "changes", "dictionary", "columns"]
Format = Literal["csv", "json"]
SETS: tuple[SetName, ...] = get_args(SetName)
FORMATS: tuple[Format, ...] = get_args(Format)

EVERY_QUARTER = "all"
MOST_ROWS = 5_000
LOOK_AS = "look_as"
"""Read by the door, which knows who asks."""

PAGES = ("page", "rows")
TAKES: Mapping[SetName, tuple[str, ...]] = {
    "results": ("quarter", "area", "kpi", "as_at", *PAGES, LOOK_AS),
    "actions": ("quarter", "kpi", "as_at", *PAGES, LOOK_AS),
    "changes": ("quarter", "area", "kpi", "as_at", *PAGES, LOOK_AS),
    "dictionary": ("quarter", "kpi", *PAGES, LOOK_AS),
    "columns": (*PAGES, LOOK_AS),
}
"""What may stand in the address of each set. Actions are those of a whole plan, and the dictionary is as it is today."""

UNKNOWN = "What is asked of {name} must be among {takes}, got: {got}. Nothing was given."
TWICE = "What is asked must be said once, got: {got} several times. Nothing was given."
NO_KPI = "A KPI must be one of the dictionary's, got: {got}. Nothing was given."
NO_NUMBER = "{what} must be a whole number from 1{most}, got: {got}. Nothing was given."
ALL_OF_ONE = (
    "All quarters can be asked of one measure or of one area, got: of all of both. Add kpi=… or area=…. Nothing was given."
)
ONE_QUARTER = "Only results can be asked of all quarters, got: {name}. Name one quarter. Nothing was given."


@dataclass(frozen=True, slots=True)
class FeedAsked:
    """One question. `quarter` is None for the newest; `every` asks for all of them."""

    name: SetName
    format: Format
    quarter: Quarter | None = None
    every: bool = False
    area: Area | None = None
    kpi: str | None = None
    as_at: datetime | None = None
    page: int = 1
    rows: int = MOST_ROWS

    @property
    def file_name(self) -> str:
        """`results.csv`."""
        return f"{self.name}.{self.format}"


def feed_asked(name: SetName, form: Format, said: Sequence[tuple[str, str]]) -> FeedAsked:
    """The question in the names and values of an address. Raises ValueError with a sentence for what is not understood."""
    told = dict(said)
    if unknown := sorted({key for key in told if key not in TAKES[name]}):
        raise ValueError(UNKNOWN.format(name=name, takes=", ".join(TAKES[name]), got=", ".join(unknown)))
    if len(told) < len(said):
        raise ValueError(TWICE.format(got=next(key for key in told if [each for each, _ in said].count(key) > 1)))
    quarter = told.get("quarter", "").strip()
    every = quarter.casefold() == EVERY_QUARTER
    if every and name != "results":
        raise ValueError(ONE_QUARTER.format(name=name))
    if every and not (told.get("area", "").strip() or told.get("kpi", "").strip()):
        raise ValueError(ALL_OF_ONE)
    return FeedAsked(
        name,
        form,
        quarter=None if every else _read(quarter, Quarter.parse),
        every=every,
        area=_read(told.get("area", ""), _area),
        kpi=_read(told.get("kpi", "").strip(), _kpi),
        as_at=_read(told.get("as_at", ""), moment),
        page=_read(told.get("page", ""), lambda text: _whole(text, "A page")) or 1,
        rows=_read(told.get("rows", ""), lambda text: _whole(text, "Rows of a page", MOST_ROWS)) or MOST_ROWS,
    )


def _read(text: str, read: Callable):
    """What was said, read; None where nothing was, as with a box that was left empty."""
    return read(text) if text.strip() else None


def _area(text: str) -> Area:
    try:
        return programme_area(text)
    except ValueError as unknown:
        raise ValueError(f"{unknown}. Nothing was given.") from None


def _kpi(text: str) -> str:
    if text not in {each.kpi.id for each in dictionary_entries()}:
        raise ValueError(NO_KPI.format(got=text))
    return text


def _whole(text: str, what: str, most: int = 0) -> int:
    number = int(text) if text.strip().isascii() and text.strip().isdigit() and len(text) < 10 else 0
    if number < 1 or (most and number > most):
        raise ValueError(NO_NUMBER.format(what=what, most=f" to {most}" if most else "", got=text))
    return number
