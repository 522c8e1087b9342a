"""The address brings anyone to exactly this view: links, reload, back, copy."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.steps import arrive, settle, visit

pytestmark = pytest.mark.browser


def asked(page) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def heading(page) -> str:
    return page.locator("h1").inner_text()


def test_a_deep_link_opens_page_quarter_area_kpi_and_moment(page, filled):
    visit(page, f"{filled}/kpi?kpi=plans_within_20_weeks&quarter=2023/24+Q4&area=Ashford&as_at=2024-12-01&tab=Districts")
    assert urlsplit(page.url).path == "/measures", "the address of before leads on"
    strip = page.locator(".strip").inner_text()
    assert strip.startswith("2023/24 Q4, Ashford")
    assert "As at 1 December 2024 at 23:59" in strip
    assert page.get_by_role("tab", name="Places").get_attribute("aria-selected") == "true"


def test_reload_keeps_the_view(page, filled):
    visit(page, f"{filled}/workstream?workstream=5&quarter=2022/23+Q2&area=Kent")
    before = heading(page), asked(page)
    page.reload()
    page.wait_for_selector("h1")
    settle(page)
    assert (heading(page), asked(page)) == before


def test_a_link_in_a_grid_does_not_load_the_app_again_and_back_returns(page, filled):
    visit(page, f"{filled}/?quarter=2022/23+Q2")
    overview = heading(page)
    page.evaluate("window.sameApp = true")
    page.get_by_role("rowheader").get_by_role("link", name="6 EHC process and plan quality").click()
    arrive(page, "EHC process and plan quality")
    assert asked(page) | {"weakness": "6", "quarter": "2022/23 Q2"} == asked(page)
    assert page.evaluate("window.sameApp") is True
    page.go_back()
    arrive(page, overview)
    assert page.evaluate("window.sameApp") is True


def test_a_link_opened_in_a_new_tab_is_an_ordinary_link(page, filled):
    visit(page, filled)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="6 EHC process and plan quality").click(modifiers=["Control"])
    opened.value.wait_for_selector("h1")
    assert "/weaknesses?" in opened.value.url
    assert "/weaknesses" not in page.url


def test_the_address_of_the_view_can_be_copied(page, filled):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{filled}/workstream?workstream=5")
    page.get_by_role("button", name="View").click()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_without_the_clipboard_the_link_is_copied_the_old_way(page, filled):
    visit(page, filled)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="View").click()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()


def test_where_nothing_can_copy_the_address_is_shown(page, filled):
    visit(page, filled)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false")
    page.get_by_role("button", name="View").click()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text(page.url).wait_for()


def test_an_address_that_is_there_no_more_is_led_on_with_its_query(page, filled):
    visit(page, f"{filled}/risks?quarter=2023/24+Q4")
    assert (urlsplit(page.url).path, asked(page)["tab"], asked(page)["quarter"]) == ("/plan", "Risks", "2023/24 Q4")
    assert page.get_by_role("tab", name="Risks").get_attribute("aria-selected") == "true"


def test_a_search_from_the_bar_keeps_the_app_and_what_is_looked_at(page, filled):
    visit(page, f"{filled}/?quarter=2023/24+Q4&area=Ashford")
    page.evaluate("window.sameApp = true")
    page.keyboard.press("/")
    page.keyboard.type("speech")
    page.keyboard.press("Enter")
    arrive(page, "Found for “speech”")
    assert asked(page) | {"q": "speech", "quarter": "2023/24 Q4", "area": "Ashford"} == asked(page)
    assert page.evaluate("window.sameApp") is True
