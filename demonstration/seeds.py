"""Reads what the demonstration data grows from: `series.csv`, `curves.csv`, `districts.csv` and `gaps.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from programme.quarter import Quarter

HERE = Path(__file__).parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `demonstration/<name>.csv`."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def month_of(text: str) -> int:
    """Months since year 0, from `2023-08`."""
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def months_of(quarter: Quarter) -> range:
    """The three months of a quarter."""
    first = quarter.start.year * 12 + quarter.start.month - 1
    return range(first, first + 3)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point that a curve goes through. `basis` is published, known (on public record), illustrative, or held:
    illustrative, but kept still so that a published share of it comes out exactly."""

    month: int
    value: float
    basis: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through anchors, straight between them and level beyond them."""

    anchors: tuple[Anchor, ...]

    def at(self, month: int) -> float:
        """The value in a month."""
        first, last = self.anchors[0], self.anchors[-1]
        if month <= first.month:
            return first.value
        for before, after in pairwise(self.anchors):
            if month <= after.month:
                return before.value + (after.value - before.value) * (month - before.month) / (after.month - before.month)
        return last.value

    def over(self, quarter: Quarter) -> float:
        """The mean of a quarter's three months."""
        return sum(self.at(month) for month in months_of(quarter)) / 3

    def closing(self, quarter: Quarter) -> float:
        """The value in a quarter's last month."""
        return self.at(months_of(quarter)[-1])

    def fixed(self, quarter: Quarter) -> bool:
        """Whether the quarter's last month is a point that is not ours to move."""
        closing = months_of(quarter)[-1]
        return any(anchor.month == closing and anchor.basis != "illustrative" for anchor in self.anchors)


@dataclass(frozen=True, slots=True)
class Seed:
    """How one measure is made.

    The curve gives the measure itself or, where `out_of` is set, so many per 100 of that measure. `noise` is the
    relative disturbance of a quarter, `spread` the lasting difference between districts, `seasonal` a factor for
    each quarter Q1 to Q4. `total` names the published figure and the side of it that calendar years add up to.
    """

    measure: str
    out_of: str
    noise: float
    spread: float
    seasonal: tuple[float, ...]
    total: tuple[str, ...]
    curve: Curve


@cache
def seeds() -> dict[str, Seed]:
    """The seed of every returned measure, by measure."""
    anchors: dict[str, list[Anchor]] = {}
    for row in rows("curves"):
        anchors.setdefault(row["measure"], []).append(Anchor(month_of(row["month"]), float(row["value"]), row["basis"]))
    return {row["measure"]: _seed(row, Curve(tuple(anchors[row["measure"]]))) for row in rows("series")}


def _seed(row: dict[str, str], curve: Curve) -> Seed:
    return Seed(
        measure=row["measure"],
        out_of=row["out_of"],
        noise=float(row["noise"]),
        spread=float(row["spread"]),
        seasonal=tuple(float(factor) for factor in row["seasonal"].split(";")) if row["seasonal"] else (1, 1, 1, 1),
        total=tuple(row["total"].split()),
        curve=curve,
    )
