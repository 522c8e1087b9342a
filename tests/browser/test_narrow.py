"""A phone, and 200% zoom of a small screen: everything is there, and only tables scroll sideways."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import arrive, every_view, go_to, refused_requests, visit
from tests.browser.test_axe import ON_RECORD, violations

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 700}
BOX = "[data-testid=stAlertContainer]"
SIDEWAYS = "[document.querySelector('[data-testid=stMain]').scrollWidth, document.documentElement.scrollWidth]"


HEADLINE = "[document.querySelector('h1').getBoundingClientRect()].map(box => [box.top, box.bottom])[0]"
AWAY = """[...document.querySelectorAll(':is(tr, li, details) :is(.chip, .brag)')].filter((chip) => {
    const box = chip.getBoundingClientRect();
    return box.width && chip.checkVisibility() && (box.left < 0 || box.right > innerWidth);
}).map((chip) => chip.closest('tr, li, details').innerText.slice(0, 60))"""


@pytest.fixture(scope="module")
def phone(window, filled):
    """What a phone shows of every view: how wide it is, where its finding stands, ratings away, what axe has against it; and
    what was refused."""
    from axe_playwright_python.base import AXE_SCRIPT

    page, found = window.new_page(), {}
    page.add_init_script(AXE_SCRIPT)
    refused = refused_requests(page)
    page.set_viewport_size(PHONE)
    visit(page, filled)
    for name in every_view():
        go_to(page, name)
        headline, against = page.evaluate(HEADLINE), {each for each in violations(page) if each[1] not in ON_RECORD}
        page.evaluate("document.querySelectorAll('.stMain details').forEach((each) => (each.open = true))")
        away = page.evaluate(AWAY)
        wide = {}
        for width in (640, 320):
            page.set_viewport_size({"width": width, "height": 700})
            wide[width] = max(page.evaluate(SIDEWAYS))
        found[name] = wide, headline, away, against
    yield found, refused
    page.close()


def test_no_page_scrolls_sideways(phone):
    wide = {(name, width): widest for name, (each, *_) in phone[0].items() for width, widest in each.items()}
    assert {where: widest for where, widest in wide.items() if widest > where[1]} == {}


def test_the_finding_of_every_page_stands_on_the_first_screen(phone):
    below = {name: headline for name, (_, headline, *_) in phone[0].items() if headline[0] < 0 or headline[1] > 700}
    assert below == {}


def test_the_rating_of_every_row_is_seen_without_scrolling_sideways(phone):
    assert {name: away for name, (_, _, away, _) in phone[0].items() if away} == {}


def test_axe_has_nothing_against_any_page_that_is_not_on_record(phone):
    assert {name: against for name, (*_, against) in phone[0].items() if against} == {}


def test_nothing_that_a_page_asks_for_is_refused(phone):
    assert phone[1] == []


def test_the_menu_is_closed_on_every_page_that_is_opened_also_after_it_was_used(page, filled):
    page.set_viewport_size(PHONE)
    visit(page, filled)
    menu, opened = page.get_by_test_id("stSidebar"), page.get_by_test_id("stExpandSidebarButton")
    opened.click()
    expect(menu).to_be_in_viewport()
    visit(page, f"{filled}/weaknesses?workstream=3")
    expect(menu).not_to_be_in_viewport()
    opened.click()
    menu.get_by_role("link", name="Voices").click()
    arrive(page, "You said, we did")
    expect(menu).not_to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(menu).to_have_count(0)
    page.set_viewport_size(PHONE)
    expect(opened).to_be_visible()
    expect(menu).not_to_be_in_viewport()


def test_the_heat_map_scrolls_in_its_own_frame_by_keyboard(page, filled):
    page.set_viewport_size(PHONE)
    visit(page, f"{filled}/weaknesses?workstream=3")
    page.get_by_text("The same as a list, with the rating of every quarter").click()
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
    page.get_by_text("The same as a list, with the rating of every quarter").click()
    page.locator(".grid").wait_for()
    page.emulate_media(media="print", color_scheme="dark")
    right = page.locator(".grid").evaluate("grid => grid.getBoundingClientRect().right")
    assert 0 < right <= 1047
    assert page.locator(".st-key-choices :is(button, input, select, a.present):visible").count() == 0
    assert page.locator(".st-key-choices .strip").is_visible()
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


def test_no_word_in_a_chart_is_cut_off_on_a_phone_and_no_heading_is_a_link(page, filled):
    page.set_viewport_size(PHONE)
    visit(page, f"{filled}/measures?kpi=plans_within_20_weeks")
    page.locator(".stPlotlyChart text", has_text="Neighbours").wait_for()
    words = page.locator(".stPlotlyChart text:visible").evaluate_all(
        "all => all.map(each => [each.textContent, each.getBoundingClientRect().right])"
    )
    assert any("Neighbours" in text for text, _ in words)
    assert [text for text, right in words if right > PHONE["width"]] == []
    assert page.locator("h1").count() == 1
    assert page.locator("h1 a:visible").count() == 0
