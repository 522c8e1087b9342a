"""A phone, and 200% zoom of a small screen: everything is there, and only tables scroll sideways."""

import pytest

from pages.parts.navigation import PAGES
from tests.browser.steps import go_to, visit

pytestmark = pytest.mark.browser
SIDEWAYS = "[document.querySelector('[data-testid=stMain]').scrollWidth, document.documentElement.scrollWidth]"


@pytest.mark.parametrize("width", [320, 640])
def test_no_page_scrolls_sideways(chromium, filled, width):
    context = chromium.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    visit(page, filled)
    wide = {}
    for name, title in PAGES.items():
        go_to(page, f"/{'' if name == 'overview' else name}", title)
        widest = max(page.evaluate(SIDEWAYS))
        wide |= {name: widest} if widest > width else {}
    context.close()
    assert wide == {}


def test_the_heat_map_scrolls_in_its_own_frame_by_keyboard(chromium, filled):
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    visit(page, filled)
    frame = page.locator(".scroll")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")
    context.close()


def test_the_overview_fits_one_projector_screen(chromium, filled):
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    visit(page, filled)
    bottom = page.locator(".grid").evaluate("grid => grid.getBoundingClientRect().bottom")
    context.close()
    assert bottom <= 720


def test_on_paper_the_grid_is_whole_and_the_controls_are_gone(chromium, filled):
    context = chromium.new_context(viewport={"width": 1047, "height": 740}, color_scheme="dark")
    page = context.new_page()
    visit(page, filled)
    page.emulate_media(media="print")
    right = page.locator(".grid").evaluate("grid => grid.getBoundingClientRect().right")
    assert right <= 1047
    assert not page.locator(".st-key-choices").is_visible()
    assert page.locator("h1").evaluate("title => getComputedStyle(title).color") == "rgb(0, 0, 0)"
    context.close()
