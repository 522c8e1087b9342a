"""An open meeting in the store of an app under test, and the page as somebody with a role opens it anew."""

from datetime import date

from pages.parts.view import database
from programme.access import EVERY_ROLE, Person
from programme.meeting import AgendaPoint, Attendee, Meeting
from programme.quarter import Quarter
from programme.submission import Acceptance
from store.meetings.meetings import meetings, open_meeting, say_attendance
from tests.pages.test_data import press

NOW = Quarter.parse("2024/25 Q3")
CHAIR = Person("The chair", "", EVERY_ROLE, alone=True)


def chair(**more) -> Acceptance:
    return Acceptance(CHAIR, **more)


def held(quarter: Quarter = NOW) -> None:
    """Open a meeting, with two points and two roles that came."""
    number = open_meeting(
        database(), quarter, date(2025, 3, 12), chair(), [AgendaPoint("worsening"), AgendaPoint("missing")]
    )
    say_attendance(database(), number, [Attendee("Chair of the board"), Attendee("Parent carer forum")], chair())


def newest() -> Meeting:
    return meetings(database())[-1]


def pressed(app, label: str) -> None:
    """Press, and draw the page once more: after beginning anew AppTest gives what is drawn other identities."""
    press(app, label)
    app.run()
