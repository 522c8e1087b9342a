"""One weakness: the position statement for a monitoring meeting. It prints on two pages."""

import streamlit as st

from pages.parts import address
from pages.parts.lists import headline, kpi_list, need_figures
from pages.parts.telling import draw, say
from pages.parts.view import current
from programme.workstreams import weaknesses, workstreams, workstreams_of
from reports.markup import statement as markup
from reports.markup.grids import ratings_of
from reports.progress.overview import POSITION_RULE
from reports.progress.statement import statement
from reports.sentences.direction import RULE as DIRECTION_RULE
from reports.sentences.overview import group_headline

view = current()
need_figures(view)
names = {str(number): each.name for number, each in weaknesses().items()}
number = int(address.choose("Weakness", "weakness", list(names), "1", names.get))
of = statement(view.progress, number, view.quarter, view.area)

headline(group_headline(of.about, of.judged), ratings_of(of.judged))
say("Answered by " + "; ".join(workstreams()[each].name for each in workstreams_of(number)) + ".")
draw(markup.inspectors(of) + markup.both_sides(of.both))
with st.expander("How the evidence position is worked out"):
    st.write(POSITION_RULE)
with st.expander("How a direction is worked out"):
    st.write(DIRECTION_RULE)
kpi_list(of.judged, view, f"KPIs that speak to weakness {number}, {view.quarter}.")
draw(
    markup.sections(
        (
            markup.late_actions(of.both.delivered, view.href("actions", for_weakness=str(number))),
            markup.voices(of),
            markup.risk_list(of),
            markup.assessment(of),
            markup.missing(of),
        )
    )
)
