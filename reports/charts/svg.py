"""A chart as an SVG image of its own, for papers and downloads: title, axes, marks, names of lines, notes.

It draws what `reports/figures` builds, and no other plotly figure: lines, marks and texts over quarters, dates or amounts.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby, pairwise
from math import floor, log10
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from reports.charts.signs import mark

WIDTH, INK, GRID, LINE_HEIGHT = 960, "#16191D", "#D5DAE1", 16
DASHES = {"dash": "7 4", "dot": "2 3", "dashdot": "7 3 2 3"}
TICKS = 6  # at most so many on an axis of amounts
ANCHORS = {"middle right": ("start", 5, 4), "top center": ("middle", 0, -6)}


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction: where a value stands between 0 and 1, and which values are named."""

    number: Callable[[Any], float]
    low: float
    high: float
    ticks: tuple[tuple[Any, str], ...]
    grid: bool = True

    def share(self, value: Any) -> float:
        """0 at the beginning of the axis, 1 at its end."""
        return (self.number(value) - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Plane:
    """Where on the image a value is drawn."""

    across: Axis
    up: Axis
    left: float
    top: float
    width: float
    height: float

    def x(self, value: Any) -> float:
        """Pixels from the left."""
        return self.left + self.width * self.across.share(value)

    def y(self, value: Any) -> float:
        """Pixels from the top."""
        return self.top + self.height * (1 - self.up.share(value))


def chart_svg(chart: go.Figure, title: str, notes: Iterable[str] = ()) -> str:
    """The chart with a white background, so that it looks the same wherever it is pasted."""
    heading = wrap(title, WIDTH // 8)
    notes = [line for note in notes for line in wrap(note, WIDTH // 6)]
    top = 24 + 20 * len(heading) + (chart.layout.margin.t or 0)
    plane = _plane(chart, top)
    names = _names(chart, top + plane.height + 52)
    foot = top + plane.height + 52 + LINE_HEIGHT * len(names)
    height = foot + LINE_HEIGHT * len(notes) + 8
    parts = (
        *(_text(8, 24 + 20 * at, line, size=16, bold=True) for at, line in enumerate(heading)),
        *_axes(plane),
        *_held_against(chart, plane),
        *(piece for trace in chart.data for piece in _trace(trace, plane)),
        *names,
        *(_text(8, foot + LINE_HEIGHT * at, line, size=11) for at, line in enumerate(notes)),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" viewBox="0 0 {WIDTH} {height:g}" '
        f'width="{WIDTH}" height="{height:g}" font-family="Arial, sans-serif" font-size="12" fill="{INK}">'
        f'<title id="title">{escape(title)}</title><rect width="{WIDTH}" height="{height:g}" fill="#FFFFFF"/>'
        f"{''.join(parts)}</svg>"
    )


def _plane(chart: go.Figure, top: float) -> Plane:
    across = _axis(chart.layout.xaxis, [x for trace in chart.data for x in trace.x])
    up = _axis(chart.layout.yaxis, [y for trace in chart.data for y in trace.y])
    left = 20 + 7 * max((len(line) for _, text in up.ticks for line in _lines(text)), default=4)
    right = max(24, chart.layout.margin.r or 0)
    return Plane(across, up, left, top, WIDTH - left - right, chart.layout.height - 90)


def _axis(given: Any, values: list) -> Axis:
    grid = given.showgrid is not False
    if given.type == "category":
        names = list(given.categoryarray or dict.fromkeys(value for value in values if value is not None))
        low, high = given.range or (-0.5, len(names) - 0.5)
        return Axis(names.index, low, high, _named_ticks(given) or tuple((name, name) for name in names), grid)
    if given.type == "date":
        low, high = (_day(end) for end in given.range)
        years = range(date.fromordinal(low).year, date.fromordinal(high).year + 1)
        return Axis(_day, low, high, tuple((f"{year}-01-01", str(year)) for year in years), grid)
    low, high = given.range
    return Axis(float, low, high, _named_ticks(given) or _amounts(low, high, given.ticksuffix or ""), grid)


def _named_ticks(given: Any) -> tuple[tuple[Any, str], ...]:
    return tuple(zip(given.tickvals or (), given.ticktext or (), strict=True))


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _amounts(low: float, high: float, suffix: str) -> tuple[tuple[float, str], ...]:
    """Round amounts, each 1, 2 or 5 times a power of ten apart."""
    rough = (high - low) / TICKS
    power = 10 ** floor(log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough)
    first = floor(low / step)
    places = (place * step for place in range(first, first + 2 * TICKS))
    decimals = max(0, -floor(log10(step)))
    return tuple((value, f"{value:,.{decimals}f}{suffix}") for value in places if low <= value <= high)


def _axes(plane: Plane) -> Iterator[str]:
    for value, text in plane.up.ticks:
        y = plane.y(value)
        if plane.up.grid:
            yield f'<path d="M{plane.left:g} {y:g}h{plane.width:g}" stroke="{GRID}"/>'
        yield from _block(plane.left - 8, y + 4, text, "end")
    for value, text in plane.across.ticks:
        x = plane.x(value)
        if plane.across.grid:
            yield f'<path d="M{x:g} {plane.top:g}v{plane.height:g}" stroke="{GRID}"/>'
        yield from _block(x, plane.top + plane.height + 16, text, "middle")


def _block(x: float, y: float, text: str, anchor: str) -> Iterator[str]:
    for at, line in enumerate(_lines(text)):
        yield _text(x, y + 14 * at, line, anchor=anchor, bold="<b>" in text and at > 0)


def _held_against(chart: go.Figure, plane: Plane) -> Iterator[str]:
    """The named upright lines of a ranked chart."""
    for shape in chart.layout.shapes:
        yield _path([(plane.x(shape.x0), plane.top), (plane.x(shape.x1), plane.top + plane.height)], shape.line)
    for label in chart.layout.annotations:
        yield _text(plane.x(label.x), plane.top - 6 - (label.yshift or 0), label.text, anchor="middle")


def _trace(trace: go.Scatter, plane: Plane) -> Iterator[str]:
    points = [(plane.x(x), plane.y(y)) if y is not None else None for x, y in zip(trace.x, trace.y, strict=True)]
    if "lines" in trace.mode:
        for drawn, run in groupby(points, key=lambda point: point is not None):
            if drawn:
                run = list(run)
                yield _path(_steps(run, plane) if trace.line.shape == "hvh" else run, trace.line)
    if "markers" in trace.mode:
        yield from (_mark(trace, at, *point) for at, point in enumerate(points) if point)
    if "text" in trace.mode:
        anchor, right, down = ANCHORS[trace.textposition]
        for at, (point, text) in enumerate(zip(points, trace.text, strict=True)):
            if point and text:
                size = _each(trace.textfont.size, at)
                yield _text(point[0] + right, point[1] + down, text, anchor=anchor, size=size, bold="<b>" in text)


def _mark(trace: go.Scatter, at: int, x: float, y: float) -> str:
    colour = trace.marker.color or trace.line.color
    return mark(x, y, _each(trace.marker.symbol, at), _each(trace.marker.size, at), _each(colour, at))


def _steps(points: list[tuple[float, float]], plane: Plane) -> list[tuple[float, float]]:
    """Level over the whole of each quarter, with the step between two of them."""
    half = plane.width / (plane.across.high - plane.across.low) / 2
    first, last = points[0], points[-1]
    between = [(x - half, y) for (_, before), (x, after) in pairwise(points) for y in (before, after)]
    return [first, *between, last] if len(points) > 1 else [(first[0] - half, first[1]), (first[0] + half, first[1])]


def _path(points: Iterable[tuple[float, float]], line: Any) -> str:
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dash = f' stroke-dasharray="{DASHES[line.dash]}"' if line.dash in DASHES else ""
    return f'<path d="M{drawn}" fill="none" {_stroke(line.color)} stroke-width="{line.width or 2:g}"{dash}/>'


def _stroke(colour: str) -> str:
    """A colour with its transparency apart, as image editors read it."""
    if found := re.fullmatch(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)", colour.replace(" ", "")):
        return f'stroke="rgb({found[1]},{found[2]},{found[3]})" stroke-opacity="{found[4]}"'
    return f'stroke="{colour}"'


def _names(chart: go.Figure, top: float) -> list[str]:
    """What each line or mark means, where the chart names them beneath it."""
    if chart.layout.showlegend is False:
        return []
    named = [trace for trace in chart.data if trace.showlegend is not False and trace.name]
    return [_name(trace, top + LINE_HEIGHT * at) for at, trace in enumerate(named)]


def _name(trace: go.Scatter, y: float) -> str:
    line = _path([(8, y - 4), (40, y - 4)], trace.line) if "lines" in trace.mode else ""
    sign = _mark(trace, 0, 24, y - 4) if "markers" in trace.mode else ""
    return f"{line}{sign}{_text(48, y, trace.name)}"


def _each(given: Any, at: int) -> Any:
    """One for all, or one for each."""
    return given[at] if isinstance(given, (list, tuple)) else given


def _lines(text: str) -> list[str]:
    return text.split("<br>")


def _text(x: float, y: float, text: str, *, anchor: str = "start", size: float = 12, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    plain = escape(re.sub(r"</?b>", "", text))
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}"{weight}>{plain}</text>'
