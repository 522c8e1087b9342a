"""The parts of the page of published figures: what is loaded, the form that loads more, and taking one back."""

from contextlib import AbstractContextManager
from datetime import date

import streamlit as st

from access.upkeep import gone_original
from loaders.published.releases import (
    CheckedRelease,
    check_release,
    foreseen_kept_back,
    foreseen_withdrawal,
    keep_checked,
    take_back,
)
from pages.parts.doing import done_or_told
from pages.parts.downloads import listed_table, table_with_download
from pages.parts.files import offer_file
from pages.parts.findings import finding_list
from pages.parts.in_window import anew_where_overtaken, first_shown, kept_in_window
from pages.parts.telling import literal, say
from pages.parts.today import day_ticked
from pages.parts.unsent import words_box
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.access import Deed
from programme.published import ForeseenRelease
from programme.submission import Acceptance
from reports.tables.releases import foreseen_tables, foreseen_text, release_answers_table, releases_table, withdrawn_table
from store.comparators import release_answers, release_file
from store.database import StoreError

CHECKED = "release checked"


def release_list(view: View) -> None:
    """Every source of published figures, with how many figures and areas it gives; below, what was taken back."""
    table = releases_table(view.records.evidence.published, view.records.releases)
    table_with_download(view, table, "published.csv")
    withdrawn = withdrawn_table(view.records.releases)
    if withdrawn.rows:
        st.header("Withdrawn")
        table_with_download(view, withdrawn, "published-withdrawn.csv")


def release_looked_into(view: View) -> None:
    """What one release came with: the queries about it with the reasons that were given, and its file as it was loaded."""
    releases = {each.number: each for each in view.records.releases}
    if not releases or not view.may(Deed.SEE_ORIGINAL):
        return
    titles = {number: f"{number}: {each.release}, {each.file_name}" for number, each in releases.items()}
    number = st.selectbox(
        "Look into a release",
        list(titles),
        index=None,
        format_func=lambda each: literal(titles[each]),
        key="release looked into",
    )
    if number is None:
        return
    answers, release = release_answers(database(), number, view.person), releases[number]
    if answers:
        listed_table(release_answers_table(answers))
    else:
        st.write("No query was raised when it was loaded.")
    if gone := gone_original(database(), release.sha256):
        say(gone)
    else:
        offer_file(
            *(view.person, "Download its file as it was loaded", release.file_name, ""),
            lambda: release_file(database(), number, view.person),
            deed=Deed.SEE_ORIGINAL,
        )


def load_form(view: View) -> None:
    """A file, what it is, when it was published, and who loads it for what reason."""
    st.header("Load a release")
    with st.form("release", clear_on_submit=False):
        uploaded = st.file_uploader(
            "A CSV file of “Education, health and care plans” or its ZIP file, as downloaded", key="published"
        )
        example = "Education, health and care plans, 2025"
        release = words_box(view.person, "Which release is it?", "release to load", placeholder=example)
        day = st.date_input("The day it was published", value=None, min_value=date(2010, 1, 1), max_value=date.today())
        by = name_given(view.person)
        reason = words_box(view.person, "One reason for every query", "why load")
        confirmed = day_ticked("release")
        previewed = st.form_submit_button("Show what would change")
        loaded = st.form_submit_button("Load the figures", type="primary")
    if not (previewed or loaded):
        return
    if uploaded is None or not release.strip() or (loaded and not by.strip()):
        st.error("A file, its release and your name or role must be given. Nothing was stored.")
        return
    try:
        checked = _checked(view, uploaded, release.strip(), day, previewed)
        if loaded:
            _load(view, checked, Acceptance(view.person.called(by.strip()), reasons=reason, confirmed=confirmed))
        else:
            _previewed(view, checked)
    except StoreError as refusal:
        st.session_state.pop(CHECKED, None)
        st.error(literal(refusal.outside))


def _checked(view: View, uploaded, release: str, day: date | None, anew: bool) -> CheckedRelease:
    """The file read and checked. What was shown is what is loaded: the store refuses it once it is overtaken."""
    content = uploaded.getvalue()
    if anew:
        st.session_state.pop(CHECKED, None)

    def checked() -> CheckedRelease:
        with st.spinner(literal(f"Reading {uploaded.name} …")):
            return check_release(database(), content, uploaded.name, release, view.person, day)

    return kept_in_window(CHECKED, (uploaded.name, hash(content), release, day), checked)


def _load(view: View, checked: CheckedRelease, acceptance: Acceptance) -> None:
    kept = keep_checked(database(), checked, acceptance)
    if kept.number is None:
        st.error(literal(kept.refusal))
        _previewed(view, checked)
        return
    st.session_state.pop(CHECKED, None)
    told = f"{checked.file_name}: {kept.figures:,} published figures are loaded. {kept.kept_back}"
    st.session_state["notice"] = told.rstrip()
    st.rerun()


def _previewed(view: View, checked: CheckedRelease) -> None:
    """What was found in the file, and what loading it would change."""
    if checked.findings:
        finding_list(checked.findings)
    else:
        st.success("Nothing stands against this file.")
    if checked.number is not None:
        say(f"This file is loaded already, as release {checked.number}.")
    if checked.foreseen:
        if kept_back := foreseen_kept_back(database(), checked.file, view.person):
            st.warning(literal(kept_back))
        _foreseen(view, checked.foreseen, "release")


def _foreseen(view: View, foreseen: ForeseenRelease, name: str) -> None:
    say(foreseen_text(foreseen))
    found = foreseen_tables(view.records, foreseen)
    for part, table in (("ratings", found.ratings), ("places", found.places), ("figures", found.figures)):
        if table.rows:
            table_with_download(view, table, f"{name}-{part}.csv")


def withdrawal_form(view: View) -> None:
    """Take a release back, with what that would change."""
    standing = {each.number: each for each in view.records.releases if not each.withdrawal}
    if not standing or not view.may(Deed.WITHDRAW_RELEASE):
        return
    st.header("Withdraw a release")
    numbers = {literal(f"{number}: {each.release}, {each.file_name}"): number for number, each in standing.items()}
    chosen = st.selectbox("Which release?", list(numbers), index=None, key="release to withdraw")
    if chosen is None:
        return
    number = numbers[chosen]
    foreseen = foreseen_withdrawal(database(), number, view.person)
    _foreseen(view, foreseen, "withdrawal")
    box = f"why withdraw release {number}"
    seen = first_shown(box, foreseen.seen)
    with st.form(f"withdraw release {number}"):
        by = name_given(view.person, key="withdrawn by")
        reason = words_box(view.person, "Why is it withdrawn?", box)
        confirmed = day_ticked("release withdrawn")
        if st.form_submit_button("Withdraw the release"):
            acceptance = Acceptance(view.person.called(by), reason, seen=seen, confirmed=confirmed)
            deciding = anew_where_overtaken(box, foreseen.seen)
            done_or_told(lambda: _taken_back(number, acceptance, deciding))


def _taken_back(number: int, acceptance: Acceptance, deciding: AbstractContextManager) -> str:
    with deciding:
        take_back(database(), number, acceptance)
    return f"Release {number} is withdrawn. Nothing was deleted."
