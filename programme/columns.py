"""The figures that count at a moment as columns, from which a figure is made when somebody asks for it.

A national store holds half a million figures: as one object each they would take half a gigabyte for every moment kept.
"""

from abc import abstractmethod
from array import array
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple, TypeVar

from programme.areas import Area
from programme.figure import Facts, Figure, FigureKey
from programme.quarter import Quarter
from programme.stored import CellOf, holds_symbol, stored_figure, stored_source

MOST_MADE = 50_000  # figures kept once made, about 20 MB: those of one area and its parts over ten years

Fact = TypeVar("Fact")
Given = tuple[int | None, str, Quarter]
"""A version that gives figures of a measure for a quarter; None where no return brought them."""


class Axes(NamedTuple):
    """What the columns are about. Measure `m`, area `a` and quarter `q` have place (m × areas + a) × quarters + q."""

    measures: tuple[str, ...]
    areas: tuple[Area, ...]
    quarters: tuple[Quarter, ...]


class Columns(NamedTuple):
    """At every place the value, the version that gives it (0 where no figure counts) and `sign_of` symbol and status."""

    values: array
    versions: array
    signs: bytes


class KnowingFacts(Mapping[FigureKey, Fact]):
    """Facts that say of themselves what others must be gone through for."""

    __slots__ = ()

    @property
    @abstractmethod
    def given(self) -> frozenset[Given]:
        """Which versions give figures of which measures for which quarters."""

    def number(self, key: FigureKey) -> float | None:
        """The number of a figure, None where it is a symbol or none counts."""
        return self[key].value if key in self else None

    def same_as(self, other: object) -> bool:
        """Whether others are known to say the same of every figure."""
        return self is other


class FactColumns(KnowingFacts[Figure]):
    """Facts in columns. `files` names each version's file; `given` says what each version gives; `cell` reads the rest.

    `more` are figures at hand, which count before those of the columns. Threads may share all of it.
    """

    def __init__(
        self,
        axes: Axes,
        columns: Columns,
        files: Mapping[int, str],
        given: frozenset[Given],
        cell: CellOf,
        more: Facts | None = None,
    ):
        self._axes, self._columns, self._files, self._given, self._cell = axes, columns, files, given, cell
        self._more = dict(more or {})
        self._made: dict[FigureKey, Figure] = {**self._more}
        depth = len(axes.quarters)
        self._measures = {measure: at * len(axes.areas) * depth for at, measure in enumerate(axes.measures)}
        self._areas = {area.code: at * depth for at, area in enumerate(axes.areas)}
        self._quarters = {quarter: at for at, quarter in enumerate(axes.quarters)}

    def with_figures(self, more: Facts) -> "FactColumns":
        """The same with further figures at hand, which count before those of the same key."""
        return FactColumns(self._axes, self._columns, self._files, self._given, self._cell, {**self._more, **more})

    @property
    def digest(self) -> str:
        """The SHA-256 of every figure of the columns, at its place: of two stores that answer alike it is the same."""
        measures, areas, quarters = self._axes
        named = repr((measures, [area.code for area in areas], [str(quarter) for quarter in quarters]))
        values, versions, signs = self._columns
        return sha256(b"".join((named.encode(), values.tobytes(), versions.tobytes(), bytes(signs)))).hexdigest()

    def same_as(self, other: object) -> bool:
        """Whether others say the same of every figure, down to its cell; no cell is read to tell."""
        return isinstance(other, FactColumns) and all(
            getattr(self, name) == getattr(other, name) for name in ("_cell", "_axes", "_columns", "_more")
        )

    @property
    def given(self) -> frozenset[Given]:
        """What each version gives, those at hand included."""
        return self._given | given_in(self._more)

    def __getitem__(self, key: FigureKey) -> Figure:
        if (figure := self.get(key)) is None:
            raise KeyError(key)
        return figure

    def get(self, key: FigureKey, default=None):
        """The figure, or `default` where none counts."""
        if (figure := self._made.get(key)) is not None:
            return figure
        place = self._place(key)
        return default if place is None else self._make(key, place)

    def number(self, key: FigureKey) -> float | None:
        """The number of the figure, None where it is a symbol or none counts. No figure is made to tell."""
        if (figure := self._made.get(key)) is not None:
            return figure.value
        place = self._place(key)
        return None if place is None or holds_symbol(self._columns.signs[place]) else self._columns.values[place]

    def __contains__(self, key: object) -> bool:
        return key in self._more or self._place(key) is not None

    def __iter__(self) -> Iterator[FigureKey]:
        versions = iter(self._columns.versions)
        for measure in self._axes.measures:
            for area in self._axes.areas:
                for quarter in self._axes.quarters:
                    if next(versions):
                        yield measure, area.code, quarter
        yield from (key for key in self._more if self._place(key) is None)

    def __len__(self) -> int:
        versions = self._columns.versions
        return len(versions) - versions.count(0) + sum(self._place(key) is None for key in self._more)

    def _place(self, key: FigureKey) -> int | None:
        """Where the columns have a figure of this key; None where they have none."""
        measure, area, quarter = key
        try:
            place = self._measures[measure] + self._areas[area] + self._quarters[quarter]
        except KeyError:
            return None
        return place if self._columns.versions[place] else None

    def _make(self, key: FigureKey, place: int) -> Figure:
        values, versions, signs = self._columns
        source = stored_source(self._files[versions[place]], versions[place], key, self._cell)
        area = self._axes.areas[place // len(self._axes.quarters) % len(self._axes.areas)]
        if len(self._made) >= MOST_MADE:
            self._made = {**self._more}
        figure = self._made[key] = stored_figure(key, area, values[place], signs[place], source)
        return figure


def given_in(facts: Facts) -> frozenset[Given]:
    """Which versions give figures of which measures for which quarters; columns know it without being gone through."""
    if isinstance(facts, KnowingFacts):
        return facts.given
    return frozenset((figure.source.version, figure.measure, figure.quarter) for figure in facts.values())


def number_given(facts: Facts, key: FigureKey) -> float | None:
    """The number of a figure, None where it is a symbol or none counts; columns tell it without making the figure."""
    if isinstance(facts, KnowingFacts):
        return facts.number(key)
    return facts[key].value if key in facts else None


def same_facts(some: Facts, others: Facts) -> bool:
    """Whether some facts are known to be the same as others without going through them; where that is not known, no."""
    if some is others:
        return True
    return isinstance(some, KnowingFacts) and some.same_as(others)
