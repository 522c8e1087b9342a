from pathlib import Path

from pages.parts.places import PAGES
from tests.pages.looking import go, words

STATEMENT = Path(__file__).parent.parent.parent / "docs" / "accessibility.md"


def test_the_page_is_the_statement(app):
    assert STATEMENT.read_text(encoding="utf-8").strip() in words(go(app, "accessibility"))


def test_the_statement_is_about_every_page():
    assert f"all {len(PAGES)} pages" in STATEMENT.read_text(encoding="utf-8")
