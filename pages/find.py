"""Find: one box over KPIs, actions, decisions, risks and the glossary."""

import streamlit as st

from pages.parts import address
from pages.parts.telling import draw, say
from pages.parts.view import current
from reports.markup.lists import hits_list
from reports.progress.search import find, nearest_words

view = current()
st.title("Find")
text = address.typed("Find a KPI, an action, a decision, a risk or a word", "q", placeholder="speech therapy")
hits = find(text, view.progress, view.quarter)
if hits:
    say(f"Found for “{text}”: {len(hits)}. Actions and risks are those of {view.quarter}.")
    draw(hits_list(hits, view.href))
elif text:
    close = nearest_words(text, view.progress, view.quarter)
    say(f"Nothing holds every word of “{text}”." + (f" Did you mean: {', '.join(close)}?" if close else ""))
else:
    st.write("Type a word or two. Everything that holds all of them is listed, with the way to it.")
