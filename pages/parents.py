"""For parents: one page for each weakness and one for all, in plain words."""

import streamlit as st

from pages.parts.address import not_there
from pages.parts.lists import need_figures
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import current
from programme.areas import KENT
from programme.workstreams import weaknesses
from reports.markup.parents import others_markup, parents_markup
from reports.progress.parents import for_parents
from reports.sentences.parents import all_for_parents, parents_page

view = current()
need_figures(view)
asked = st.query_params.get("weakness", "")
found = {str(number): for_parents(view.progress, about, view.quarter) for number, about in weaknesses().items()}
if asked and asked not in found:
    st.warning(literal(not_there("weakness", asked, "the page about all nine")))
one = found.get(asked)
page = parents_page(one) if one else all_for_parents(tuple(found.values()))
title(page.title)
if view.area != KENT:
    say(f"This page is about all of {KENT.name}, not only {view.area.name}.")
draw(parents_markup(page, view.href))
if one:  # the page about all nine has the ways in its text
    draw(others_markup(asked, view.href))
