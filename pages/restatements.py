"""Restatements: every figure that changed after readers had seen it, with its reason."""

import streamlit as st

from pages.parts.downloads import table_with_download
from pages.parts.telling import say
from pages.parts.view import current
from programme.access import sight
from reports.tables.versions import restatements_table

view = current()
st.title("Restatements")
st.write("A figure is never overwritten. Where a later return changed one, both stand here.")
found = view.progress.restatements
if not found:
    st.write("No figure has changed since it was first accepted.")
    st.stop()
table = restatements_table(found, sight(view.person))
say(f"Figures that have changed: {len(table.rows)}.")
table_with_download(view, table, "restatements.csv")
