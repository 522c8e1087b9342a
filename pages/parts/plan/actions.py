"""The parts of the Actions tab: the choices, what is late, and every action in one list, opened in place."""

from collections.abc import Iterable

import streamlit as st

from pages.parts.address import not_there
from pages.parts.downloads import offer_table
from pages.parts.telling import draw, literal, say
from pages.parts.view import View
from programme.sheets.actions import ACTIONS, AREAS, FUNCTIONS, Brag
from programme.workstreams import weaknesses, workstreams
from record.tracked import Tracked
from reports.documents.notes import MEETINGS
from reports.markup.actions import actions_list, closed_rows, shown_count
from reports.markup.filters import Choice, choice_boxes
from reports.progress.delivery import Delivery
from reports.progress.meeting import follow_ups
from reports.sentences.meeting import follow_ups_headline
from reports.sentences.plan import NO_OWNER, lateness_headline, slip_key
from reports.tables.meeting import follow_ups_table
from reports.tables.plan import actions_table, history_table

OF_MEETINGS = "They stand at the end of the list, with the meeting as their source, and in no count of the plan."


def choices(owners: Iterable[str]) -> tuple[Choice, ...]:
    """What the list can be narrowed by, with what the address asks for; what is not there is said, and all is shown."""
    offered = {
        ("Weakness", "for_weakness"): {str(each.number): f"{each.number} {each.label}" for each in weaknesses().values()},
        (ACTIONS.workstream.heading, "for_workstream"): {
            str(each.number): f"{each.number} {each.label}" for each in workstreams().values()
        },
        (ACTIONS.lead_role.heading, "owner"): {owner or NO_OWNER: owner or NO_OWNER for owner in owners},
        (ACTIONS.status.heading, "status"): {str(brag): str(brag) for brag in Brag},
        (ACTIONS.area.heading, "headline"): dict(zip(AREAS, AREAS, strict=True)),
        (ACTIONS.function.heading, "function"): dict(zip(FUNCTIONS, FUNCTIONS, strict=True)),
    }
    return tuple(_choice(*named, options) for named, options in offered.items())


def _choice(label: str, key: str, options: dict[str, str]) -> Choice:
    asked = st.query_params.get(key, "")
    if asked and asked not in options:
        st.warning(literal(not_there(label, asked, "all")))
    return Choice(label, key, options, asked if asked in options else "")


def listed_actions(view: View, delivery: Delivery) -> None:
    """Every action, the longest late first, and what meetings agreed; the boxes above narrow the list without asking for it
    again."""
    agreed = follow_ups(view.progress, view.quarter)
    listed = (*delivery.actions, *(each.action for each in agreed))
    narrowed = choices(sorted({each.now.lead_role for each in listed}))
    opened = _asked(listed)
    if delivery.actions:
        st.header(literal(lateness_headline(delivery.actions)))
    if agreed:
        say(f"{follow_ups_headline(agreed)}. {OF_MEETINGS}")
    draw(choice_boxes(narrowed, shown_count(delivery.actions, narrowed), len(delivery.actions), "actions"))
    rows = view.drawn("rows of actions", lambda: closed_rows(delivery, narrowed, view.href, agreed))
    draw(actions_list(delivery, narrowed, view.href, opened, agreed, rows))
    say(slip_key(delivery.quarter), quiet=True)
    table = view.drawn("table of actions", lambda: actions_table(delivery))
    offer_table(view, table, f"actions-{view.quarter.file_name}.csv")
    for action in delivery.actions:
        if action.now.ref == opened:
            offer_table(view, history_table(action), f"{opened}.csv")
    if agreed:
        offer_table(view, follow_ups_table(agreed), "follow-ups.csv", MEETINGS)


def _asked(listed: Iterable[Tracked]) -> str:
    """The ref that the address asks for, under whatever ref it was known; one that is not there is said."""
    asked = st.query_params.get("action", "")
    found = next((each.now.ref for each in listed if asked in each.refs), "")
    if asked and not found:
        st.warning(literal(not_there("action", asked, "the list of all")))
    return found
