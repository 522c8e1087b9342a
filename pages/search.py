"""Search: what was found for the words in the bar, over KPIs, actions, decisions, risks, voices and the glossary."""

import streamlit as st

from pages.parts.telling import draw, say, title
from pages.parts.view import current
from reports.markup.lists import hits_list, searches_offered
from reports.progress.search import find, searches_instead

view = current()
text = st.query_params.get("q", "").strip()
hits = find(text, view.progress, view.quarter)
if hits:
    title(f"Found for “{text}”: {len(hits)}")
    say(f"Actions, risks and figures are those of {view.quarter}.", quiet=True)
    draw(hits_list(hits, view.href))
elif text:
    title(f"Nothing holds every word of “{text}”")
    if instead := searches_instead(text, view.progress, view.quarter):
        draw(searches_offered(instead, view.href))
    else:
        say("Search for fewer words, or write them otherwise.")
else:
    title("Search")
    say("Type a word or two into the box above. Everything that holds all of them is listed, with the way to it.")
