"""The versions of every return: who, when, why, which file; the original to download; taking one back."""

from contextlib import AbstractContextManager

import streamlit as st

from access.upkeep import gone_original
from loaders.impact import impact_of_withdrawal
from loaders.pipeline import take_back_version, withheld_from_readers
from pages.parts.data.layouts import version_layout
from pages.parts.data.upload import impact_drawn
from pages.parts.doing import done_or_told
from pages.parts.downloads import table_with_download
from pages.parts.files import offer_original
from pages.parts.in_window import anew_where_overtaken, first_shown
from pages.parts.telling import say
from pages.parts.today import day_ticked
from pages.parts.unsent import words_box
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.access import Deed, Person, sight
from programme.submission import Acceptance, Version
from reports.language.grammar import counted
from reports.sentences.versions import version_title, withdrawn_text
from reports.tables.impact import ImpactTables, impact_tables
from reports.tables.versions import version_changes_table, versions_table
from reports.tables.wordings import wordings_table

GOES = "It will no longer count; what was accepted before it for the same, if anything, counts again. Nothing is deleted."


def version_list(view: View) -> None:
    """All versions as a table, and one to look into."""
    versions = view.records.versions
    if not versions:
        st.write("No return has been accepted yet.")
        return
    table_with_download(view, versions_table(versions, sight(view.person)), "versions.csv")
    titles = {version.number: version_title(version) for version in reversed(versions)}
    number = st.selectbox("Look into a version", list(titles), format_func=titles.get, key="version looked into")
    _one(view.records.version(number), view)


def wording_list(view: View) -> None:
    """Everything that was written on screen, with who wrote it, when and why: it quotes figures, as queries do."""
    written = view.records.logs.wordings
    if written and view.may(Deed.SEE_VERSIONS):
        st.header("Words written on screen")
        table_with_download(view, wordings_table(written), "words-written.csv")


def _one(version: Version, view: View) -> None:
    if gone := next((each for each in view.records.versions if each.withdraws == version.number), None):
        say(withdrawn_text(gone))
    changed = [each for each in view.progress.restatements if each.version.number == version.number]
    if changed:
        say(f"It changed {counted(len(changed), 'figure')} that had been seen before:")
        table_with_download(
            view, version_changes_table(version, changed, sight(view.person)), f"version-{version.number}.csv"
        )
    else:
        st.write("It changed no figure that had been seen before.")
    if version.withdraws is None:
        version_layout(version, view)
        if gone := gone_original(database(), version.sha256):
            say(gone)
        else:
            offer_original(view.person, "Download the original file", version)
        if view.may(Deed.WITHDRAW) and view.as_at is None and version in view.records.kept:
            _withdrawal(version, view)


def _withdrawal(version: Version, view: View) -> None:
    if not st.toggle("Withdraw this version", key=f"withdrawing {version.number}"):
        return
    st.write(GOES)
    change, tables = view.drawn(f"withdrawal of {version.number}", lambda: _foreseen(version, view.person))
    impact_drawn(view, tables, f"withdrawal-{version.number}")
    box = f"why withdraw {version.number}"
    seen = first_shown(box, change)
    with st.form(f"withdraw {version.number}"):
        by = name_given(view.person)
        reason = words_box(view.person, "Why is it withdrawn?", box)
        confirmed = day_ticked("withdrawal")
        if st.form_submit_button("Withdraw"):
            acceptance = Acceptance(view.person.called(by), reason, seen=seen, confirmed=confirmed)
            deciding = anew_where_overtaken(box, change)
            done_or_told(lambda: _withdrawn(version.number, acceptance, deciding))


def _foreseen(version: Version, person: Person) -> tuple[int, ImpactTables]:
    """What it would change, and after which change that was read."""
    foreseen = impact_of_withdrawal(database(), version.number, person)
    return foreseen.seen, impact_tables(foreseen, sight(person))


def _withdrawn(number: int, acceptance: Acceptance, deciding: AbstractContextManager) -> str:
    with deciding:
        made = take_back_version(database(), number, acceptance)
    return f"Version {number} is withdrawn, as version {made.number}. {withheld_from_readers(database())}".rstrip()
