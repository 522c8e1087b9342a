"""Words are written on screen: two people at once, and the second is told what changed and loses nothing typed."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import press, visit

pytestmark = pytest.mark.browser
PATIENCE = 30_000  # milliseconds: after each deed the records are read again
WHY = "Why is it written, or written otherwise than it stands?"


def opened(page, server):
    visit(page, f"{server}/weaknesses?weakness=6")
    page.get_by_text("Assess this weakness").click()
    expect(page.get_by_role("textbox", name="Reason", exact=True)).to_be_visible(timeout=PATIENCE)
    return page


def assessed(page, name, reason, told):
    page.get_by_label("Your name or role").first.fill(name)
    page.get_by_role("textbox", name="Reason", exact=True).fill(reason)
    page.get_by_label(WHY).fill("more is known")
    press(page.get_by_role("button", name="Store these words"), page.get_by_text(told))


def test_of_two_who_write_at_once_the_second_is_told_and_loses_nothing(page, browser_of, own_server):
    first, second = opened(page, own_server), opened(browser_of().new_page(), own_server)
    assessed(first, "Ann", "The *oldest* are gone.", "Stored: written here on")
    expect(first.get_by_text("The *oldest* are gone.", exact=False).first).to_be_visible(timeout=PATIENCE)
    overtaken = "What you were shown is no longer what is said: Ann"
    assessed(second, "Bo", "Plans are still late.", overtaken)
    expect(second.get_by_text(overtaken)).to_contain_text("“The *oldest* are gone.” in place of")
    expect(second.get_by_role("textbox", name="Reason", exact=True)).to_have_value("Plans are still late.")
    press(second.get_by_role("button", name="Store these words"), second.get_by_text("Stored: written here on"))
