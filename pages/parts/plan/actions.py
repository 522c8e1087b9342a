"""The parts of the Actions page: the choices, the slip chart, one action's history."""

import streamlit as st

from pages.parts import address
from pages.parts.downloads import chart, table_with_download
from pages.parts.telling import say
from pages.parts.view import View
from programme.sheets.actions import ACTIONS, Brag
from programme.workstreams import weaknesses, workstreams
from record.tracked import Tracked
from reports.charts.slips import charted, slip_chart
from reports.progress.delivery import Delivery
from reports.sentences.plan import NO_OWNER, moved_sentence, slip_alternative
from reports.tables.plan import history_table

ALL = "all"


def chosen(delivery: Delivery) -> Delivery:
    """The actions that the reader chose by weakness, workstream, lead role and status."""
    weakness_place, stream_place, owner_place, status_place = st.columns(4)
    with weakness_place:
        weakness = _choose("Weakness", "for_weakness", {str(each.number): each.name for each in weaknesses().values()})
    with stream_place:
        stream = _choose(
            ACTIONS.workstream.heading, "for_workstream", {str(each.number): each.name for each in workstreams().values()}
        )
    with owner_place:
        owner = _choose(ACTIONS.lead_role.heading, "owner", {owner: owner or NO_OWNER for owner in delivery.owners})
    with status_place:
        status = _choose(ACTIONS.status.heading, "status", {str(brag): str(brag) for brag in Brag})
    if weakness != ALL:
        delivery = delivery.weakness(int(weakness))
    if stream != ALL:
        delivery = delivery.workstream(int(stream))
    return delivery.where(owner=None if owner == ALL else owner, status=None if status == ALL else Brag(status))


def _choose(label: str, key: str, names: dict[str, str]) -> str:
    return address.choose(label, key, [ALL, *names], ALL, lambda choice: names.get(choice, ALL))


def slips(view: View, delivery: Delivery) -> None:
    """The slip chart of those furthest from the date agreed first."""
    drawn = charted(delivery.actions)
    st.header("How the dates moved")
    if drawn:
        chart(view, slip_chart(drawn), "slips")
    say(
        f"{slip_alternative(drawn)} Each line starts at the date agreed first; level is on time, a line that climbs slips, "
        "a filled sign is done.",
        quiet=True,
    )


def one_action(view: View, delivery: Delivery) -> None:
    """Everything that was ever returned about one action."""
    if not delivery.actions:
        return
    by_ref: dict[str, Tracked] = {each.now.ref: each for each in delivery.actions}
    ref = address.choose(
        ACTIONS.title.heading, "action", list(by_ref), next(iter(by_ref)), lambda ref: f"{ref} {by_ref[ref].now.title}"
    )
    action = by_ref[ref]
    say(f"Success criterion: {action.now.success_criterion or 'not given'}. {moved_sentence(action)}")
    if drawn := charted([action]):
        chart(view, slip_chart(drawn), f"slips-{ref}")
    table_with_download(view, history_table(action), f"{ref}.csv")
