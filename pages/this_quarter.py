"""This quarter: the finding, where the nine weaknesses stand, what needs the board, and what changed."""

from pages.parts.address import open_tab
from pages.parts.lists import need_figures
from pages.parts.pack import offer_pack
from pages.parts.quarter import finding, groups_tab_of, needed_below, what_changed
from pages.parts.reminders import offer_calendar
from pages.parts.view import current
from programme.workstreams import weaknesses, workstreams

view = current()
need_figures(view)
finding(view)
open_tab(
    {
        "Weaknesses": groups_tab_of(tuple(weaknesses().values())),
        "Workstreams": groups_tab_of(tuple(workstreams().values())),
        "What changed": what_changed,
    },
    view,
)
needed_below(view)
offer_calendar(view)
offer_pack(view)
