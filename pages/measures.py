"""Measures: every KPI in one list, and one KPI: its headline, how it is judged, and tabs to look into it."""

import streamlit as st

from pages.parts.address import not_there, open_tab
from pages.parts.kpi.charts import places_tab, reliability_tab, trend_tab
from pages.parts.kpi.head import kpi_shown
from pages.parts.kpi.words import compared_tab, definition_and_source_tab
from pages.parts.lists import need_figures
from pages.parts.measures import measures_shown
from pages.parts.meeting.recording import record_about
from pages.parts.telling import literal
from pages.parts.view import current
from reports.progress.judgement import judgement_of
from reports.progress.readings import area_shown, kpis

TABS = {
    "Trend": trend_tab,
    "Places": places_tab,
    "Compared": compared_tab,
    "Reliability": reliability_tab,
    "Definition and source": definition_and_source_tab,
}

view = current()
need_figures(view)
asked = st.query_params.get("kpi", "")
kpi = kpis().get(asked)
if kpi is None:
    if asked:
        st.warning(literal(not_there("KPI", asked, "the list of all")))
    measures_shown(view)
else:
    judged = judgement_of(view.progress, kpi, area_shown(kpi, view.area) or kpi.areas[0], view.quarter)
    kpi_shown(view, judged)
    record_about(view, judged.line)
    open_tab(TABS, view, judged)
