"""Meetings: what the next one has to talk about, what boards put on record, the minutes, and the sign-off of the quarter."""

from pages.parts.address import open_tab
from pages.parts.lists import need_figures
from pages.parts.meeting.signing import sign_off_tab
from pages.parts.meeting.tabs import agenda_tab, minutes_tab, records_tab
from pages.parts.reminders import offer_calendar
from pages.parts.view import current

TABS = {"Agenda": agenda_tab, "On record": records_tab, "Minutes": minutes_tab, "Sign-off": sign_off_tab}

view = current()
need_figures(view)
open_tab(TABS, view)
offer_calendar(view)
