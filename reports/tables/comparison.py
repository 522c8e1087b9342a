"""Kent beside others on one published figure, as tables: every average named, every figure with its source."""

from collections.abc import Iterator, Mapping

import pandas as pd

from kpis.neighbours import NeighbourSet, rate_of
from programme.published import Published
from reports.language.numbers import count_text
from reports.progress.comparison import Beside, Past
from reports.sentences.comparison import AVERAGES


def comparison_table(shown: Beside) -> pd.DataFrame:
    """One row for each thing that the area is held against, every average named, with its source."""
    return pd.DataFrame(list(_rows(shown)))


def _rows(shown: Beside) -> Iterator[Mapping[str, str]]:
    comparison = shown.comparison
    for name, row in (
        (shown.area.name, comparison.own),
        ("England", comparison.england),
        ("South East", comparison.south_east),
    ):
        yield _row(shown, name, rate_of(row), "as published", _source(row))
    for each in comparison.sets:
        about = f"{len(each.known)} of {len(each.neighbours)} neighbours with a figure"
        for which, (average, meaning) in AVERAGES.items():
            name = f"Neighbours, {each.dated} set: {average}"
            yield _row(shown, name, getattr(each, which), f"{meaning}; {about}", "")
        if each.quartile_line is not None:
            name = f"Neighbours, {each.dated} set: line of the best quarter"
            yield _row(shown, name, each.quartile_line, "the best quarter of them reach it", "")


def _row(shown: Beside, name: str, value: float | None, how: str, source: str) -> Mapping[str, str]:
    return {"Held against": name, "Figure": shown.amount(value), "How": how, "Source": source}


def _source(row: Published | None) -> str:
    return f"{row.file} row {row.row}: {row.source}" if row else ""


def neighbours_table(shown: Beside, neighbours: NeighbourSet) -> pd.DataFrame:
    """The authorities of one set, in order of likeness, each with its published figure and counts."""
    return pd.DataFrame(
        [
            {
                "Authority": each.name,
                "Figure": shown.amount(each.rate),
                "Numerator": count_text(each.published and each.published.numerator),
                "Denominator": count_text(each.published and each.published.denominator),
                "Source": _source(each.published),
            }
            for each in neighbours.neighbours
        ]
    )


def past_table(shown: Beside, found: Past) -> pd.DataFrame:
    """One row per period, newest first, one column per series."""
    return pd.DataFrame(
        [
            {"Period": period} | {name: shown.amount(values[place]) for name, values in found.series.items()}
            for place, period in reversed(list(enumerate(found.periods)))
        ]
    )
