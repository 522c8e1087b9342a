"""Sparklines: a line the size of a word, as SVG, with its words; gaps stay gaps."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from disclosure.rule import Number
from reports.language.numbers import amount_text
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


def sparkline_words(line: Line) -> str:
    """What the sparkline shows: its first, lowest, highest and newest figure."""
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    if not known:
        return "no figure in any quarter"
    if len(known) == 1:
        return f"one figure only: {_said(known[0])}"
    low, high = (pick(known, key=lambda reading: reading.shown.value) for pick in (min, max))
    return f"from {_said(known[0])} to {_said(known[-1])}; lowest {_said(low)}; highest {_said(high)}"


def _said(reading) -> str:
    return f"{amount_text(reading.kpi, reading.shown.value)} in {reading.quarter}"


def sparkline_image(line: Line) -> str:
    """The sparkline of a line as an HTML image with its words."""
    return (
        f'<img class="sparkline" width="{WIDTH}" height="{HEIGHT}" src="{address(_drawn(line))}" '
        f'alt="{escape(sparkline_words(line))}">'
    )


def _drawn(line: Line) -> str:
    values = list(_values(line))
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    return sparkline(values, RATINGS[known[-1].rated.rating].fill if known else LINE)


def _values(line: Line) -> Iterator[float | None]:
    """The figures a reader may see; an annual one is repeated in the quarters it is carried into."""
    return (reading.shown.value if isinstance(reading.shown, Number) else None for reading in line.readings)


def address(svg: str) -> str:
    """An SVG as an address that an image can have."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
