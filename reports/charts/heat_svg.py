"""A heat map as an SVG image of its own, for papers and downloads: title, headings, signs and colours, notes."""

from collections.abc import Iterable, Iterator
from html import escape
from textwrap import wrap

from reports.progress.heat import Cell, HeatMap

CELL, NAMES, TOP, LINE = 22, 330, 64, 18
INK, GRID = "#16191D", "#C9CED6"


def heat_svg(heat: HeatMap, notes: Iterable[str] = ()) -> str:
    """The map with a white background, so that it looks the same wherever it is pasted."""
    width = NAMES + CELL * len(heat.quarters) + 12
    notes = [line for note in notes for line in wrap(note, width // 6)]
    height = TOP + CELL * len(heat.rows) + LINE * (len(notes) + 1)
    drawn = "".join((*_headings(heat), *_rows(heat), *_notes(notes, TOP + CELL * len(heat.rows) + LINE)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="Arial, sans-serif" font-size="12" fill="{INK}">'
        f'<title id="title">{escape(heat.title)}</title><rect width="{width}" height="{height}" fill="#FFFFFF"/>'
        f"{drawn}</svg>"
    )


def _headings(heat: HeatMap) -> Iterator[str]:
    yield f'<text x="8" y="20" font-size="15" font-weight="bold">{escape(heat.title)}</text>'
    for at, quarter in enumerate(heat.quarters):
        x = NAMES + CELL * at
        if at == 0 or quarter.number == 1:
            yield f'<text x="{x}" y="{TOP - 22}">{quarter.financial_year}</text>'
        yield f'<text x="{x + CELL / 2:g}" y="{TOP - 6}" text-anchor="middle">{quarter.number}</text>'


def _rows(heat: HeatMap) -> Iterator[str]:
    for down, row in enumerate(heat.rows):
        y = TOP + CELL * down
        yield f'<text x="8" y="{y + 15}">{escape(_fitting(row.name))}</text>'
        yield from (_cell(cell, NAMES + CELL * at, y) for at, cell in enumerate(row.cells))


def _cell(cell: Cell, x: int, y: int) -> str:
    fill, ink = cell.fill.paper or "#FFFFFF", cell.fill.ink or INK
    pale = ' opacity="0.55"' if cell.pale else ""
    return (
        f"<g{pale}><title>{escape(cell.words)}</title>"
        f'<rect x="{x}" y="{y}" width="{CELL - 1}" height="{CELL - 1}" fill="{fill}" stroke="{GRID}"/>'
        f'<text x="{x + CELL / 2 - 0.5:g}" y="{y + 15}" text-anchor="middle" fill="{ink}">{escape(cell.text)}</text></g>'
    )


def _notes(notes: list[str], top: int) -> Iterator[str]:
    return (f'<text x="8" y="{top + LINE * at}" font-size="11">{escape(note)}</text>' for at, note in enumerate(notes))


def _fitting(name: str) -> str:
    """A name cut to what its column holds."""
    return name if len(name) <= 52 else f"{name[:51]}…"
