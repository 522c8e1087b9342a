"""The ways through the app that people take before and in a meeting."""

import pytest

from tests.browser.steps import arrive, settle, visit

pytestmark = pytest.mark.browser


def heading(page) -> str:
    return page.locator("h1").inner_text()


def test_a_board_member_from_the_overview_through_a_weakness_to_the_meeting_and_back_in_time(page, filled):
    visit(page, filled)
    now = heading(page)
    page.get_by_role("link", name="8 Health waiting times").click()
    arrive(page, "Weaknesses")
    assert heading(page).startswith("Health waiting times: of 10 KPIs")
    page.get_by_role("link", name="Overview").click()
    arrive(page, "Overview")
    page.get_by_role("link", name="Step through all").click()
    arrive(page, "Meeting")
    first = heading(page)
    page.get_by_role("button", name="Next").click()
    page.get_by_text(": 2 of ").wait_for()
    assert heading(page) != first
    page.get_by_role("link", name="Overview").click()
    arrive(page, "Overview")
    page.get_by_label("As at").fill("2024-11-30")
    page.get_by_label("As at").press("Enter")
    page.get_by_text("As at 30 November 2024 at 23:59:").wait_for()
    settle(page)
    assert heading(page) != now
    page.get_by_role("link", name="Back to now").click()
    page.get_by_text("As known now").wait_for()
    settle(page)
    assert page.locator(".strip").inner_text().startswith("2024/25 Q2, Kent, final.")
    page.go_back()
    page.get_by_text("As at 30 November 2024 at 23:59:").wait_for()


def test_a_programme_lead_from_what_changed_to_a_kpi_and_the_cell_it_came_from(page, filled):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, filled)
    page.get_by_role("link", name="All that changed").click()
    arrive(page, "Changes")
    page.get_by_role("link", name="Find", exact=True).click()
    arrive(page, "Find")
    page.get_by_label("Find a KPI").fill("plans within 20 weeks rolling")
    page.get_by_label("Find a KPI").press("Enter")
    page.get_by_role("link", name="Plans issued within 20 weeks, rolling 12 months").click()
    arrive(page, "KPIs")
    page.get_by_role("tab", name="Where it comes from").click()
    page.get_by_text("Figures!").first.wait_for()
    settle(page)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    colleague = page.context.new_page()
    visit(colleague, page.evaluate("navigator.clipboard.readText()"))
    colleague.get_by_text("Figures!").first.wait_for()
    assert heading(colleague) == heading(page)
