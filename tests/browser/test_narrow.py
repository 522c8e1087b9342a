"""A phone, and 200% zoom of a small screen: everything is there, and only tables scroll sideways."""

import pytest

from tests.browser.steps import every_view, go_to, visit

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 700}
BOX = "[data-testid=stAlertContainer]"
SIDEWAYS = "[document.querySelector('[data-testid=stMain]').scrollWidth, document.documentElement.scrollWidth]"


def test_no_page_scrolls_sideways(page, filled):
    page.set_viewport_size(PHONE)
    visit(page, filled)
    wide = {}
    for name in every_view():
        go_to(page, name)
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 700})
            widest = max(page.evaluate(SIDEWAYS))
            wide |= {(name, width): widest} if widest > width else {}
    assert wide == {}


def test_the_heat_map_scrolls_in_its_own_frame_by_keyboard(page, filled):
    page.set_viewport_size(PHONE)
    visit(page, f"{filled}/weaknesses?workstream=3")
    frame = page.locator(".scroll:has(.grid)")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.scroll:has(.grid)').scrollLeft > 0")


def test_this_quarter_fits_one_projector_screen(page, filled):
    page.set_viewport_size({"width": 1280, "height": 720})
    visit(page, filled)
    for part in (".standing-rows", ".needs"):
        assert page.locator(part).evaluate("part => part.getBoundingClientRect().bottom") <= 720


def test_on_paper_the_grid_is_whole_and_the_controls_are_gone(page, filled):
    page.set_viewport_size({"width": 1047, "height": 740})
    page.emulate_media(color_scheme="dark")
    visit(page, f"{filled}/weaknesses?workstream=3")
    page.emulate_media(media="print", color_scheme="dark")
    right = page.locator(".grid").evaluate("grid => grid.getBoundingClientRect().right")
    assert right <= 1047
    assert not page.locator(".st-key-choices").is_visible()
    assert page.locator("h1").evaluate("title => getComputedStyle(title).color") == "rgb(0, 0, 0)"


def test_a_sentence_in_a_box_is_black_on_white_on_paper(page, filled):
    page.emulate_media(color_scheme="dark")
    visit(page, f"{filled}/measures?kpi=permanent_exclusions_send")
    page.locator(BOX).first.wait_for()
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_function(f"getComputedStyle(document.querySelector('{BOX}')).backgroundColor === 'rgb(255, 255, 255)'")
    page.wait_for_function(f"getComputedStyle(document.querySelector('{BOX} p')).color === 'rgb(0, 0, 0)'")
    assert not page.get_by_role("tablist").is_visible()


def test_on_paper_a_chart_is_whole_as_wide_as_the_text(page, filled):
    page.set_viewport_size({"width": 700, "height": 900})
    visit(page, f"{filled}/measures?kpi=plans_within_20_weeks")
    chart = page.locator(".on-paper").first
    assert not chart.is_visible()
    page.emulate_media(media="print")
    box = chart.bounding_box()
    assert box["width"] > 300 and box["x"] + box["width"] <= 700 and box["height"] > 150
    assert not page.locator(".stPlotlyChart").first.is_visible()


def test_on_paper_the_dictionary_has_its_definitions(page, filled):
    visit(page, f"{filled}/data?tab=Dictionary&definition=tribunal")
    page.emulate_media(media="print")
    for told in page.locator(".stExpander dl.facts").all():
        assert told.is_visible() and told.bounding_box()["height"] > 100


def test_on_paper_what_needs_the_board_does_not_stand_on_the_table(page, filled):
    visit(page, filled)
    page.emulate_media(media="print")
    assert not page.locator(".needs").first.is_visible()
    assert page.locator(".needed").is_visible()
