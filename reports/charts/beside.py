"""England and the named neighbours in a KPI's own chart: steps as long as their period, each named once with its period."""

from collections.abc import Sequence

from kpis.comparators import compare, last_day
from kpis.neighbours import rate_of
from programme.areas import ENGLAND
from programme.published import Published, PublishedFigures
from programme.quarter import Quarter
from reports.charts.chart import Label, Steps, Stroke
from reports.language.numbers import published_text
from reports.palette import COMPARATORS
from reports.progress.comparison import AreaComparison

StepsBeside = tuple[tuple[Steps, ...], tuple[Label, ...]]
"""The steps to draw, and the words on them."""

NAMES = {"England": "England", "Statistical neighbours": "Neighbours"}
KEY = "England and neighbours by published period; neighbours are the median of the newest set of statistical neighbours."


def beside_line(comparison: AreaComparison, rows: PublishedFigures, quarters: Sequence[Quarter], unit: str) -> StepsBeside:
    """What was published of England and the median of the newest set of neighbours, over `quarters`.

    Nothing where the published figure is in another unit than the KPI's: one axis cannot bear two.
    """
    if comparison.own.unit != unit:
        return (), ()
    own = [row for (_, code, _), row in rows.items() if code == comparison.area.code and row.value is not None]
    ended = sorted((row for row in own if last_day(row) <= quarters[-1].end), key=last_day)
    drawn = [_steps(name, comparison, rows, ended, quarters) for name in NAMES]
    kept = [(steps, label) for steps, label in drawn if label is not None]
    return tuple(steps for steps, _ in kept), tuple(label for _, label in kept)


def england_line(comparison: AreaComparison, rows: PublishedFigures, quarters: Sequence[Quarter], unit: str) -> StepsBeside:
    """England alone, without words: for a chart that stands among many, with England's newest figure beside it."""
    if comparison.own.unit != unit:
        return (), ()
    code = ENGLAND.code
    england = [row for (_, where, _), row in rows.items() if where == code and last_day(row) <= quarters[-1].end]
    values = {
        quarter: rate_of(row) for row in sorted(england, key=last_day) for quarter in quarters if _covers(row, quarter)
    }
    if not values:
        return (), ()
    trace = COMPARATORS["England"]
    stroke = Stroke(trace.colour, trace.dash, 1.2)
    return (Steps("England", tuple(values.get(quarter) for quarter in quarters), stroke),), ()


def _steps(
    name: str, comparison: AreaComparison, rows: PublishedFigures, ended: Sequence[Published], quarters: Sequence[Quarter]
) -> tuple[Steps, Label | None]:
    values: dict[Quarter, float] = {}
    label = None
    for row in ended:
        value = _value(name, comparison, rows, row)
        covered = [quarter for quarter in quarters if _covers(row, quarter)]
        if value is not None and covered:
            values |= dict.fromkeys(covered, value)
            text = f"{NAMES[name]} {published_text(row, value)}, {row.period}"
            label = Label(covered[0], value, text, "above" if name == "England" else "below")
    trace = COMPARATORS[name]
    steps = Steps(name, tuple(values.get(quarter) for quarter in quarters), Stroke(trace.colour, trace.dash, 1.2))
    return steps, label


def _value(name: str, comparison: AreaComparison, rows: PublishedFigures, row: Published) -> float | None:
    found = compare(rows, comparison.figures.comparator, row.period, comparison.area)
    if name == "England":
        return rate_of(found.england)
    return found.sets[-1].median if found.sets else None


def _covers(row: Published, quarter: Quarter) -> bool:
    """Whether a quarter is one of the four up to the end of the period, or that of its month."""
    last = Quarter.containing(last_day(row))
    return quarter == last if row.period_basis == "month" else last - 4 < quarter <= last
