"""A board meets and signs off: what was asked opens the next agenda, and what is published stays as it was signed."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from access.passwords import hashed
from programme.access import Role
from programme.moment import LONDON, day_text
from store.accounts.people import enrol, set_password
from store.database import Database
from store.returns.versions import accept
from tests.accepting import by, person
from tests.browser.conftest import serve
from tests.browser.steps import go_to, press, settle
from tests.browser.test_sign_in import drawn, sign_in
from tests.store.submissions import IN_TIME, ISSUED, Q3, standard

pytestmark = pytest.mark.browser
PATIENCE = 30_000  # milliseconds: after each deed the records are read again
PASSWORD = "meadow-lantern-forty"
ASKED = "Why do *most* plans come late?"
NEXT = Q3 + 1


@pytest.fixture
def path(tmp_path):
    """A store with a return of each of two quarters, a chair, a lead and a reader."""
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        for quarter, in_time in ((Q3, 20), (NEXT, 30)):
            accept(database, standard({ISSUED: 50, IN_TIME: in_time}, quarter=quarter), by())
        for role in (Role.CHAIR, Role.LEAD, Role.READER):
            number = enrol(database, str(role), [role], person()).number
            set_password(database, number, hashed(PASSWORD))
    return database.path


def signed_in(browser_of, address, name, view):
    page = browser_of().new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}/{view}")
    sign_in(page, name, PASSWORD)
    drawn(page)
    return page


def signs(page, deed: str, note: str, finding: str) -> None:
    """Open the form of a deed, say a note, and press its button, until the page is headed by what was done."""
    page.get_by_text(deed, exact=True).first.click()
    page.get_by_label("Note").first.fill(note)
    press(page.get_by_role("button", name=deed), page.locator("h1", has_text=finding))


def test_what_a_chair_asks_is_answered_and_signed_off_and_stays_as_published(browser_of, path):
    for address in serve(path):
        _meets_and_signs(browser_of, address)
    with Database.open(path) as database:
        with database.transaction() as cursor:  # the day of the embargo comes
            cursor.execute("UPDATE sign_offs SET embargo = done_at WHERE embargo IS NOT NULL")
        for number in range(10):
            accept(database, standard({ISSUED: 50, IN_TIME: 31 + number}, quarter=NEXT), by())
    for address in serve(path):
        _stays_as_published(browser_of, address)


def _meets_and_signs(browser_of, address) -> None:
    chair = signed_in(browser_of, address, "chair", f"meetings?quarter={Q3}")
    chair.get_by_text(f"Open a meeting on {Q3}").click()
    press(chair.get_by_role("button", name="Open the meeting"), chair.get_by_text(f"Meeting 1 on {Q3} is open."))
    go_to(chair, f"measures?kpi=plans_within_20_weeks&quarter={Q3}")
    expect(chair.get_by_role("button", name="Record in the meeting")).to_be_visible(timeout=PATIENCE)
    chair.keyboard.press("c")
    expect(chair.get_by_label("What is asked?")).to_be_focused(timeout=PATIENCE)
    chair.keyboard.type(ASKED)
    chair.keyboard.press("Enter")
    expect(chair.get_by_text("Recorded as M1-1, a challenge.")).to_be_visible(timeout=PATIENCE)
    go_to(chair, f"meetings?quarter={NEXT}")
    chair.get_by_text("Close the meeting").first.click()
    arisen = chair.get_by_role("heading", name="One matter arises from earlier meetings")
    press(chair.get_by_role("button", name="Close the meeting"), arisen)

    lead = signed_in(browser_of, address, "lead", f"meetings?tab=On+record&quarter={NEXT}")
    lead.get_by_text("Answer the board").click()
    lead.get_by_label("The answer, or how far it is").fill("Two caseworkers left; both posts are filled.")
    press(lead.get_by_role("button", name="Answer", exact=True), lead.get_by_text("The answer is on record."))
    go_to(lead, f"meetings?tab=Sign-off&quarter={NEXT}")
    signs(lead, "Send for review", "Ready for the board", f"{NEXT} waits for review")

    go_to(chair, f"meetings?tab=Sign-off&quarter={NEXT}")
    signs(chair, "Approve", "Read with the leads", f"{NEXT} is approved and not published")
    chair.get_by_text("Publish", exact=True).first.click()
    tomorrow = datetime.now(LONDON).date() + timedelta(days=1)
    chair.get_by_role("spinbutton", name="day, Shown from (empty: at once)").click()
    chair.keyboard.type(f"{tomorrow:%d%m%Y}")
    chair.get_by_label("Note").first.fill("For members first")
    press(chair.get_by_role("button", name="Publish"), chair.locator("h1", has_text=f"{NEXT} is published, under embargo"))
    expect(chair.get_by_text(f"to be shown from {day_text(tomorrow)} at 09:00")).to_be_visible(timeout=PATIENCE)


def _stays_as_published(browser_of, address) -> None:
    reader = signed_in(browser_of, address, "reader", f"measures?kpi=plans_within_20_weeks&quarter={NEXT}")
    expect(reader.locator("h1")).to_contain_text("60.0%", timeout=PATIENCE)
    corrected = "Corrected since: 10 returns were accepted; 1 figure says something else."
    expect(reader.locator(".strip")).to_contain_text(corrected, timeout=PATIENCE)
    go_to(reader, f"meetings?tab=Sign-off&quarter={NEXT}")
    settle(reader)
    moved = reader.get_by_text("return.xlsx was accepted, which changed: ")
    expect(moved).to_have_count(10, timeout=PATIENCE)
