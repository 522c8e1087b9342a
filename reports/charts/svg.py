"""A chart as an SVG image of its own, for papers and downloads: title, axes, marks, names of lines, notes."""

from collections.abc import Iterator

from markupsafe import Markup

from reports.charts.chart import Chart, Described, RankedChart, Series, Steps
from reports.charts.frame import BOTTOM
from reports.charts.paper import EDGE, NOTE, Paper, note_lines, svg_path, svg_sheet, svg_text, text_width, wrapped
from reports.charts.plane import Plane, Tick, plane_of
from reports.charts.signs import sign_svg
from reports.charts.svg_periods import drawn_over_time
from reports.charts.svg_ranked import drawn_ranking

GRID = "#D5DAE1"
LINE_HEIGHT = 16  # pixels from one line of words to the next
TITLE = 16  # pixels of its letters
SAMPLE = 32  # pixels of line beside the name of a series


def chart_svg(chart: Chart | RankedChart, paper: Paper | None = None) -> Markup:
    """The chart on a white ground, with all that it needs to stand alone, or as little as `paper` asks for."""
    paper = paper or Paper()
    title, notes = _title(chart, paper), note_lines((chart.alternative, *chart.key, *chart.notes), paper)
    plane = plane_of(chart, paper, paper.pixels(20) * len(title) + (2 * EDGE if title else 0))
    rows = _key_rows(chart, paper)
    beneath = plane.foot + paper.pixels(BOTTOM)
    foot = beneath + paper.pixels(LINE_HEIGHT) * len(rows) + (EDGE if rows and notes else 0)
    drawn = drawn_ranking if isinstance(chart, RankedChart) else drawn_over_time
    parts = (
        *_words(title, paper.pixels(20), paper.pixels(20), paper.pixels(TITLE), bold=True),
        *_axes(plane, paper),
        *drawn(chart, plane, paper),
        *_key(rows, beneath, paper),
        *_words(notes, foot + paper.pixels(12), paper.pixels(LINE_HEIGHT), paper.pixels(NOTE)),
    )
    height = foot + paper.pixels(LINE_HEIGHT) * len(notes) + (EDGE if notes else 0)
    return svg_sheet(paper, height, chart.title, chart.alternative, parts)


def _title(chart: Described, paper: Paper) -> list[str]:
    return wrapped(chart.title, paper.width - 2 * EDGE, paper.pixels(TITLE), bold=True) if paper.titled else []


def _words(lines: list[str], first: float, apart: float, letter: float, bold: bool = False) -> Iterator[Markup]:
    return (svg_text(EDGE, first + apart * at, line, letter, bold=bold) for at, line in enumerate(lines))


def _axes(plane: Plane, paper: Paper) -> Iterator[Markup]:
    for tick in plane.up.ticks:
        y = plane.y(tick.value)
        if plane.up.grid:
            yield svg_path([(plane.left, y), (plane.left + plane.width, y)], GRID, 1)
        yield from _tick(plane.left - EDGE, y + paper.pixels(4), tick, "end", paper)
    for tick in plane.across.ticks:
        x = plane.x(tick.value)
        if plane.across.grid:
            yield svg_path([(x, plane.top), (x, plane.foot)], GRID, 1)
        yield from _tick(x, plane.foot + paper.pixels(16), tick, "middle", paper)


def _tick(x: float, y: float, tick: Tick, anchor: str, paper: Paper) -> Iterator[Markup]:
    for at, (line, bold) in enumerate(zip(tick.lines, tick.bold, strict=False)):
        yield svg_text(x, y + paper.pixels(14) * at, line, paper.letter, anchor=anchor, bold=bold)


def _key_rows(chart: Chart | RankedChart, paper: Paper) -> list[list[tuple[float, Series | Steps]]]:
    """What each line or kind of sign means: as many names in a row as fit, each with where it begins."""
    rows: list[list[tuple[float, Series | Steps]]] = []
    across = float(EDGE)
    for each in _keyed(chart):
        room = SAMPLE + 3 * EDGE + text_width(each.name, paper.letter)
        if not rows or across + room > paper.width:
            rows, across = [*rows, []], float(EDGE)
        rows[-1].append((across, each))
        across += room
    return rows


def _keyed(chart: Chart | RankedChart) -> list[Series | Steps]:
    return [] if isinstance(chart, RankedChart) else [each for each in (*chart.series, *chart.standards) if each.keyed]


def _key(rows: list[list[tuple[float, Series | Steps]]], top: float, paper: Paper) -> Iterator[Markup]:
    for at, row in enumerate(rows):
        y = top + paper.pixels(LINE_HEIGHT) * (at + 0.5)
        for x, each in row:
            if stroke := each.stroke:
                yield svg_path([(x, y), (x + SAMPLE, y)], stroke.colour, stroke.width, stroke.dash)
            if isinstance(each, Series) and each.signs:
                yield sign_svg(x + SAMPLE / 2, y, each.signs[0])
            yield svg_text(x + SAMPLE + EDGE, y + paper.pixels(4), each.name, paper.letter)
