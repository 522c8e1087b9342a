from pages.parts.dress import PARTS
from pages.parts.places import HOME, MENU, PAGES, QUIET


def test_the_menu_has_every_page_and_no_other():
    assert set(PAGES) == {path.stem for path in PARTS.parent.glob("*.py")}
    assert next(iter(MENU)) == HOME == "this_quarter"
    assert list(MENU.values()) == ["This quarter", "Weaknesses", "Plan", "Measures", "Voices", "Meetings", "Data"]
    assert list(QUIET) == ["present", "search", "parents", "about", "people", "upkeep"]
    assert len(set(PAGES.values())) == len(PAGES)


def test_a_session_begins_once(app):
    app.run()
    assert app.session_state["started"] is True
    assert app.title[0].value.endswith("22 of 87 KPIs are red, and 1 judged amber by its lead")
