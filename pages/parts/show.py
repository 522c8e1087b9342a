"""The pieces that pages draw again and again: a list of readings, the offer of an empty store."""

from collections.abc import Iterable

import streamlit as st

from pages.parts.view import View, database
from reports.markup import rating_chip, rating_counts
from reports.progress import Group, Reading
from reports.wording import target_text


def need_figures(view: View) -> None:
    """Stop a page that has nothing to show, and say what to do."""
    if not view.records.empty:
        return
    st.subheader("There are no figures yet")
    if view.as_at is not None:
        st.write("Nothing had been accepted at that moment. Choose a later one, or empty the box to come back to now.")
        st.stop()
    st.write("Upload a return or a history workbook, or load the demonstration data to see what the pages show.")
    if st.button("Load demonstration data", type="primary"):
        _load()
        st.rerun()
    st.page_link("pages/upload.py", label="Upload a return")
    st.stop()


def _load() -> None:
    from loaders.demonstration import load_demonstration

    bar = st.progress(0.0, text="Loading the demonstration data …")
    load_demonstration(database(), progress=lambda done, of, name: bar.progress(done / of, text=f"Loading {name} …"))


def group_card(group: Group, page: str, key: str, view: View) -> None:
    """A workstream or weakness in a box: its name as the link, its ratings counted."""
    with st.container(border=True):
        st.page_link(page, label=f"**{group.about.name}**", query_params=view.link(**{key: str(group.about.number)}))
        st.html(rating_counts(group.counts))


def reading_row(reading: Reading, view: View) -> None:
    """One KPI in a list: title as the link, figure, rating, reason."""
    title, figure, rating = st.columns([5, 2, 2], vertical_alignment="center")
    with title:
        st.page_link(
            "pages/kpi.py",
            label=reading.kpi.title,
            query_params=view.link(kpi=reading.kpi.id),
        )
        st.caption(
            f"{reading.area.name}, {reading.result.period}"
            f"{', carried forward' if reading.carried else ''}; target: {target_text(reading.kpi, reading.rated.target)}"
        )
    with figure:
        st.html(f'<span class="figure">{reading.display}</span>')
    with rating:
        st.html(rating_chip(reading.rated.rating))
        if reading.rated.reason:
            st.caption(reading.rated.reason)


def reading_list(readings: Iterable[Reading], view: View) -> None:
    """KPIs one under the other."""
    for reading in readings:
        reading_row(reading, view)
