"""The day of a programme lead and of a board member, from their first click to their last."""

import pytest

from tests.browser.steps import arrive, settle, visit

pytestmark = pytest.mark.browser


def test_a_programme_lead_goes_from_what_changed_to_the_cell(page, filled):
    visit(page, f"{filled}/changes?quarter=2024/25+Q3")
    assert page.locator("h1").inner_text() == "What changed from 2024/25 Q2 to 2024/25 Q3"
    visit(page, f"{filled}/?quarter=2024/25+Q3")
    page.get_by_role("link", name="Plans issued after more than a year").first.click()
    arrive(page, "KPIs")
    page.get_by_role("tab", name="Where it comes from").click()
    settle(page)
    table = page.get_by_role("table").first
    table.wait_for()
    for told in ("2024-25-Q3.xlsx", "Figures", "SEND performance analyst"):
        assert told in table.inner_text()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert "plans_over_52_weeks" in page.url


def test_a_board_member_reads_a_weakness_steps_through_the_reds_and_goes_back_in_time(page, filled):
    visit(page, filled)
    now = page.locator("h1").inner_text()
    page.get_by_role("link", name="8 Health waiting times").click()
    arrive(page, "Weaknesses")
    for part in ("Delivered", "Changed", "What evidence is missing"):
        page.get_by_role("heading", name=part).wait_for()
    visit(page, f"{filled}/meeting")
    first = page.locator("h1").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("first => document.querySelector('h1').innerText !== first", arg=first)
    visit(page, f"{filled}/?as_at=2024-11-30")
    assert "As at 30 November 2024" in page.locator(".strip").inner_text()
    assert page.locator("h1").inner_text() != now
