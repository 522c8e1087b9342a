"""Overview: the five workstreams and nine weaknesses in the chosen quarter."""

import streamlit as st

from pages.parts.show import group_card, need_figures, reading_list
from pages.parts.view import current
from programme.workstreams import workstreams
from reports.markup import counts_text
from reports.progress import count_ratings
from reports.rank import worst_first

view = current()
need_figures(view)
readings = view.progress.current(view.area, view.quarter)
st.title(f"Overview, {view.quarter}, {view.area.name}")
st.write(f"Of {len(readings)} KPIs, {counts_text(count_ratings(readings))}.")

st.subheader("Nine weaknesses")
for row in ((1, 2, 3), (4, 5, 6), (7, 8, 9)):
    for number, place in zip(row, st.columns(3), strict=True):
        with place:
            group_card(view.progress.weakness(number, view.area, view.quarter), "pages/weakness.py", "weakness", view)

st.subheader("Five workstreams")
for number, place in zip(workstreams(), st.columns(5), strict=True):
    with place:
        group_card(view.progress.workstream(number, view.area, view.quarter), "pages/workstream.py", "workstream", view)

st.subheader("Furthest from where they should be")
reading_list(worst_first(readings)[:6], view)
