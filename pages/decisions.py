"""Decisions: who decides what, whether it is a key decision, and where it stands."""

import streamlit as st

from pages.parts.downloads import table_with_download
from pages.parts.lists import need_figures
from pages.parts.telling import literal
from pages.parts.view import current
from reports.tables.plan import decisions_table, known_by

view = current()
need_figures(view)
known = known_by(view.records.logs.decisions, view.quarter)
if not known:
    st.title(literal(f"No decision had been returned by {view.quarter}"))
    st.stop()
table = decisions_table(known, view.quarter)
st.title(literal(f"Decisions on record by {view.quarter}: {len(table.rows)}"))
st.caption("A key decision affects more than one district, or costs or saves more than the council's threshold.")
table_with_download(view, table, "decisions.csv")
