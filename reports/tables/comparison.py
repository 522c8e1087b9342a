"""Kent beside others on one published figure, as tables: every average named, every figure with its source."""

from collections.abc import Iterator
from dataclasses import dataclass

from kpis.neighbours import NeighbourSet, rate_of
from programme.published import Published
from reports.language.numbers import published_text
from reports.progress.comparison import AreaComparison, Past
from reports.sentences.comparison import AVERAGES
from reports.sentences.ways import publication_link
from reports.tables.cells import UNITS, absent, amount_cell, linked_cell
from reports.tables.table import Cell, Column, Table, table_of


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """What an area is held against: its rate, how that comes about, and where it is published."""

    name: str
    rate: float | None
    how: str
    published: Published | None = None


def comparison_table(comparison: AreaComparison) -> Table:
    """One row for each thing that the area is held against, every average named, with its source."""
    columns = {
        Column("Held against"): lambda each: each.name,
        Column("Figure", "number", _unit(comparison)): lambda each: _rate(comparison, each.rate),
        Column("How"): lambda each: each.how,
        Column("Source"): lambda each: _source(each.published),
    }
    return table_of(f"{comparison.own.title}, {comparison.own.covers}", columns, _held_against(comparison))


def _held_against(comparison: AreaComparison) -> Iterator[HeldAgainst]:
    figures = comparison.figures
    for name, row in (
        (comparison.area.name, figures.own),
        ("England", figures.england),
        ("South East", figures.south_east),
    ):
        yield HeldAgainst(name, rate_of(row), "as published", row)
    for each in figures.sets:
        about = f"{len(each.known)} of {len(each.neighbours)} neighbours with a figure"
        for which, (average, meaning) in AVERAGES.items():
            name = f"Neighbours, {each.dated} set: {average}"
            yield HeldAgainst(name, getattr(each, which), f"{meaning}; {about}")
        if each.quartile_line is not None:
            name = f"Neighbours, {each.dated} set: line of the best quarter"
            yield HeldAgainst(name, each.quartile_line, "the best quarter of them reach it")


def _unit(comparison: AreaComparison) -> str:
    return UNITS.get(comparison.own.unit, "")


def _rate(comparison: AreaComparison, rate: float | None) -> Cell:
    text = published_text(comparison.own, rate)
    return absent(text) if rate is None else Cell(rate, text)


def _source(figure: Published | None) -> Cell | str:
    """The publication, which leads to its row, and where in our file the figure stands."""
    return linked_cell((publication_link(figure), f", row {figure.row} of {figure.file}")) if figure else ""


def neighbours_table(comparison: AreaComparison, neighbours: NeighbourSet) -> Table:
    """The authorities of one set, in order of likeness, each with its published figure and counts."""
    columns = {
        Column("Authority"): lambda each: each.name,
        Column("Figure", "number", _unit(comparison)): lambda each: _rate(comparison, each.rate),
        Column("Numerator", "number"): lambda each: amount_cell(each.published and each.published.numerator),
        Column("Denominator", "number"): lambda each: amount_cell(each.published and each.published.denominator),
        Column("Source"): lambda each: _source(each.published),
    }
    caption = f"{comparison.own.title}, {comparison.own.covers}, the {neighbours.dated} set"
    return table_of(caption, columns, neighbours.neighbours)


def past_table(comparison: AreaComparison, past: Past) -> Table:
    """One row per period, newest first, one column per series."""
    columns = {Column("Period"): lambda place: past.periods[place]} | {
        Column(name, "number", _unit(comparison)): lambda place, rates=rates: _rate(comparison, rates[place])
        for name, rates in past.series.items()
    }
    return table_of(f"{comparison.own.title} over the published periods", columns, reversed(range(len(past.periods))))
