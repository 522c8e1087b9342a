"""What a person points at on the page where layouts are learnt, and the period where the file may say it or not."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from loaders.layouts.pointing import ASKED
from loaders.reading.workbook import Workbook
from pages.parts.data.file_at_hand import PERIOD, HandedIn, chosen_of
from pages.parts.telling import literal
from programme.names import Naming
from programme.period import Period
from programme.period_typed import read_period
from reports.sentences.mapped import period_text

_SAYS = {"title": "its title", "sheet": "the sheet’s name", "file": "the file’s name"}


@dataclass(frozen=True)
class Pointing:
    """A file, what things are called, and two cells of one of its sheets, with what they are said to be.

    `first` is empty as long as nobody has pointed at anything.
    """

    file: HandedIn
    workbook: Workbook
    names: Naming
    kind: str
    sheet: str
    first: str
    last: str

    def key(self, asked: str) -> str:
        """The key of a box of this file, by what is asked in it."""
        return f"{asked} {self.kind} {self.file.sha256}"


def boxes(count: int, across: int) -> list[DeltaGenerator]:
    """Places for boxes, `across` of them beside one another, in the order in which they are read and Tab comes to them."""
    return [place for _ in range(0, count, across) for place in st.columns(across)]


def period_place(pointing: Pointing, proposed: str, places: Mapping[str, Period]) -> str:
    """Where the period stands: as is proposed, or in another of `places`; asked of whoever hands the file in, where in none.

    For this file it is asked here.
    """
    offered = list(dict.fromkeys([proposed, *places, ASKED]))
    chosen = st.selectbox(
        "What says which period it is about?",
        offered,
        format_func=lambda place: _place_text(place, places),
        key=pointing.key(f"period place {pointing.sheet} {proposed}"),
    )
    if chosen == ASKED:
        typed = st.text_input(
            "Which quarter or month is this one about?",
            chosen_of(pointing.file).get(PERIOD, ""),
            key=_asked_key(pointing.file),
            placeholder="2024/25 Q3",
        )
        if typed and read_period(typed).period is None:
            st.warning(literal("It must be written like 2024/25 Q3 or January 2025."))
    return chosen


def period_typed(file: HandedIn) -> str:
    """What was said to be the period of this file; empty where nothing was."""
    return st.session_state.get(_asked_key(file), chosen_of(file).get(PERIOD, "")).strip()


def _asked_key(file: HandedIn) -> str:
    return f"period asked of {file.sha256}"


def _place_text(place: str, places: Mapping[str, Period]) -> str:
    if place == ASKED:
        return "nothing: whoever hands it in is asked"
    said = f": {period_text(places[place])}" if place in places else ""
    return f"{_SAYS.get(place) or place_beside(place)}{said}"


def place_beside(place: str) -> str:
    """`beside “Quarter”`, of a place beside a label as a layout says it."""
    return f"beside “{place.removeprefix('beside ')}”"
