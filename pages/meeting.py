"""Meeting: the reds one by one, in large type, with the arrow keys: the sentence, the management action, its owner."""

import streamlit as st

from pages.parts import address
from pages.parts.downloads import chart
from pages.parts.lists import need_figures
from pages.parts.telling import draw, literal, say
from pages.parts.view import current
from reports.charts.line import line_chart
from reports.markup.agenda import exception_card
from reports.progress.agenda import agenda, with_neighbours

view = current()
need_figures(view)
items = agenda(view.progress, view.area, view.quarter)
if not items:
    st.title("No KPI is red")
    say(f"Nothing to step through for {view.area.name} in {view.quarter}.")
    st.stop()

asked = address.asked("item") or st.session_state.get("item", "")
with st.container(horizontal=True):
    if st.button("Previous", shortcut="Left"):
        asked = with_neighbours(items, asked)[1]
    if st.button("Next", shortcut="Right", type="primary"):
        asked = with_neighbours(items, asked)[2]
item, _, _ = with_neighbours(items, asked)
st.session_state["item"] = item.id
address.write("item", item.id)

line = item.judged.line
st.title(literal(line.kpi.title))
words, drawn = st.columns([3, 2], gap="large")
with words:
    draw(exception_card(item))
with drawn:
    chart(view, line_chart(line), line.kpi.id)
words.page_link("pages/kpi.py", label="Everything about this KPI", query_params=view.link(kpi=item.id))
