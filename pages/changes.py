"""What changed since last quarter: one paragraph for the chair, and what is behind every number in it."""

import streamlit as st

from pages.parts.downloads import table_with_download
from pages.parts.lists import need_figures
from pages.parts.telling import literal, say, say_each
from pages.parts.view import current
from programme.areas import KENT
from reports.progress.changes import changes
from reports.sentences.changes import paragraph
from reports.sentences.exceptions import exception_sentence
from reports.sentences.receipts import receipts_list
from reports.tables.changes import moved_actions_table, moved_risks_table, ratings_table, reds_table

view = current()
need_figures(view)
found = changes(view.progress, view.quarter)
st.title(literal(f"What changed from {view.quarter - 1} to {view.quarter}"))
say(paragraph(found))
if view.area != KENT:
    say(f"This page is about {KENT.name}, whatever area is chosen above.", quiet=True)

TABLES = {
    "Ratings": (ratings_table(found.ratings, view.quarter), "No rating changed."),
    "New red and worsening": (reds_table(found.red_and_worsening, view.quarter), "None."),
    "Actions": (moved_actions_table(found), "No action was completed, slipped or passed its date, as far as is known."),
    "Risks": (moved_risks_table(found.risks, view.quarter), "No risk moved, as far as is known."),
}
for name, (table, nothing) in TABLES.items():
    st.header(literal(name))
    if table.rows:
        table_with_download(view, table, f"changes-{name.lower()}.csv")
    else:
        say(nothing)

st.header("Reds without a complete management action")
say_each((exception_sentence(each) for each in found.unanswered), "None.")
st.header("Returns and restatements")
say_each(receipts_list((*found.missing, *found.late)), "No return is missing or late.")
st.page_link(
    "pages/restatements.py",
    label=literal(f"{len(found.restatements)} figures restated: see all"),
    query_params=view.link(),
)
