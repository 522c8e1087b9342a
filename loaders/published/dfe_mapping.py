"""Which columns of which DfE file are which series: `data/reference/dfe_mapping.csv`, that an analyst can correct."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from plumbing.reference import rows
from programme.symbols import Symbol

LEVELS = {
    "national": ("country_code", "country_name"),
    "regional": ("region_code", "region_name"),
    "local authority": ("new_la_code", "la_name"),
}
"""Where the code and the name of an area stand, by the row's geographic level. Areas are joined by this code."""

COMMON = (
    "time_period",
    "time_identifier",
    "geographic_level",
    *(column for pair in LEVELS.values() for column in pair),
    "breakdown_topic",
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """One series of one kind of file: the columns it is read from, and what x and z mean there.

    `total` is the breakdown that means everybody. The denominator is the sum of its columns. `value` is empty where
    the file prints no percentage of its own.
    """

    file: str
    total: str
    series: str
    title: str
    numerator: str
    denominator: tuple[str, ...]
    value: str
    unit: str
    symbols: Mapping[str, Symbol]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it needs."""
        return (self.numerator, *self.denominator, *([self.value] if self.value else []))


def _mapped(row: dict[str, str]) -> Mapped:
    return Mapped(
        file=row["file"],
        total=row["total"],
        series=row["series"],
        title=row["title"],
        numerator=row["numerator"].lower(),
        denominator=tuple(column.strip().lower() for column in row["denominator"].split("+")),
        value=row["value"].lower(),
        unit=row["unit"],
        symbols={"x": Symbol(row["x"]), "z": Symbol(row["z"])},
    )


@cache
def mapping() -> dict[str, tuple[Mapped, ...]]:
    """The figures of each kind of file."""
    found = [_mapped(row) for row in rows("dfe_mapping")]
    return {file: tuple(each for each in found if each.file == file) for file in dict.fromkeys(each.file for each in found)}


def needed(kind: str) -> list[str]:
    """Every column that a file of this kind must have, each once."""
    return list(dict.fromkeys([*COMMON, *(column for figure in mapping()[kind] for column in figure.columns)]))


def kind_of(headings: list[str]) -> str | None:
    """The kind of file whose own columns these mostly are; None where they are no such file's at all."""
    shares = {kind: _share(needed(kind)[len(COMMON) :], headings) for kind in mapping()}
    best = max(shares, key=shares.get)
    return best if shares[best] else None


def _share(columns: list[str], headings: list[str]) -> float:
    return sum(column in headings for column in columns) / len(columns)
