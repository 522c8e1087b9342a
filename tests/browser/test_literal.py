"""What `literal` and `say` are given reaches the eye as it was typed, in the Streamlit that is installed."""

import pytest

from pages.parts.telling import WORD_JOINER
from tests.browser.conftest import serve
from tests.browser.nasty import NASTY
from tests.browser.steps import visit

PLACES = 17
ALL = list(range(len(NASTY)))
SHOWN = """number => [...document.querySelectorAll(`.st-key-nasty-${number} :is([data-testid=stMarkdownContainer], .told)`)]
    .map(element => element.textContent)"""
MADE = """() => [...document.querySelectorAll("[class*=st-key-nasty] :is([data-testid=stMarkdownContainer], .told) *")]
    .filter(element => !element.closest("[data-testid=stHeaderActionElements]")).map(element => element.tagName)"""
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def nasty(tmp_path_factory, window):
    """The page of nasty texts, and every address that it asked for."""
    page, asked = window.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    for address in serve(tmp_path_factory.mktemp("literal") / "none.duckdb", "tests/browser/literal_page.py"):
        visit(page, address)
        page.wait_for_function(
            f"([all, places]) => all.every(number => ({SHOWN})(number).length >= places)", arg=[ALL, PLACES]
        )
        yield page, asked
        page.close()


@pytest.mark.parametrize("number", ALL)
def test_every_place_shows_the_text_as_it_was_typed(nasty, number):
    page, _ = nasty
    shown = [text.replace(WORD_JOINER, "").strip() for text in page.evaluate(SHOWN, number)]
    assert shown == [NASTY[number]] * PLACES


def test_nothing_is_made_of_a_text_but_headings_and_paragraphs(nasty):
    page, _ = nasty
    assert set(page.evaluate(MADE)) == {"H1", "H2", "H3", "P", "SPAN", "DIV"}


def test_no_text_fetches_anything(nasty):
    page, asked = nasty
    page.wait_for_timeout(500)
    assert [address for address in asked if "evil" in address] == []


def test_a_choice_is_no_markdown_at_all(nasty):
    page, _ = nasty
    page.get_by_role("combobox").click()
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=option]")
    shown = page.locator("[role=option]").all_text_contents()
    assert len(shown) > 5
    assert shown == list(NASTY[: len(shown)])
