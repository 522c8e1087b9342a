"""axe-core over every page and every tab, light and dark: nothing serious, and the rest is on record.

On a phone every page is asked by `test_narrow.py`, which is there anyway.
"""

from urllib.parse import parse_qs

import pytest

from tests.browser.steps import every_view, go_to, visit

pytestmark = pytest.mark.browser
# What Streamlit itself causes and no setting removes; docs/accessibility.md gives the reasons.
ON_RECORD = {"presentation-role-conflict"}
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 27)"}  # .streamlit/config.toml


VIOLATIONS = "async (tags) => (await axe.run({ resultTypes: ['violations'], ...tags })).violations"
COLOUR = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}  # all that another theme can change


@pytest.fixture
def page(page):
    """A page that has axe-core in it; it stays there while links inside the app are followed."""
    from axe_playwright_python.base import AXE_SCRIPT

    page.add_init_script(AXE_SCRIPT)
    return page


def violations(page, only: dict | None = None) -> set[tuple[str, str, str]]:
    found = page.evaluate(VIOLATIONS, only or {})
    return {(each["impact"], each["id"], each["nodes"][0]["html"][:120]) for each in found}


def unexpected(page) -> dict[str, set]:
    """What is not on record, in either theme: by every rule in light, by those about colour in dark."""
    found = {}
    for scheme, ground in GROUNDS.items():
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(f"getComputedStyle(document.querySelector('.stApp')).backgroundColor === '{ground}'")
        only = COLOUR if scheme == "dark" else None
        found[scheme] = {each for each in violations(page, only) if each[1] not in ON_RECORD}
    return {scheme: each for scheme, each in found.items() if each}


@pytest.mark.parametrize("part", range(2))
def test_no_page_has_a_violation_that_is_not_on_record(page, filled, part):
    visit(page, filled)
    found = {}
    for path in every_view()[part::2]:
        go_to(page, path)
        if tab := parse_qs(path.partition("?")[2]).get("tab"):
            page.locator("[role=tab][aria-selected=true]", has_text=tab[0]).wait_for()
        found[path] = unexpected(page)
    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.parametrize("width", [320, 640, 768, 1024, 1280])
def test_the_menu_has_none_at_any_width(page, filled, width):
    page.set_viewport_size({"width": width, "height": 720})
    visit(page, filled)
    if page.get_by_test_id("stExpandSidebarButton").is_visible():
        page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Weaknesses", exact=True).wait_for()
    assert unexpected(page) == {}


def test_an_address_where_no_page_is_has_none(page, filled):
    """It is a page of its own, without the app."""
    assert page.goto(f"{filled}/no-such-page").status == 404
    assert page.locator("h1").count() == 1
    for scheme in GROUNDS:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == set()


@pytest.mark.parametrize("name", ["View", "Take away"])
def test_what_opens_from_the_bar_has_none(page, filled, name):
    visit(page, f"{filled}/measures?kpi=plans_within_20_weeks")
    page.get_by_role("button", name=name).click()
    page.get_by_test_id("stPopoverBody").wait_for()
    assert unexpected(page) == {}


def test_an_empty_store_has_none(empty, page):
    visit(page, empty)
    assert unexpected(page) == {}
