"""Delivered and changed: for every weakness and workstream, what was done beside what became of it."""

import streamlit as st

from pages.parts.lists import need_figures
from pages.parts.telling import draw, literal
from pages.parts.view import current
from reports.markup.plan import beside_table
from reports.progress.delivery import delivery
from reports.progress.outcomes import beside_all
from reports.progress.overview import POSITION_RULE
from reports.sentences.outcomes import outcomes_headline

view = current()
need_figures(view)
found = beside_all(view.progress, view.quarter, view.area)
plan = delivery(view.progress, view.quarter)
st.title(literal(outcomes_headline(found, plan)))
st.write(
    "Activity is not impact. What was delivered and what changed stand beside each other and are never added up. "
    "A name leads to the KPIs behind it, a number of actions to the actions."
)
if plan.stale_since:
    st.warning(literal(f"No action log was returned for {view.quarter}: delivery is as it stood in {plan.stale_since}."))
draw(beside_table(found, view.href))
with st.expander("How a position is worked out"):
    st.write(POSITION_RULE)
