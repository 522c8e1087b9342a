"""The calendar of what comes due, to take away from the pages where somebody meets what is due."""

from pages.parts.files import offer_file
from pages.parts.view import View
from reports.documents.calendar import CALENDAR
from reports.documents.reminders import calendar_of

LABEL = "Calendar of what comes due (.ics)"


def offer_calendar(view: View) -> None:
    """Offer a calendar file of what concerns whoever looks, in the roles that they look as."""
    with view.take_away:
        offer_file(view.person, LABEL, "wsoa-monitor.ics", CALENDAR, lambda: calendar_of(view.progress, view.person.roles))
