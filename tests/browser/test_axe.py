"""axe-core over every page and every tab, light and dark, wide and narrow: nothing serious, and the rest is on record."""

import pytest

from pages.parts.navigation import PAGES
from tests.browser.steps import go_to, visit

TABS = ("Table", "Districts", "Comparators", "Process control", "Definition", "Where it comes from")
ADDRESSES = [(f"/{'' if name == 'overview' else name}", title) for name, title in PAGES.items()]
ADDRESSES += [(f"/kpi?kpi=plans_within_20_weeks&tab={tab}", PAGES["kpi"]) for tab in TABS]
ADDRESSES += [("/find?q=speech", PAGES["find"]), ("/dictionary?definition=timetables", PAGES["dictionary"])]
# What Streamlit itself causes and no setting removes; docs/accessibility.md gives the reasons.
ON_RECORD = {"presentation-role-conflict"}
SETTLED = "!document.querySelector('[data-stale=true]')"


@pytest.fixture
def axe():
    from axe_playwright_python.sync_playwright import Axe

    return Axe()


def violations(axe, page) -> set[tuple[str, str, str]]:
    found = axe.run(page).response["violations"]
    return {(each["impact"], each["id"], each["nodes"][0]["html"][:120]) for each in found}


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_violation_that_is_not_on_record(chromium, filled, axe, scheme):
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    visit(page, filled)
    found = {}
    for path, title in ADDRESSES:
        go_to(page, path, title)
        page.wait_for_function(SETTLED)
        unexpected = {each for each in violations(axe, page) if each[1] not in ON_RECORD}
        found |= {path: unexpected} if unexpected else {}
    context.close()
    assert found == {}


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_menu_of_a_narrow_screen_has_none_either(chromium, filled, axe, scheme):
    context = chromium.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    page = context.new_page()
    visit(page, filled)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Weaknesses").wait_for()
    found = violations(axe, page)
    context.close()
    assert found == set()


@pytest.mark.browser
def test_an_empty_store_has_none(empty, page, axe):
    visit(page, empty)
    assert violations(axe, page) == set()
