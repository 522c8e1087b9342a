"""With the keyboard alone: choose a quarter, follow a link, step through the meeting."""

import pytest

from tests.browser.steps import arrive, go_to, settle, visit

pytestmark = pytest.mark.browser
FOCUSED_LINK = "document.activeElement.tagName === 'A' ? document.activeElement.innerText : ''"


def tab_to(page, wanted: str, presses: int = 80) -> None:
    for _ in range(presses):
        page.keyboard.press("Tab")
        if wanted in page.evaluate(FOCUSED_LINK):
            return
    pytest.fail(f"{wanted} cannot be reached with the Tab key")


def test_from_this_quarter_to_a_weakness(page, filled):
    visit(page, filled)
    tab_to(page, "6 EHC process")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    arrive(page, "EHC process")
    assert page.locator("h1").inner_text().startswith("EHC process and plan quality")


def test_the_meeting_is_stepped_through_with_the_arrow_keys(page, filled):
    visit(page, f"{filled}/present")
    page.get_by_role("button", name="Next").wait_for()
    first = page.locator("h1").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("first => document.querySelector('h1').innerText !== first", arg=first)
    settle(page)
    page.get_by_text("item 2 of ").wait_for()
    page.keyboard.press("ArrowLeft")
    page.get_by_text("item 1 of ").wait_for()
    assert page.locator("h1").inner_text() == first


def test_nothing_is_typed_in_a_presentation_and_a_digit_opens_its_item(page, filled):
    visit(page, f"{filled}/present")
    page.get_by_role("button", name="Next").wait_for()
    assert page.locator("input:visible").count() == 0  # so that no key that moves the meeting is meant for a box
    page.keyboard.press("3")
    page.get_by_text("item 3 of ").wait_for()


def test_where_the_browser_draws_in_its_own_colours_the_open_tab_and_the_pressed_button_are_seen(page, filled):
    page.emulate_media(forced_colors="active")
    visit(page, f"{filled}/measures?show=red")
    grounds = page.evaluate(
        "[...document.querySelectorAll('.filter button')].map((each) => getComputedStyle(each).backgroundColor)"
    )
    assert len(set(grounds)) == 2 and grounds.count(grounds[1]) == 1, "that of the reds alone is another"
    go_to(page, "/plan?tab=Risks")
    lines = page.get_by_role("tab").evaluate_all("tabs => tabs.map((each) => getComputedStyle(each).borderBottomWidth)")
    assert lines == ["0px", "0px", "3px", "0px", "0px", "0px"]
