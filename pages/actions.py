"""Actions: what was promised, by whom, by when, and what came of it, in the plan then in force."""

import streamlit as st

from pages.parts.actions import chosen, one_action, slips
from pages.parts.downloads import table_with_download
from pages.parts.lists import need_figures
from pages.parts.telling import draw, literal, say
from pages.parts.view import current
from programme.sheets.brag import RULE
from reports.markup.pieces import brag_counts
from reports.progress.delivery import delivery
from reports.sentences.outcomes import delivery_headline, delivery_sentence
from reports.tables.plan import actions_table, overdue_table

view = current()
need_figures(view)
whole = delivery(view.progress, view.quarter)
if whole.plan is None:
    st.title(literal(f"No plan was in force in {view.quarter}"))
    st.stop()

st.title(literal(f"{whole.plan.title}: {delivery_headline(whole)}"))
found = chosen(whole)
draw(brag_counts(found.statuses))
say(delivery_sentence(found))
if newest := whole.stale_since:
    st.warning(literal(f"No action log was returned for {view.quarter}: this is how things stood in {newest}."))
with st.expander("How a status is shown"):
    st.write(RULE)
slips(view, found)

st.header("Overdue by lead role")
if found.overdue:
    table_with_download(view, overdue_table(found), "overdue.csv")
else:
    st.write("No action here is past the date agreed first.")
if found.actions:
    st.header("Every action")
    table_with_download(view, actions_table(found), f"actions-{view.quarter.file_name}.csv")
st.header("One action, quarter by quarter")
one_action(view, found)
