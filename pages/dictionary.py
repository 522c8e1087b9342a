"""The KPI dictionary: every definition, searchable, with overdue reviews and weaknesses with little evidence marked."""

from datetime import date

import streamlit as st

from pages.parts import address
from pages.parts.files import offer_file
from pages.parts.telling import draw, literal, say
from pages.parts.view import current
from reports.documents.dictionary import dictionary_markdown
from reports.markup.definitions import entry_markup, entry_title, evidence_table
from reports.progress.evidence import LITTLE, evidence_by_weakness
from reports.sentences.entries import dictionary_entries

view = current()
today = date.today()
st.title("KPI dictionary")
text = address.typed("Search the definitions", "definition", placeholder="title, measure, weakness …")
found = dictionary_entries(text)
overdue = sum(entry.review_overdue(today) for entry in found)
say(f"KPIs listed: {len(found)}. Definitions whose review is overdue: {overdue}.")
offer_file(view.person, "The whole dictionary (Markdown)", "kpi-dictionary.md", "text/markdown", dictionary_markdown)
for entry in found:
    with st.expander(literal(entry_title(entry, today)), expanded=len(found) == 1):
        draw(entry_markup(entry, today, view.href))
if not found:
    say(f"No definition holds every word of “{text}”. Empty the box to see them all.")

st.header("Evidence for each weakness")
say(f"A weakness with fewer than {LITTLE} KPIs of its own has little evidence, whatever their figures say.")
draw(evidence_table(evidence_by_weakness(), view.href))
