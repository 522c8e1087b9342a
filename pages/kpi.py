"""One KPI: its headline, how it is judged, what to read beside it, and behind tabs every way to look into it."""

from pages.parts import address
from pages.parts.kpi.charts import districts_tab, line_tab, process_tab, table_tab
from pages.parts.kpi.head import kpi_head, read_with, response
from pages.parts.kpi.words import comparators_tab, definition_tab, origin_tab
from pages.parts.lists import need_figures
from pages.parts.view import current
from reports.progress.companions import companions
from reports.progress.judgement import judgement_of
from reports.progress.readings import area_shown, kpis

TABS = {
    "Chart": line_tab,
    "Table": table_tab,
    "Districts": districts_tab,
    "Comparators": comparators_tab,
    "Process control": process_tab,
    "Definition": definition_tab,
    "Where it comes from": origin_tab,
}

view = current()
need_figures(view)
shown = {kpi.id: f"{kpi.workstream} · {kpi.title}" for kpi in kpis().values() if area_shown(kpi, view.area)}
kpi = kpis()[address.choose("KPI", "kpi", list(shown), next(iter(shown)), shown.get)]
judged = judgement_of(view.progress, kpi, area_shown(kpi, view.area), view.quarter)

kpi_head(judged)
response(view, judged)
read_with(view, companions(view.progress, kpi, judged.line.area, view.quarter))
for name, tab in zip(TABS, address.tabs("tab", list(TABS)), strict=True):
    if tab.open:
        with tab:
            TABS[name](view, judged)
