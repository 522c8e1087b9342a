from pathlib import Path

from pages.parts.navigation import PARTS
from pages.parts.places import HOME, MENU, PAGES, QUIET
from reports.markup.heat import fills_css
from tests.pages.looking import go, markup


def test_the_menu_has_every_page_and_no_other():
    assert set(PAGES) == {path.stem for path in PARTS.parent.glob("*.py")}
    assert next(iter(MENU)) == HOME == "this_quarter"
    assert list(MENU.values()) == ["This quarter", "Weaknesses", "Plan", "Measures", "Voices", "Meetings", "Data"]
    assert list(QUIET) == ["present", "search", "parents", "about", "people", "upkeep"]
    assert len(set(PAGES.values())) == len(PAGES)


def test_every_page_wears_the_style_the_colours_and_the_links(app):
    page = markup(go(app, "glossary"))
    assert f"<style>{(PARTS / 'style.css').read_text(encoding='utf-8')}\n{fills_css()}</style>" in page
    assert f"<script>{(PARTS / 'links.js').read_text(encoding='utf-8')}</script>" in page


def test_only_the_script_of_the_links_is_allowed_to_run(app):
    go(app, "glossary")
    scripts = [each.proto for each in app.get("html") if each.proto.unsafe_allow_javascript]
    assert [script.body.startswith("<script>// Links inside our HTML") for script in scripts] == [True]


def test_a_session_begins_once(app):
    app.run()
    assert app.session_state["started"] is True
    assert app.title[0].value.endswith("22 of 87 KPIs are red, and 1 judged amber by its lead")


def test_the_files_that_go_to_the_browser_as_they_are_hold_nothing_from_elsewhere():
    for name in ("style.css", "links.js"):
        text = Path(PARTS / name).read_text(encoding="utf-8")
        assert "http:" not in text and "https:" not in text and "@import" not in text and "</s" not in text
