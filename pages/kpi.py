"""One KPI: its figure, its line with target and floor, its definition, and the cells its figure came from."""

import streamlit as st

from pages.parts import address
from pages.parts.kpi import definition, figure_now, line_with_table, origin
from pages.parts.show import need_figures
from pages.parts.view import current
from reports.progress import area_shown, kpis

view = current()
need_figures(view)
shown = {kpi.id: f"{kpi.workstream} · {kpi.title}" for kpi in kpis().values() if area_shown(kpi, view.area)}
kpi = kpis()[address.choose("KPI", "kpi", list(shown), next(iter(shown)), shown.get)]
area = area_shown(kpi, view.area)
line = view.progress.line(kpi, area, view.quarters)

st.title(kpi.title)
figure_now(line.readings[-1])
line_with_table(line)
definition(kpi)
origin(line.readings[-1], view)
