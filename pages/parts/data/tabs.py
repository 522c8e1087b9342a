"""The tabs of the page Data that hold what was returned: upload, returns and versions, restatements, releases."""

import streamlit as st
from markupsafe import Markup

from pages.parts.data.accepted import accepted_version, after_acceptance
from pages.parts.data.answering import acceptance
from pages.parts.data.form import form_offered
from pages.parts.data.handed_in import checked, handed_in
from pages.parts.data.layouts import layout_list
from pages.parts.data.naming import names_added, names_asked
from pages.parts.data.published import load_form, release_list, release_looked_into, withdrawal_form
from pages.parts.data.reading_as import read_as_shown
from pages.parts.data.upload import findings_shown, impact_shown, where_it_belongs
from pages.parts.data.versions import version_list, wording_list
from pages.parts.downloads import listed_table, offer_table
from pages.parts.lists import nothing_published
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import View
from programme.access import Deed, refusal, sight
from programme.workstreams import organisations
from record.receipts import expected
from record.records import FIRST_QUARTER
from reports.language.grammar import counted
from reports.markup.pieces import link
from reports.markup.restatements import restatement_entries
from reports.progress.received import received
from reports.sentences.receipts import expected_text, published_headline, returns_headline, stands_still_text
from reports.tables.receipts import receipts_in_short, receipts_table
from reports.tables.versions import restatements_table

INSTEAD = (
    ("returns", "Returns", "who has returned what, and when"),
    ("restatements", "Restatements", "figures that were changed afterwards"),
    ("published", "Published figures", "of England and the neighbours"),
    ("dictionary", "Dictionary", "what each KPI means"),
    ("glossary", "Glossary", "the words explained"),
)
"""For who may not upload: what they may have come for."""


def upload_tab(view: View) -> None:
    """Get the form, drop it in, see every finding at its cell and what would change, accept or leave it."""
    title("Upload a return")
    if not view.may(Deed.UPLOAD):
        st.warning(literal(refusal(view.person, Deed.UPLOAD)))
        ways = (Markup("{}: {}.").format(link(view.href(thing), name), what) for thing, name, what in INSTEAD)
        say(Markup("What stands here for everybody. {}").format(Markup(" ").join(ways)))
        return
    if view.as_at is not None:
        st.warning("You are looking at a past moment. Empty the box “As at” under View to upload a return.")
        return
    if version := accepted_version(view):
        after_acceptance(view, version)
    form_offered(view)
    file = handed_in(view)
    if file is None:
        names_added(view)
        layout_list(view)
        return
    found = checked(view.person, file)
    read_as_shown(view, file, found)
    findings_shown(view.person, found, file.content)
    names_asked(view, found)
    where_it_belongs(view, found)
    if found.acceptable:
        acceptance(view, file, found, impact_shown(view, found))


def returns_tab(view: View) -> None:
    """Who has returned what, on time, late or missing, and every version ever accepted."""
    if nothing_published(view):
        return
    now = view.progress.now
    head = st.container()
    following = expected(view.records, now)
    say(expected_text(following, now) + " A return is due 25 working days after its quarter ends.")
    if told := stands_still_text(view.records):
        say(told)
    names = ["", *organisations()]
    organisation = st.selectbox("Organisation", names, format_func=lambda name: name or "any organisation")
    quarters = FIRST_QUARTER.to(max(following[-1], FIRST_QUARTER))
    found = received(view.progress, tuple(quarters), organisation)
    with head:  # says what was chosen below it
        title(returns_headline(found, f"since {FIRST_QUARTER}"))
    listed_table(view.drawn(f"returns in short of {organisation}", lambda: receipts_in_short(found)), view)
    offer_table(view, view.drawn(f"returns of {organisation}", lambda: receipts_table(found)), "returns.csv")
    st.header("Versions")
    version_list(view)
    wording_list(view)


def restatements_tab(view: View) -> None:
    """Every figure that changed after readers had seen it, with its reason."""
    if nothing_published(view):
        return
    found = view.progress.restatements
    title(f"Restatements: {counted(len(found), 'figure')} restated")
    st.write("A figure is never overwritten. Where a later return changed one, both stand here.")
    if not found:
        st.write("No figure has changed since it was first accepted.")
        return
    draw(restatement_entries(found, sight(view.person), view.href))
    offer_table(view, restatements_table(found, sight(view.person)), "restatements.csv")


def published_tab(view: View) -> None:
    """Which releases the comparators come from, and loading another."""
    title(published_headline(view.records.evidence.published))
    st.write(
        "Kent is held against England, the South East and its statistical neighbours in figures that the DfE and the NHS "
        "publish. A set of them comes with WSoA Monitor; files of “Explore education statistics” can be added as downloaded."
    )
    release_list(view)
    release_looked_into(view)
    if view.as_at is None and view.may(Deed.LOAD_RELEASE):
        load_form(view)
        withdrawal_form(view)
