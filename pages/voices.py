"""Voices: what children and parents said in the last year, what was done, and what difference it made."""

from pages.parts import address
from pages.parts.lists import need_figures
from pages.parts.telling import draw, say, title
from pages.parts.view import current
from programme.areas import KENT
from programme.workstreams import weaknesses
from reports.markup.plan import said_and_done
from reports.sentences.participation import participation_sentence

ALL = "all"

view = current()
need_figures(view)
title("You said, we did")
names = {str(each.number): each.label for each in weaknesses().values()}
about = address.choose("About", "for_weakness", [ALL, *names], ALL, lambda number: names.get(number, "everything"))
year = view.quarter.last(4)
said = [
    each
    for each in reversed(view.records.logs.participation)
    if each.quarter in year and (about == ALL or int(about) in each.weaknesses)
]
if view.area != KENT:
    say(f"What was said is recorded for {KENT.name} as a whole, not for {view.area.name}.", quiet=True)
if said:
    say(f"From {year[0]} to {year[-1]}: {participation_sentence(said)}")
    draw(said_and_done(said))
else:
    say(f"Nothing was recorded from {year[0]} to {year[-1]}. That is not the same as that nobody spoke.")
