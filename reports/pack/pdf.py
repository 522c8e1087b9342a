"""The pack as a tagged PDF: the template has the look, and everything that it says reaches it as data."""

import json
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import typst

from reports.charts.paper import Paper
from reports.charts.svg import chart_svg
from reports.pack.letters import european, letter_named, letter_refused, printable
from reports.pack.parts import (
    Beside,
    BlockHeading,
    CountBar,
    Pack,
    PackMeasure,
    PackSection,
    PageEnds,
    Pictured,
    Points,
    Quoted,
    Tabled,
    Words,
    blocks_of,
)
from reports.palette import RATINGS
from reports.sentences.direction import ARROWS
from reports.tables.table import Column, Table

TEMPLATE = Path(__file__).with_name("pack.typ")
FONTS = Path(__file__).with_name("fonts")
STANDARDS = ["ua-1", "a-2a"]
CHART = Paper(width=400, height=240, letter=14, font="Source Sans Pro", titled=False, noted=False)
"""Half a page's width: a letter of 14 on 400 is 8.2 points on 83 mm."""
LONGEST_WORD = 28
"""Letters of a word that no line breaks; what is longer may break after each so many."""
MOST_REFUSED = 20
"""Letters that are told by their names; where there are more, all that are not European are question marks."""
UNTOUCHED = ("svg", "key", "kind", "fill", "ink")
"""What of the data is no text: images are made of titles and amounts, and nobody types those."""
GRID_SHARE = 1.4
"""How much wider than the others the first column of a chart's table is, in tenths of their number."""


def pdf_bytes(pack: Pack) -> bytes:
    """The document, PDF/UA-1 and PDF/A-2a; the times in it are the snapshot's.

    A letter that none of its typefaces has is told by its name: such a document is refused, and somebody may type one.
    """
    document = _document(pack)
    for _ in range(MOST_REFUSED):
        try:
            return _written(document, pack)
        except typst.TypstError as refused:
            if not (letter := letter_refused(str(refused))):
                raise
            document = _each_text(document, lambda text, letter=letter: text.replace(letter, letter_named(letter)))
    return _written(_each_text(document, european), pack)


def _written(document: dict, pack: Pack) -> bytes:
    told = json.dumps(_each_text(document, _broken), ensure_ascii=False)
    return typst.compile(
        str(TEMPLATE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"pack": told},
        pdf_standards=STANDARDS,
        timestamp=int(pack.origin.as_at.timestamp()),
    )


def _document(pack: Pack) -> dict:
    cover, origin = pack.cover, pack.origin
    day = origin.as_at.astimezone(UTC)
    real = "demonstration data, some of it illustrative · " if origin.illustrative else ""
    caution = " · may point to a child" if origin.may_point_to_a_child else ""
    return {
        "title": cover.title,
        "quarter": str(origin.quarter),
        "answer": cover.answer,
        "said": cover.said,
        "day": [day.year, day.month, day.day],
        "foot": f"{origin.figures_as_known} · {real}{origin.state}{caution}",
        "cautions": origin.cautions,
        "notes": [each for each in pack.notes if each not in origin.cautions],
        "bars": [_bar(each) for each in cover.bars],
        "lists": [{"name": name, "what": what, "words": words} for name, what, words in cover.lists],
        "signed": cover.signed,
        "voice": cover.voice and {"text": cover.voice.text, "source": cover.voice.source},
        "decide": cover.decide,
        "glance": _table(pack.glance, (0.6, 3, 2.2, 1.1, 1.1, 0.9, 1.1, 1, 1.1, 1.3, 1, 1, 2.4)),
        "marks": _marks(),
        "sections": [_section(each) for each in pack.sections],
    }


def _bar(bar: CountBar) -> dict:
    parts = [dict(zip(("count", "word", "fill", "ink"), part, strict=True)) for part in bar.parts]
    return {"label": bar.label, "of": bar.of, "parts": parts}


def _marks() -> str:
    ratings = [f"{mark.shape} {mark.word.lower()}" for mark in RATINGS.values()]
    ways = [f"{arrow} {way}" for way, arrow in ARROWS.items() if arrow]
    return f"Ratings: {', '.join(ratings)}. Directions: {', '.join(ways)}."


def _section(section: PackSection) -> dict:
    shown = [block.measure for block in blocks_of(section) if isinstance(block, Pictured)]
    blocks = [_block(each, shown) for each in section.blocks]
    return {"key": section.key, "subject": section.subject, "finding": section.finding, "blocks": blocks}


def _block(block, shown: list[PackMeasure]) -> dict:
    match block:
        case Words(text, label):
            return {"kind": "words", "text": text, "label": label}
        case Points(items):
            return {"kind": "points", "items": items}
        case BlockHeading(text):
            return {"kind": "heading", "text": text}
        case Quoted(text, source):
            return {"kind": "quoted", "text": text, "source": source}
        case Tabled(table, widths):
            return {"kind": "table"} | _table(table, widths)
        case Pictured(measure):
            return {"kind": "pictured"} | _pictured(measure, shown)
        case PageEnds():
            return {"kind": "page"}
        case Beside(columns):
            return {"kind": "beside", "columns": [[_block(each, shown) for each in column] for column in columns]}


def _pictured(measure: PackMeasure, shown: list[PackMeasure]) -> dict:
    """A chart with its table; a companion whose own chart stands on the page is not told again."""
    there = tuple(each.headline.partition(" ")[2] for each in shown)
    years = len(measure.grid.columns) - 1
    return {
        "headline": measure.headline,
        "alt": measure.alternative,
        "svg": str(chart_svg(measure.without_unit, CHART)),
        "grid": _table(measure.grid, (GRID_SHARE, *(1.0,) * years)),
        "companions": [each for each in measure.companions if each not in there],
    }


def _table(table: Table, widths: tuple[float, ...] = ()) -> dict:
    return {
        "caption": table.caption,
        "head": [_head(table, column) for column in table.columns],
        "right": [column.kind == "number" for column in table.columns],
        "widths": widths or [1.0] * len(table.columns),
        "rows": [[cell.text for cell in row] for row in table.rows],
        "notes": table.notes,
    }


def _head(table: Table, column: Column) -> str:
    """The heading with its unit, where the caption does not say it for all columns."""
    told = column.unit and not table.caption.endswith(column.unit)
    return f"{column.heading}, {column.unit}" if told else column.heading


def _each_text(told, change: Callable[[str], str]):
    """The same, every text in it changed; an image only where a letter is."""
    if isinstance(told, dict):
        return {key: _each_text(value, _kept if key in UNTOUCHED else change) for key, value in told.items()}
    if isinstance(told, list | tuple):
        return [_each_text(each, change) for each in told]
    return change(told) if isinstance(told, str) else told


def _kept(text: str) -> str:
    return text


def _broken(text: str) -> str:
    """The text with a place to break in every word that is too long for a line."""
    text = printable(text)
    if any(len(word) > LONGEST_WORD for word in text.split()):
        return " ".join(map(_parted, text.split(" ")))
    return text


def _parted(word: str) -> str:
    return "\u200b".join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD)) or word
