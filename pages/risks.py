"""Risks: likelihood by impact, and which of them moved."""

import streamlit as st

from pages.parts.downloads import table_with_download
from pages.parts.lists import need_figures
from pages.parts.telling import draw, literal
from pages.parts.view import current
from reports.markup.plan import risk_matrix
from reports.progress.changes import risk_moves
from reports.sentences.plan import risks_headline
from reports.tables.plan import risks_table

view = current()
need_figures(view)
risks = [risk for risk in view.records.logs.risks if risk.quarter == view.quarter]
if not risks:
    st.title(literal(f"No risk was returned for {view.quarter}"))
    st.write("That is not the same as no risk.")
    st.stop()

st.title(literal(risks_headline(risks)))
draw(risk_matrix(risks))
st.caption("The score is likelihood × impact: 1 to 6 low, 8 to 15 medium, 16 to 25 high.")
table = risks_table(risks, risk_moves(view.records, view.quarter), view.quarter)
table_with_download(view, table, f"risks-{view.quarter.file_name}.csv")
