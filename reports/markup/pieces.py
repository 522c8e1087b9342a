"""Small pieces of HTML that pages and statements share: a rating is always colour, word and shape together."""

import re
from collections.abc import Mapping
from html import escape

import pandas as pd

from kpis.rating import Rating
from reports.palette import RATINGS


def rating_chip(rating: Rating) -> str:
    """One rating as a coloured label."""
    mark = RATINGS[rating]
    return (
        f'<span class="chip" style="background:{mark.fill};color:{mark.ink}">'
        f'<span aria-hidden="true">{mark.shape}</span> {mark.word}</span>'
    )


def rating_counts(counts: Mapping[Rating, int]) -> str:
    """How many of each rating, as one line: `▲ 5 red ◆ 2 amber ● 3 green ○ 4 not rated`."""
    return f'<p class="counts">{"".join(_count(rating, counts[rating]) for rating in RATINGS)}</p>'


def _count(rating: Rating, count: int) -> str:
    mark = RATINGS[rating]
    quiet = " none" if count == 0 else ""
    return (
        f'<span class="count{quiet}" style="--fill:{mark.fill};--ink:{mark.ink}">'
        f'<span aria-hidden="true">{mark.shape}</span> <b>{count}</b> {escape(mark.word.lower())}</span> '
    )


def literal(text: str) -> str:
    """Text for a place that reads Markdown, which shows it unchanged: no link, no picture, no emphasis of its own."""
    return re.sub(r"([\\`*_{}\[\]()#+\-!|~:$<>])", r"\\\1", text)


def scrolling(label: str, table: str) -> str:
    """A wide table in a frame of its own, which scrolls sideways by touch and by keyboard while the page stays."""
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(label)}">{table}</div>'


def listing(table: pd.DataFrame, caption: str) -> str:
    """A table as it is, every cell as plain text: what a workbook holds is told, never interpreted."""
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in table.columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.itertuples(index=False))
    rows = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return scrolling(caption, f'<table class="listing"><caption>{escape(caption)}</caption>{rows}</table>')


def _cell(value: object) -> str:
    return f"<td>{'' if pd.isna(value) else escape(str(value))}</td>"
