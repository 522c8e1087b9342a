"""A heat map as an SVG image of its own, for papers and downloads: title, headings, signs and colours, notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from reports.charts.paper import EDGE, INK, NOTE, WHITE, Paper, note_lines, svg_sheet, svg_text
from reports.language.grammar import counted
from reports.sentences.heat import HeatCell, HeatMap

CELL, NAMES, LETTERS, LINE = 22, 330, 52, 18
GRID = "#C9CED6"
PALE = 0.55


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a map stand, in pixels: what is above and to the left of them, and how large each is."""

    left: float
    top: float
    wide: float
    high: float


def heat_svg(heat: HeatMap, notes: Iterable[str] = (), paper: Paper | None = None) -> Markup:
    """The map in its own width, or in that of `paper`, with the title and the notes that it asks for.

    The height follows from the rows: that of `paper` is not used.
    """
    paper = paper or Paper(width=NAMES + CELL * len(heat.quarters) + 12)
    grid = _grid(heat, paper)
    foot = grid.top + grid.high * len(heat.rows)
    told = note_lines(notes, paper)
    parts = (
        *_headings(heat, grid, paper),
        *_rows(heat, grid, paper),
        *(svg_text(EDGE, foot + paper.pixels(LINE) * (at + 1), note, paper.pixels(NOTE)) for at, note in enumerate(told)),
    )
    return svg_sheet(paper, foot + paper.pixels(LINE) * (len(told) + 1), heat.title, _alternative(heat), parts)


def _grid(heat: HeatMap, paper: Paper) -> Grid:
    """Names take what square cells leave them; where that is less than two fifths of the paper, cells are narrow instead."""
    count, cell = len(heat.quarters), paper.pixels(CELL)
    left = round(min(max(paper.width - 12 - cell * count, paper.width * 0.4), paper.pixels(NAMES)))
    wide = min((paper.width - left - 12) / max(count, 1), cell)
    return Grid(left, paper.pixels(64 if paper.titled else 42), wide, cell)


def _alternative(heat: HeatMap) -> str:
    if not heat.quarters:
        return f"{heat.title}: no quarter."
    first, last = heat.quarters[0], heat.quarters[-1]
    return f"{heat.title}: {counted(len(heat.rows), 'row')}, a cell for each quarter from {first} to {last}."


def _headings(heat: HeatMap, grid: Grid, paper: Paper) -> Iterator[Markup]:
    if paper.titled:
        yield svg_text(EDGE, paper.pixels(20), heat.title, paper.pixels(15), bold=True)
    for at, quarter in enumerate(heat.quarters):
        x = grid.left + grid.wide * at
        if at == 0 or quarter.number == 1:
            yield svg_text(x, grid.top - paper.pixels(22), quarter.financial_year, paper.letter)
        middle = x + grid.wide / 2
        yield svg_text(middle, grid.top - paper.pixels(6), str(quarter.number), paper.letter, anchor="middle")


def _rows(heat: HeatMap, grid: Grid, paper: Paper) -> Iterator[Markup]:
    letters = int(LETTERS * grid.left / paper.pixels(NAMES))
    for down, row in enumerate(heat.rows):
        y = grid.top + grid.high * down
        yield svg_text(EDGE, y + paper.pixels(15), _fitting(row.name, letters), paper.letter)
        yield from (_cell(cell, grid.left + grid.wide * at, y, grid, paper) for at, cell in enumerate(row.cells))


def _cell(cell: HeatCell, x: float, y: float, grid: Grid, paper: Paper) -> Markup:
    fill, ink = cell.fill.paper or WHITE, cell.fill.ink or INK
    pale = Markup(' opacity="{}"').format(PALE) if cell.pale else ""
    box = Markup('<rect x="{:g}" y="{:g}" width="{:g}" height="{:g}" fill="{}" stroke="{}"/>')
    drawn = box.format(x, y, grid.wide - 1, grid.high - 1, fill, GRID)
    sign = svg_text(x + grid.wide / 2 - 0.5, y + paper.pixels(15), cell.text, paper.letter, anchor="middle", ink=ink)
    return Markup("<g{}><title>{}</title>{}{}</g>").format(pale, cell.words, drawn, sign)


def _fitting(name: str, letters: int) -> str:
    """A name cut to what its column holds."""
    return name if len(name) <= letters else f"{name[: letters - 1]}…"
