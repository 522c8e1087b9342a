"""Sparklines: a line the size of a word, as SVG; gaps stay gaps."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from disclosure.rule import Number
from reports.palette import LINE, RATINGS
from reports.progress.readings import Line

WIDTH, HEIGHT, EDGE = 96, 24, 4

Place = tuple[float, float]


def sparkline(values: Sequence[float | None], newest: str = LINE) -> str:
    """The values, evenly spaced, as one SVG; the last known one is a dot in the colour `newest`."""
    places = _places(values)
    runs = [list(run) for known, run in groupby(places, key=lambda place: place is not None) if known]
    drawn = "".join(_run(run) for run in runs)
    if runs:
        x, y = runs[-1][-1]
        drawn += f'<circle cx="{x:g}" cy="{y:g}" r="3" fill="{newest}" stroke="{LINE}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"{drawn}</svg>"
    )


def _places(values: Sequence[float | None]) -> list[Place | None]:
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


def _run(run: Sequence[Place]) -> str:
    """A stretch without a gap; a single point is a dot, because a line needs two."""
    if len(run) == 1:
        return f'<circle cx="{run[0][0]:g}" cy="{run[0][1]:g}" r="1.5" fill="{LINE}"/>'
    points = " ".join(f"{x:g},{y:g}" for x, y in run)
    return f'<polyline points="{points}" fill="none" stroke="{LINE}" stroke-width="1.5"/>'


def sparkline_of(line: Line) -> str:
    """The sparkline of a line, its newest figure in the colour of its rating."""
    values = list(_values(line))
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    return sparkline(values, RATINGS[known[-1].rated.rating].fill if known else LINE)


def _values(line: Line) -> Iterator[float | None]:
    """The figures a reader may see; an annual one is repeated in the quarters it is carried into."""
    return (reading.shown.value if isinstance(reading.shown, Number) else None for reading in line.readings)
