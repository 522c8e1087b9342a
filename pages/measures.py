"""Measures: every KPI in one list; one KPI: its headline and tabs to look into it; and a measure that is in no KPI."""

import streamlit as st

from pages.parts.address import not_there, open_tab
from pages.parts.kpi.charts import places_tab, reliability_tab, trend_tab
from pages.parts.kpi.head import kpi_shown
from pages.parts.kpi.periods import measure_shown, measures_in_no_kpi
from pages.parts.kpi.words import compared_tab, definition_and_source_tab
from pages.parts.lists import need_figures
from pages.parts.measures import measures_shown
from pages.parts.meeting.recording import record_about
from pages.parts.telling import literal
from pages.parts.view import current
from reports.progress.judgement import judgement_of
from reports.progress.period_lines import period_lines
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
asked, measure = st.query_params.get("kpi", ""), st.query_params.get("measure", "")
kpi = kpis().get(asked)
if kpi is None and measure in period_lines(view.progress, view.quarter):
    measure_shown(view, measure)
elif kpi is None:
    if asked or measure:
        st.warning(literal(not_there("KPI" if asked else "measure", asked or measure, "the list of all")))
    measures_shown(view)
    measures_in_no_kpi(view)
else:
    judged = judgement_of(view.progress, kpi, area_shown(kpi, view.area) or kpi.areas[0], view.quarter)
    kpi_shown(view, judged)
    record_about(view, judged.line)
    open_tab(TABS, view, judged)
