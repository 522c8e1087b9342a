"""Sparklines: a line the size of a word, with its words, and as SVG; gaps stay gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from disclosure.rule import Number
from reports.charts.line import seen_values
from reports.palette import LINE, RATINGS
from reports.progress.readings import Line
from reports.sentences.line import sparkline_alternative

WIDTH, HEIGHT, EDGE = 96, 24, 4


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The figures a reader may see, None where there is none; the colour of the newest one; and all that in words.

    An annual figure is repeated in the quarters it is carried into.
    """

    values: tuple[float | None, ...]
    newest: str
    alternative: str


def sparkline(line: Line) -> Sparkline:
    """The sparkline of a line, its newest figure in the colour of its rating; a hidden one has none."""
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    rated = known and not line.readings[-1].hidden
    newest = RATINGS[known[-1].rated.rating].fill if rated else LINE
    return Sparkline(seen_values(line), newest, sparkline_alternative(line))


def sparkline_svg(drawn: Sparkline) -> str:
    """The values, evenly spaced; the last known one is a dot in its colour."""
    places = _places(drawn.values)
    runs = [list(run) for known, run in groupby(places, key=lambda place: place is not None) if known]
    shapes = "".join(_run(run) for run in runs)
    if runs:
        x, y = runs[-1][-1]
        shapes += f'<circle cx="{x:g}" cy="{y:g}" r="3" fill="{drawn.newest}" stroke="{LINE}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"{shapes}</svg>"
    )


def _places(values: Sequence[float | None]) -> list[tuple[float, float] | None]:
    known = [value for value in values if value is not None]
    low, high = min(known, default=0), max(known, default=0)
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    return [
        None if value is None else (round(EDGE + at * step, 1), round(_height(value, low, high), 1))
        for at, value in enumerate(values)
    ]


def _height(value: float, low: float, high: float) -> float:
    """A flat line runs through the middle."""
    share = (value - low) / (high - low) if high > low else 0.5
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)


def _run(run: Sequence[tuple[float, float]]) -> str:
    """A stretch without a gap; a single point is a dot, because a line needs two."""
    if len(run) == 1:
        return f'<circle cx="{run[0][0]:g}" cy="{run[0][1]:g}" r="1.5" fill="{LINE}"/>'
    points = " ".join(f"{x:g},{y:g}" for x, y in run)
    return f'<polyline points="{points}" fill="none" stroke="{LINE}" stroke-width="1.5"/>'
