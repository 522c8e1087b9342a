"""Present on a projector: every item on one screen with its why and what comes next, by keys, with the good news."""

import pytest

from tests.browser.steps import READY, visit

pytestmark = pytest.mark.browser
PROJECTOR = {"width": 1280, "height": 720}
SHOWN = "h1, .card .amount, .card .sentence, .card dt, .card dd, .js-plotly-plot"
PARTS = """(shown) => [...document.querySelectorAll(shown)].map((part) => {
    const box = part.getBoundingClientRect();
    return [Math.round(box.top), Math.round(box.bottom), part.tagName];
})"""


@pytest.fixture(scope="module")
def shown(window, filled):
    """Every item as it is shown: its number, where its parts stand, and what its answers are called."""
    page = window.new_page()
    page.set_viewport_size(PROJECTOR)
    visit(page, f"{filled}/present")
    total = page.locator(".index a").count()
    items = {}
    for number in range(1, total + 1):
        page.get_by_text(f"item {number} of ").wait_for()
        page.wait_for_function(f"{READY} && !document.querySelector('[data-stale=true]')")
        page.wait_for_function("document.querySelector('.js-plotly-plot .main-svg')")
        of = page.locator(".card .of").inner_text()
        items[number] = of, page.evaluate(PARTS, SHOWN), page.locator(".card dt").all_inner_texts()
        page.keyboard.press("ArrowRight")
    yield items
    page.close()


def test_every_item_stands_on_one_screen(shown):
    assert len(shown) > 30
    outside = {number: part for number, (_, parts, _) in shown.items() for part in parts if part[0] < 0 or part[1] > 720}
    assert outside == {}


def test_every_red_says_why_and_what_comes_next(shown):
    for of, _, answers in shown.values():
        if of.startswith("Red"):
            assert {"Why", "What next"} <= set(answers), of


def test_the_heading_is_the_finding_and_the_action_stands_in_its_size(page, filled):
    page.set_viewport_size(PROJECTOR)
    visit(page, f"{filled}/present")
    finding, action = page.locator("h1"), page.locator(".card dd").first
    assert finding.inner_text() == (
        "Waiting over 52 weeks for an autism or ADHD assessment: 71%, floor missed, worsening since 2024/25 Q2"
    )
    assert action.inner_text() == "APP-8.02: Longest waits first on the autism and ADHD pathway"
    size = "part => getComputedStyle(part).fontSize"
    assert action.evaluate(size) == finding.evaluate(size)


def test_good_news_is_among_them(shown):
    """No green of the demonstration declines in its newest quarter; `tests/reports/progress/test_agenda.py` has one."""
    groups = {of.partition(" · ")[0] for of, _, _ in shown.values()}
    assert groups == {
        "Red and worsening",
        "Red, no real change",
        "Red and recovering",
        "Red by the rule, judged amber by its lead",
        "Good news: green and improving",
    }


def test_no_menu_and_no_bar_stand_beside_it(page, filled):
    page.set_viewport_size(PROJECTOR)
    visit(page, f"{filled}/present")
    for part in (".st-key-choices", ".st-key-foot", "header"):
        assert not page.locator(part).first.is_visible()
    assert page.locator(".index").is_visible()
