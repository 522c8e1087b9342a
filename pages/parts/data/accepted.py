"""After acceptance: what was accepted, what it changed, and what comes next."""

import streamlit as st
from markupsafe import Markup

from loaders.impact import impact_of_version
from pages.parts import address
from pages.parts.data.upload import impact_drawn
from pages.parts.in_window import kept_in_window
from pages.parts.telling import say, say_each
from pages.parts.view import View, database
from programme.access import sight
from programme.submission import Version
from reports.markup.pieces import link, together
from reports.progress.received import received
from reports.sentences.accepted import accepted_text, still_open_text
from reports.tables.impact import ImpactTables, impact_tables

ACCEPTED = "accepted"
"""The key of the version that was accepted last, in the address and in the session."""


def accepted_version(view: View) -> Version | None:
    """The version that this page has just accepted, also after it was loaded again; None where there is none."""
    asked = st.query_params.get(ACCEPTED, "") or str(st.session_state.get(ACCEPTED, ""))
    number = int(asked) if asked.isdecimal() else 0
    found = next((each for each in view.records.kept if each.number == number and each.withdraws is None), None)
    address.write(ACCEPTED, str(number) if found else "")
    return found


def after_acceptance(view: View, version: Version) -> None:
    """What was accepted, what it changed, and what comes next."""
    st.header("Accepted")
    say(accepted_text(version))
    st.subheader("What it changed")
    impact_drawn(view, _changed(view, version), f"version-{version.number}")
    st.subheader("What comes next")
    quarter = version.cover.quarter
    receipts = received(view.progress, (quarter,)) if quarter else ()
    shown = {"quarter": str(quarter)} if quarter else {}
    taken_back = Markup("If something is wrong: correct the workbook and drop it in below, or withdraw version {} under {}.")
    steps = [
        still_open_text(version, receipts, view.progress.now),
        together([link(view.href("overview", **shown), f"See {quarter or 'the figures'} on This quarter"), "."]),
        taken_back.format(version.number, link(view.href("returns"), "Returns")),
    ]
    say_each([each for each in steps if each], "")


def _changed(view: View, version: Version) -> ImpactTables:
    """Worked out once for each version and who looks."""

    def made() -> ImpactTables:
        changed = impact_of_version(database(), version.number, view.person)
        return impact_tables(changed, sight(view.person), accepted=True)

    return kept_in_window("changed by", (version.number, view.person), made)
