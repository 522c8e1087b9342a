"""One workstream: its KPIs in the chosen quarter."""

import streamlit as st

from pages.parts import address
from pages.parts.show import need_figures, reading_list
from pages.parts.view import current
from programme.workstreams import workstreams
from reports.markup import rating_counts

view = current()
need_figures(view)
names = {str(number): each.name for number, each in workstreams().items()}
chosen = int(address.choose("Workstream", "workstream", list(names), "1", names.get))
group = view.progress.workstream(chosen, view.area, view.quarter)
st.title(group.about.name)
st.write(f"{view.quarter}, {view.area.name}. Lead role: {group.about.lead_role}.")
st.html(rating_counts(group.counts))
reading_list(group.readings, view)
