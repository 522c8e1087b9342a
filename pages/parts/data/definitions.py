"""The tabs of the page Data that explain: every definition, searchable, and the words of the programme."""

from datetime import date

import streamlit as st

from pages.parts import address
from pages.parts.files import offer_file
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import View
from programme.glossary import terms_holding
from reports.documents.dictionary import dictionary_markdown
from reports.markup.definitions import entry_markup, entry_title, evidence_table
from reports.markup.lists import glossary_list
from reports.progress.evidence import LITTLE, evidence_by_weakness
from reports.sentences.entries import dictionary_entries


def dictionary_tab(view: View) -> None:
    """Every definition, with overdue reviews and weaknesses with little evidence marked."""
    today = date.today()
    title(f"KPI dictionary: {len(dictionary_entries())} definitions")
    text = address.typed("Search the definitions", "definition", placeholder="title, measure, weakness …")
    found = dictionary_entries(text)
    overdue = sum(entry.review_overdue(today) for entry in found)
    say(f"KPIs listed: {len(found)}. Definitions whose review is overdue: {overdue}.")
    with view.take_away:
        offer_file(view.person, "The whole dictionary (Markdown)", "kpi-dictionary.md", "text/markdown", dictionary_markdown)
    for entry in found:
        with st.expander(literal(entry_title(entry, today)), expanded=len(found) == 1):
            draw(entry_markup(entry, today, view.href))
    if not found:
        say(f"No definition holds every word of “{text}”. Empty the box to see them all.")
    st.header("Evidence for each weakness")
    say(f"A weakness with fewer than {LITTLE} KPIs of its own has little evidence, whatever their figures say.")
    draw(evidence_table(evidence_by_weakness(), view.href))


def glossary_tab(view: View) -> None:
    """The words and abbreviations of the programme, explained."""
    title("Words explained")
    text = address.typed("Find a word", "term")
    found = terms_holding(text)
    if found:
        draw(glossary_list(found, text))
    else:
        st.write("No word of the glossary holds that. Empty the box to see them all.")
