"""A board meets: the chair challenges what is on the screen by keys, and what nobody answered opens the next agenda."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import go_to, press, settle, visit

pytestmark = pytest.mark.browser
PATIENCE = 30_000  # milliseconds: after each deed the records are read again
ASKED = "Why do *old* cases still take a year?"


def test_a_chair_holds_a_meeting_by_keys_and_a_lead_answers_what_arises(page, own_server):
    visit(page, f"{own_server}/meetings")
    page.get_by_text("Open a meeting on 2024/25 Q3").click()
    page.get_by_label("Your name or role").first.fill("The chair")
    press(page.get_by_role("button", name="Open the meeting"), page.get_by_text("Meeting 2 on 2024/25 Q3 is open."))

    go_to(page, "measures?kpi=plans_over_52_weeks")
    expect(page.get_by_role("button", name="Record in the meeting")).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("c")
    expect(page.get_by_label("What is asked?")).to_be_focused(timeout=PATIENCE)
    settle(page)
    page.keyboard.press("Enter")
    refused = page.get_by_text("A challenge must say what it is, got: nothing.")
    expect(refused).to_be_in_viewport(ratio=1, timeout=PATIENCE)
    settle(page)
    page.get_by_label("What is asked?").focus()
    page.keyboard.type(ASKED)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Recorded as M2-5, a challenge.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Challenged, not answered: 1 of 1")).to_be_visible(timeout=PATIENCE)

    go_to(page, "meetings")
    page.get_by_text("Close the meeting").first.click()
    arisen = page.get_by_role("heading", name="Three matters arise from earlier meetings, 1 of them overdue")
    press(page.get_by_role("button", name="Close the meeting"), arisen)

    go_to(page, "meetings?tab=On+record")
    page.get_by_text("Answer the board").click()
    page.get_by_label("The answer, or how far it is").fill("The last are issued in May.")
    press(page.get_by_role("button", name="Answer", exact=True), page.get_by_text("The answer is on record."))
    settle(page)
    expect(page.locator("#M1-1").get_by_text("“The last are issued in May.”")).to_be_visible(timeout=PATIENCE)
