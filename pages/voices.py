"""Voices: what children and parents said in the last year, what was done, and what difference it made."""

import streamlit as st

from pages.parts import address
from pages.parts.downloads import table_with_download
from pages.parts.lists import need_figures
from pages.parts.telling import draw, say, title
from pages.parts.view import current
from programme.areas import KENT
from programme.workstreams import weaknesses
from reports.markup.voices import voices_by_heading
from reports.progress.voices import HEARD_OVER, by_heading, heard, numbers_by_period
from reports.sentences.participation import participation_sentence, voices_headline
from reports.tables.voices import periods_table

ALL = "all"

view = current()
need_figures(view)
head = st.container()
names = {str(each.number): each.label for each in weaknesses().values()}
about = address.choose("About", "for_weakness", [ALL, *names], ALL, lambda number: names.get(number, "everything"))
year = view.quarter.last(HEARD_OVER)
said = heard(view.progress, view.quarter, None if about == ALL else int(about))
with head:  # says what was chosen below it
    title(voices_headline(len(said), year))
if view.area != KENT:
    say(f"What was said is recorded for {KENT.name} as a whole, not for {view.area.name}.", quiet=True)
if said:
    say(participation_sentence(list(said)))
    table_with_download(view, periods_table(numbers_by_period(said)), "people.csv")
    draw(voices_by_heading(by_heading(said), view.href))
else:
    say(f"Nothing was recorded from {year[0]} to {year[-1]}. That is not the same as that nobody spoke.")
