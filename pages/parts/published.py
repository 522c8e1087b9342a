"""The parts of the page of published figures: what is loaded, and the form that loads more."""

import streamlit as st

from loaders.published.releases import KeptRelease, keep_release
from pages.parts.downloads import table_with_download
from pages.parts.findings import finding_list
from pages.parts.telling import literal
from pages.parts.today import day_ticked
from pages.parts.view import View, database
from programme.submission import Acceptance
from reports.tables.releases import releases_table
from store.database import StoreError


def release_list(view: View) -> None:
    """Every source of published figures, with how many figures and areas it gives."""
    table = releases_table(view.records.evidence.published, view.records.releases)
    table_with_download(view, table, "published.csv")


def load_form(view: View) -> None:
    """A file, what it is, and who loads it."""
    st.header("Load a release")
    with st.form("release", clear_on_submit=False):
        uploaded = st.file_uploader("A CSV file of “Education, health and care plans”, as downloaded", key="published")
        release = st.text_input("Which release is it?", placeholder="Education, health and care plans, 2025")
        by = st.text_input("Your name or role")
        confirmed = day_ticked("release")
        if st.form_submit_button("Load the figures", type="primary"):
            if uploaded is None or not release.strip() or not by.strip():
                st.error("A file, its release and your name or role must be given. Nothing was stored.")
                return
            _load(uploaded, release.strip(), Acceptance(view.person.called(by.strip()), confirmed=confirmed))


def _load(uploaded, release: str, acceptance: Acceptance) -> None:
    try:
        with st.spinner(literal(f"Reading {uploaded.name} …")):
            kept = keep_release(database(), uploaded.getvalue(), uploaded.name, release, acceptance)
    except StoreError as refusal:
        st.error(literal(refusal.outside))
        return
    if kept.number is None:
        _refused(kept, uploaded.name)
        return
    st.session_state["notice"] = f"{uploaded.name}: {kept.figures:,} published figures are loaded."
    st.rerun()


def _refused(kept: KeptRelease, name: str) -> None:
    st.error(literal(f"{name} was not loaded. Nothing was stored."))
    finding_list(kept.findings)
