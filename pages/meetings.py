"""Meetings: what the next one has to talk about, item by item, and the way to present it."""

from pages.parts.lists import need_figures
from pages.parts.telling import draw, say, title
from pages.parts.view import current
from reports.markup.agenda import agenda_list
from reports.progress.agenda import presented
from reports.sentences.agenda import meeting_headline

view = current()
need_figures(view)
items = presented(view.progress, view.area, view.quarter)
if items:
    title(meeting_headline(items, view.quarter))
    draw(agenda_list(items, view.href))
else:
    title("No KPI is red")
    say(f"Nothing to step through for {view.area.name} in {view.quarter}.")
