"""Learning figures in rows and columns: of which measure and area they are, and why readers may see reported ones."""

from dataclasses import replace

import streamlit as st

from loaders.layouts.layout import Layout
from loaders.layouts.learning import Pointed, proposed
from loaders.layouts.learning_blocks import in_blocks
from loaders.layouts.pointing import corners, period_places, sheet_pointed_at
from pages.parts.data.pointed import Pointing, period_place
from pages.parts.telling import say
from programme.aliases import Thing
from programme.areas import PROGRAMME_AREAS
from programme.measures import measures
from programme.names import Naming
from reports.sentences.mapped import blocks_text, measure_text

SMALLEST_BASE = 5
EACH_ITS_OWN = ""


def figures_learnt(pointing: Pointing) -> Layout | None:
    """The layout of the figures that were pointed at; None until it is said where and what they are.

    Raises PointedAtNothingError.
    """
    pointed, opener = _said(pointing), _opener(pointing)
    if not (pointed.first and pointed.measure):
        return None
    layout = _in_blocks(pointing, pointed, opener) if opener else proposed(pointing.workbook, pointed, pointing.names)
    return replace(layout, period=_period(pointing, layout.period), **why_readers_may_see(pointing, pointed.reported))


def _opener(pointing: Pointing) -> str:
    return st.text_input(
        "If a heading opens the block in which they stand: its cell",
        key=pointing.key("opener"),
        placeholder="none: the figures are in one table",
    ).strip()


def _in_blocks(pointing: Pointing, pointed: Pointed, opener: str) -> Layout:
    layout = in_blocks(pointing.workbook, pointed, opener, pointing.names)
    say(blocks_text(layout.blocks, layout.block_ends), quiet=True)
    return layout


def _period(pointing: Pointing, place: str) -> str:
    """Where the period stands, which is asked where it is in no heading and no row."""
    if place in ("heading", "row"):
        return place
    sender = sheet_pointed_at(pointing.workbook, pointing.sheet)
    top = corners(pointing.first, pointing.last).top
    return period_place(pointing, place, period_places(pointing.workbook, sender, top))


def _said(pointing: Pointing) -> Pointed:
    """What a person says of the figures: which measure, and of which area."""
    left, right = st.columns(2)
    names = countable(pointing.names)
    chosen = left.selectbox("What are they?", list(names), index=None, format_func=names.get, key=pointing.key("measure"))
    places = [EACH_ITS_OWN, *(area.name for area in PROGRAMME_AREAS)]
    area = right.selectbox(
        "Of which area?",
        places,
        format_func=lambda each: each or "each row, or column, names its own",
        key=pointing.key("area"),
    )
    reported = bool(chosen) and chosen not in measures()
    return Pointed(pointing.sheet, pointing.first, pointing.last, chosen or "", area, "Not named yet", reported)


def countable(names: Naming) -> dict[str, str]:
    """Everything that a figure can be of, measures before KPIs, with what it is called in few words."""
    return {each: measure_text(each) for each in (*measures(), *names.own[Thing.KPI])}


def why_readers_may_see(pointing: Pointing, reported: bool) -> dict[str, bool | int]:
    """Why a value that is only reported can point to nobody, as who knows its source says; of counts nothing is asked."""
    if not reported:
        return {}
    say("These are values as somebody else worked them out. Readers are shown them only if one of these holds.", quiet=True)
    published = st.checkbox("Their source is published", key=pointing.key("published"))
    large = st.checkbox("No number behind them is below 5, on either side of the share", key=pointing.key("large"))
    return {"published": published, "smallest_base": SMALLEST_BASE if large else 0}
