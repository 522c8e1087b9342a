"""What is asked about figures whose number may mean two things: whether 0.41 is 41%, 5 is 5,000, and what 0 means."""

from dataclasses import replace

import streamlit as st

from loaders.layouts.doubtful import fraction_in, scale_in, zero_in
from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedFile
from pages.parts.data.pointed import Pointing
from pages.parts.telling import literal
from programme.symbols import MEANING, Symbol

ZEROS = {"0": "none at all: it is a 0", "blank": "nothing was filled in"} | {str(each): MEANING[each] for each in Symbol}
YES_NO = ("yes", "no")


def doubts_settled(pointing: Pointing, layout: Layout, mapped: MappedFile) -> Layout | None:
    """The layout with what its numbers mean; None until that is said where only a person can tell."""
    if fraction := fraction_in(mapped):
        share = f"{fraction.text} stands in {fraction.ref}: is that {float(fraction.value) * 100:.4g}%?"
        answer = _yes_or_no(pointing, share, "unit")
        if not answer:
            return None
        layout = replace(layout, unit="0-1" if answer == "yes" else "0-100")
    if scale := scale_in(mapped):
        cell, times = scale
        answer = _yes_or_no(
            pointing, f"“{cell.text.strip()[:60]}” stands in {cell.ref}: does 1 there mean {times:,}?", "times"
        )
        if not answer:
            return None
        layout = replace(layout, times=times if answer == "yes" else 1)
    if zero := zero_in(mapped):
        means = st.selectbox(
            literal(f"What does 0 mean, as in {zero.ref}?"), list(ZEROS), format_func=ZEROS.get, key=pointing.key("zero")
        )
        layout = replace(layout, zero=means)
    return layout


def _yes_or_no(pointing: Pointing, question: str, asked: str) -> str | None:
    return st.radio(literal(question), YES_NO, index=None, horizontal=True, key=pointing.key(asked))
