"""Plan: what was promised, by whom and by when, what came of it, its risks, and who decides what."""

from pages.parts.address import open_tab
from pages.parts.lists import need_figures
from pages.parts.plan.tabs import actions_tab, decisions_tab, delivered_tab, documents_tab, ended_tab, risks_tab
from pages.parts.reminders import offer_calendar
from pages.parts.view import current

TABS = {
    "Actions": actions_tab,
    "Delivered and changed": delivered_tab,
    "Risks": risks_tab,
    "Decisions": decisions_tab,
    "The plan before": ended_tab,
    "Documents": documents_tab,
}

view = current()
need_figures(view)
open_tab(TABS, view)
offer_calendar(view)
