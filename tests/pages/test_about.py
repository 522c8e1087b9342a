from pathlib import Path

from pages.parts.places import MENU, PAGES, QUIET
from reports.language.grammar import and_list, spelt
from tests.pages.looking import go, words

STATEMENT = Path(__file__).parent.parent.parent / "docs" / "accessibility.md"


def test_the_page_is_the_statement(app):
    assert STATEMENT.read_text(encoding="utf-8").strip() in words(go(app, "accessibility"))


def test_the_statement_is_about_every_page():
    named = and_list([f"*{name}*" for name in QUIET.values()])
    told = " ".join(STATEMENT.read_text(encoding="utf-8").split())
    assert f"about all {len(PAGES)} pages: the {spelt(len(MENU)).lower()} of the menu, and {named}. " in told
