"""Learning figures that stand beside or below their labels: what each is, of which area, and of when."""

from dataclasses import replace

import streamlit as st

from loaders.layouts.layout import Layout
from loaders.layouts.learning_labels import LabelledFigures, labelled_figures, labels_layout
from pages.parts.data.learning_figures import countable, why_readers_may_see
from pages.parts.data.pointed import Pointing, boxes, period_place, place_beside
from pages.parts.telling import literal, say
from programme.areas import PROGRAMME_AREAS

MOST_FIGURES = 60  # that are asked about
ACROSS = 2  # boxes beside one another
NOT_TAKEN = ""


def labels_learnt(pointing: Pointing) -> Layout | None:
    """The layout of the labelled figures that were pointed at; None until it is said what and where they are.

    Raises PointedAtNothingError.
    """
    if not pointing.first:
        return None
    found = labelled_figures(pointing.workbook, pointing.sheet, pointing.first, pointing.last, pointing.names)
    meaning, area = _meaning(pointing, found), _area(pointing, found)
    if area is None:
        return None
    layout = labels_layout(found, meaning, area)
    place = period_place(pointing, layout.period, found.period_places)
    return replace(layout, period=place, **why_readers_may_see(pointing, layout.kind == "reported"))


def _meaning(pointing: Pointing, found: LabelledFigures) -> dict[str, str]:
    """What the figure of each label is, as is proposed or as somebody says."""
    if len(found.figures) > MOST_FIGURES:
        say(f"Of {len(found.figures)} figures the first {MOST_FIGURES} are asked about: mark fewer for the others.")
    names, asked = {NOT_TAKEN: "(not taken)"} | countable(pointing.names), found.figures[:MOST_FIGURES]
    ours = list(names)
    return {
        each.word: box.selectbox(
            literal(f"“{each.word}”: {each.figure.text.strip()} in {each.figure.ref} is"),
            ours,
            index=ours.index(each.meant),
            format_func=names.get,
            key=pointing.key(f"label {each.figure.ref}"),
        )
        for each, box in zip(asked, boxes(len(asked), ACROSS), strict=False)
    }


def _area(pointing: Pointing, found: LabelledFigures) -> str | None:
    """Where the file says its area, or the one that it always is of."""
    said = {place: f"{area}, as the file says {_where(place)}" for place, area in found.area_places.items()}
    offered = said | {f"= {area.name}": area.name for area in PROGRAMME_AREAS}
    index = 0 if said else None
    return st.selectbox("Of which area?", list(offered), index=index, format_func=offered.get, key=pointing.key("area"))


def _where(place: str) -> str:
    return "in the sheet’s name" if place == "sheet" else place_beside(place)
