"""Small pieces of HTML that pages and statements share: a rating is always colour, word and shape together.

HTML is of the type `Markup`, built by `Markup("…").format(…)` of a constant: whatever is not `Markup` itself is escaped.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from markupsafe import Markup

from kpis.rating import Rating
from programme.sheets.actions import Brag
from reports.language.linked import Linked, Pieces
from reports.palette import BRAGS, RATINGS, Mark
from reports.tables.table import Cell, Column, Table

Href = Callable[..., str]
"""The address of a page with its choices: `href("kpi", kpi="plans_within_20_weeks")`."""

_ROW, _ENDED, _ROW_ENDED = Markup("<tr>"), Markup("</td>"), Markup("</td></tr>")

Kind = TypeVar("Kind", bound=Hashable)


def together(pieces: Iterable[Markup | str]) -> Markup:
    """Pieces one after the other."""
    return Markup("").join(pieces)


def stacked(pieces: Iterable[Markup | str]) -> Markup:
    """Pieces one under the other, with room between: one element of the page is drawn sooner than many. Empty of none."""
    told = together(pieces)
    return Markup('<div class="stacked">{}</div>').format(told) if told else told


def link(address: str, text: Markup | str) -> Markup:
    """Text that leads to an address."""
    return Markup('<a href="{}">{}</a>').format(address, text)


def linked_text(pieces: Pieces, href: Href) -> Markup:
    """A text in pieces, those that lead somewhere as links; an address elsewhere only where a browser goes there safely."""
    return together(_piece(each, href) for each in pieces)


def _piece(piece: str | Linked, href: Href) -> Markup | str:
    if not isinstance(piece, Linked):
        return piece
    if not isinstance(piece.to, str):
        return link(href(piece.to.thing, **dict(piece.to.choices)), piece.text)
    if not piece.to.startswith("https://"):
        return piece.text
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(piece.to, piece.text)


def file_link(address: str, text: str, name: str) -> Markup:
    """A link that gives a file called `name`, and a place to say why it does not."""
    return Markup('<a class="file" href="{}" data-name="{}">{}</a> <span role="status"></span>').format(address, name, text)


def bold_first(first: str, rest: str = "") -> Markup:
    """A text whose beginning stands out."""
    return Markup("<b>{}</b> {}").format(first, rest) if rest else Markup("<b>{}</b>").format(first)


def passage(text: Markup | str) -> Markup:
    """A text as a paragraph."""
    return Markup("<p>{}</p>").format(text)


def column_heads(names: Iterable[str]) -> Markup:
    """The headings of a table's columns."""
    return together(Markup('<th scope="col">{}</th>').format(name) for name in names)


def bullets(items: Iterable[Markup | str]) -> Markup:
    """A list; empty where there is nothing to list."""
    listed = together(map(Markup("<li>{}</li>").format, items))
    return Markup("<ul>{}</ul>").format(listed) if listed else listed


def spoken(words: str) -> Markup:
    """Text for the ear alone."""
    return Markup('<span class="spoken">{}</span>').format(words)


def sign(shape: str) -> Markup:
    """A sign for the eye alone: what it means stands beside it as a word."""
    return Markup('<span aria-hidden="true">{}</span>').format(shape)


def rating_chip(rating: Rating) -> Markup:
    """One rating as a coloured label."""
    mark = RATINGS[rating]
    return Markup('<span class="chip" style="background:{};color:{}">{} {}</span>').format(
        mark.colours.background, mark.colours.letters, sign(mark.shape), mark.word
    )


def rating_counts(counts: Mapping[Rating, int]) -> Markup:
    """How many of each rating, as one line: `▲ 5 red ◆ 2 amber ● 3 green ○ 4 not rated`."""
    return _counts(RATINGS, counts)


def brag_counts(counts: Mapping[Brag, int]) -> Markup:
    """How many actions have each status, as one line: `✔ 12 blue ● 9 green ◆ 4 amber …`."""
    return _counts(BRAGS, counts)


def _counts(marks: Mapping[Kind, Mark], counts: Mapping[Kind, int]) -> Markup:
    """Those of which there are any."""
    found = together(_count(mark, counts[kind]) for kind, mark in marks.items() if counts[kind])
    return Markup('<p class="counts">{}</p>').format(found) if found else found


def _count(mark: Mark, count: int) -> Markup:
    fill = mark.colours
    return Markup('<span class="count" style="--fill:{};--ink:{}">{} <b>{}</b> {}</span> ').format(
        fill.background, fill.letters, sign(mark.shape), count, mark.word.lower()
    )


def proportion(parts: Iterable[tuple[int, str]]) -> Markup:
    """A bar of numbers in proportion, each with its fill, for the eye alone: the numbers stand beside it in words."""
    segments = together(
        Markup('<i style="flex:{};background:{}"></i>').format(count, fill) for count, fill in parts if count
    )
    return Markup('<span class="bar" aria-hidden="true">{}</span>').format(segments)


def unfolding(summary: str, *inside: Markup) -> Markup:
    """What is folded away under a line that says what it is; on paper it stands where it was unfolded."""
    return Markup('<details class="folded"><summary>{}</summary>{}</details>').format(summary, together(inside))


def scrolling(label: str, table: Markup) -> Markup:
    """A wide table in a frame of its own, which scrolls sideways by touch and by keyboard while the page stays."""
    return Markup('<div class="scroll" role="region" tabindex="0" aria-label="{}">{}</div>').format(label, table)


def listing(table: Table, href: Href | None = None) -> Markup:
    """A table as it is, every cell as plain text: what a workbook holds is told, never interpreted.

    With `href`, what a cell speaks of is a link. On a phone its rows are cards, each cell with its heading before it.
    """
    heads = together(Markup('<th scope="col"{}>{}</th>').format(number_side(each), each.heading) for each in table.columns)
    begun = [_ENDED + each if place else each for place, each in enumerate(map(_begun, table.columns))]
    rows = together(piece for row in table.rows for piece in _row(begun, row, href))
    held = Markup('<table class="listing"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>')
    return scrolling(table.caption, held.format(table.caption, heads, rows))


def _row(begun: Iterable[Markup], row: Sequence[Cell], href: Href | None) -> Iterator[Markup | str]:
    """The pieces of one row, which a link finds where one of its cells says by what. Each cell ends the one before."""
    at = next((cell.at for cell in row if cell.at), "")
    yield Markup('<tr id="{}">').format(at) if at else _ROW
    for begins, cell in zip(begun, row, strict=True):
        yield begins
        yield _text(cell, href)
    yield _ROW_ENDED


def _begun(column: Column) -> Markup:
    """How each cell of a column begins."""
    return Markup('<td data-head="{}"{}>').format(column.heading, number_side(column))


def _text(cell: Cell, href: Href | None) -> Markup | str:
    return linked_text(cell.linked, href) if href and cell.linked else cell.text


def number_side(column: Column) -> Markup:
    """Numbers stand under one another at the right."""
    return Markup(' class="number"') if column.kind == "number" else Markup()
