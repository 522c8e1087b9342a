"""Learning a list of actions or risks: which column of ours each heading fills, and whose list it is."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from loaders.layouts.layout import Layout
from loaders.layouts.learning_list import (
    BLANK,
    ListPointed,
    PointedList,
    answers_unknown,
    columns_meant,
    list_layout,
    list_pointed_at,
    telling_apart,
)
from loaders.layouts.pointing import period_places
from pages.parts.data.pointed import Pointing, boxes, period_place
from pages.parts.telling import literal
from programme.workstreams import organisations, workstreams

ACROSS = 3  # boxes beside one another
MOST_ANSWERS = 12  # that are asked about
NOT_TAKEN, AS_IT_STANDS, EVERY = "", "", 0


def list_learnt(pointing: Pointing) -> Layout | None:
    """The layout of the list that was pointed at; None until one was. Raises PointedAtNothingError."""
    if not pointing.first:
        return None
    found = list_pointed_at(pointing.workbook, ListPointed(pointing.sheet, pointing.first, pointing.last, pointing.kind))
    columns = _columns(pointing, found)
    told_by = _told_by(pointing, found, columns)
    layout = list_layout(found, columns, told_by, _answers(pointing, answers_unknown(found, columns, told_by)))
    places = period_places(found.workbook, found.sender, found.at.top)
    left, right = st.columns(2)
    organisation = left.selectbox("Whose list is it?", organisations(), key=pointing.key("organisation"))
    workstream = right.selectbox(
        "Of which workstream?",
        [EVERY, *workstreams()],
        format_func=lambda each: f"{each} {workstreams()[each].title}" if each else "all of them, or each row names its own",
        key=pointing.key("workstream"),
    )
    place = period_place(pointing, layout.period, places)
    return replace(layout, period=place, organisation=organisation, workstream=workstream)


def _columns(pointing: Pointing, found: PointedList) -> dict[str, str]:
    """The column of ours that each heading fills, as is proposed or as somebody says."""
    meant, ours = columns_meant(found, pointing.names), [NOT_TAKEN, *found.form.headings]
    return {
        heading: box.selectbox(
            literal(f"“{heading}” is our"),
            ours,
            index=ours.index(name),
            format_func=lambda each: each or "(not taken)",
            key=pointing.key(f"column {heading}"),
        )
        for (heading, name), box in zip(meant.items(), boxes(len(meant), ACROSS), strict=False)
    }


def _told_by(pointing: Pointing, found: PointedList, columns: Mapping[str, str]) -> str:
    headings, proposed = list(columns), telling_apart(found, columns)
    return st.selectbox(
        literal(f"By which is one of the {found.form.name.lower()} found again next quarter? (It is our {found.form.ref}.)"),
        headings,
        index=headings.index(proposed) if proposed else None,
        key=pointing.key(f"told by {proposed}"),
    )


def _answers(pointing: Pointing, unknown: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What answers mean that are none of ours."""
    asked = list(unknown.items())[:MOST_ANSWERS]
    return {
        answer: box.selectbox(
            literal(f"“{answer}” means"),
            [AS_IT_STANDS, *choices, BLANK],
            format_func=lambda each: each or "(as it stands)",
            key=pointing.key(f"answer {answer}"),
        )
        for (answer, choices), box in zip(asked, boxes(len(asked), ACROSS), strict=False)
    }
