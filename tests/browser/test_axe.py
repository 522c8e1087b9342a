"""axe-core over every page and every tab, light and dark, wide and narrow: nothing serious, and the rest is on record."""

from urllib.parse import parse_qs

import pytest

from pages.parts.navigation import PAGES
from tests.browser.steps import go_to, visit

pytestmark = pytest.mark.browser
TABS = ("Table", "Districts", "Comparators", "Process control", "Definition", "Where it comes from")
ADDRESSES = [(f"/{'' if name == 'overview' else name}", title) for name, title in PAGES.items()]
ADDRESSES += [(f"/kpi?kpi=plans_within_20_weeks&tab={tab}", PAGES["kpi"]) for tab in TABS]
ADDRESSES += [("/find?q=speech", PAGES["find"]), ("/dictionary?definition=timetables", PAGES["dictionary"])]
# What Streamlit itself causes and no setting removes; docs/accessibility.md gives the reasons.
ON_RECORD = {"presentation-role-conflict"}
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 27)"}  # .streamlit/config.toml
SETTLED = "!document.querySelector('[data-stale=true]')"


VIOLATIONS = "async () => (await axe.run({ resultTypes: ['violations'] })).violations"


@pytest.fixture
def page(page):
    """A page that has axe-core in it; it stays there while links inside the app are followed."""
    from axe_playwright_python.base import AXE_SCRIPT

    page.add_init_script(AXE_SCRIPT)
    return page


def violations(page) -> set[tuple[str, str, str]]:
    return {(each["impact"], each["id"], each["nodes"][0]["html"][:120]) for each in page.evaluate(VIOLATIONS)}


def unexpected(page) -> dict[str, set]:
    """What is not on record, in either theme."""
    found = {}
    for scheme, ground in GROUNDS.items():
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(f"getComputedStyle(document.querySelector('.stApp')).backgroundColor === '{ground}'")
        found[scheme] = {each for each in violations(page) if each[1] not in ON_RECORD}
    return {scheme: each for scheme, each in found.items() if each}


@pytest.mark.parametrize("part", range(2))
def test_no_page_has_a_violation_that_is_not_on_record(page, filled, part):
    visit(page, filled)
    found = {}
    for path, title in ADDRESSES[part::2]:
        go_to(page, path, title)
        if tab := parse_qs(path.partition("?")[2]).get("tab"):
            page.locator("[role=tab][aria-selected=true]", has_text=tab[0]).wait_for()
        page.wait_for_function(SETTLED)
        found[path] = unexpected(page)
    assert {path: each for path, each in found.items() if each} == {}


def test_the_menu_of_a_narrow_screen_has_none_either(page, filled):
    page.set_viewport_size({"width": 320, "height": 700})
    visit(page, filled)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Weaknesses").wait_for()
    assert unexpected(page) == {}


def test_an_empty_store_has_none(empty, page):
    visit(page, empty)
    assert unexpected(page) == {}
