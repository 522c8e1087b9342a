"""Glossary: the words and abbreviations of the programme, explained."""

import streamlit as st

from pages.parts import address
from pages.parts.telling import draw
from pages.parts.view import current
from programme.glossary import glossary
from reports.markup.lists import glossary_list

current()
st.title("Glossary")
text = address.typed("Find a word", "term").casefold()
found = [term for term in glossary() if text in f"{term.title} {term.meaning}".casefold()]
if found:
    draw(glossary_list(found))
else:
    st.write("No word of the glossary holds that. Empty the box to see them all.")
