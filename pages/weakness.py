"""One weakness: what inspectors said, and every KPI that speaks to it."""

import streamlit as st

from pages.parts import address
from pages.parts.show import need_figures, reading_list
from pages.parts.view import current
from programme.workstreams import weaknesses, workstreams, workstreams_of
from reports.markup import rating_counts

view = current()
need_figures(view)
names = {str(number): each.name for number, each in weaknesses().items()}
chosen = int(address.choose("Weakness", "weakness", list(names), "1", names.get))
group = view.progress.weakness(chosen, view.area, view.quarter)
st.title(group.about.name)
st.markdown(f"> {group.about.wording}")
st.caption(f"Source: {group.about.wording_status}. Judged at the revisit in September 2022: {group.about.judgement_2022}.")
st.write("Answered by " + "; ".join(workstreams()[number].name for number in workstreams_of(chosen)) + ".")
st.html(rating_counts(group.counts))
if not group.readings:
    st.warning(
        f"No KPI of this weakness is collected for {view.area.name}: evidence is missing, which is not the same as progress."
    )
reading_list(group.readings, view)
