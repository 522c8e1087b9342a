"""Present: the items of the meeting one by one, on a whole screen in large type, with the keys."""

import streamlit as st

from pages.parts import address
from pages.parts.downloads import chart
from pages.parts.lists import need_figures
from pages.parts.meeting.recording import record_about
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import current
from reports.charts.line import line_chart
from reports.markup.agenda import agenda_index, exception_card
from reports.markup.pieces import link
from reports.markup.strip import strip
from reports.progress.agenda import presented, with_neighbours
from reports.sentences.kpi import kpi_headline

view = current()
need_figures(view)
items = presented(view.progress, view.area, view.quarter)
if not items:
    title("Nothing to present")
    say(f"No KPI is red, and no green one really moved for {view.area.name} in {view.quarter}.")
    st.stop()

inquiry = address.asked("item")
if inquiry and inquiry not in {each.id for each in items}:
    st.warning(literal(address.not_there("item", inquiry, "the first")))
asked = inquiry or st.session_state.get("item", "")
with st.container(horizontal=True, key="steps"):
    if st.button("Previous", shortcut="Left"):
        asked = with_neighbours(items, asked)[1]
    if st.button("Next", shortcut="Right", type="primary"):
        asked = with_neighbours(items, asked)[2]
    draw(link(view.href("meeting"), "Back to Meetings"), width="content")
    draw(strip(view.records, view.quarter, view.area), width="stretch")
item, _, _ = with_neighbours(items, asked)
st.session_state["item"] = item.id
address.write("item", item.id)

line = item.judged.line
index, words, drawn = st.columns([2, 5, 4], gap="large")
with index:
    draw(agenda_index(items, item, view.href))
with words:
    title(kpi_headline(item.judged))
    draw(exception_card(item, view.href))
    draw(link(view.href("kpi", kpi=item.id), f"Everything about {line.kpi.short}"))
    record_about(view, line)
with drawn:
    chart(view, line_chart(line, course=item.judged.trajectory), line.kpi.id)
