import ast
from pathlib import Path

import pytest

from programme.access import Deed, Role
from tests.pages.looking import content, go, look_as, offered

ROOT = Path(__file__).parent.parent.parent.parent
KEPT_BY_STREAMLIT = {"download_button", "image", "audio", "video", "logo", "pdf"}
"""What Streamlit keeps at an address of its own, /media, where nobody asks who may see it."""


def deeds(app):
    shelf = app.session_state["shelf"]
    places = {file.name: file.address.rpartition("/")[2] for file in offered(app) if file.address.startswith("/files/")}
    return {name: shelf.file(place).deed for name, place in places.items()}


def test_streamlit_keeps_no_file():
    found = {
        f"{path.relative_to(ROOT)}: {node.attr}"
        for path in [ROOT / "frame.py", *(ROOT / "pages").rglob("*.py")]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in KEPT_BY_STREAMLIT
    }
    assert found == set()


def test_what_an_analyst_is_shown_is_taken_away_by_analysts(app):
    files = ("returns.csv", "versions.csv", "words-written.csv")
    assert deeds(look_as(app, "analyst", "returns")) == dict.fromkeys(files, Deed.SEE_HIDDEN)


def test_what_a_reader_is_shown_is_taken_away_by_everybody(app):
    found = deeds(look_as(app, "reader", "overview"))
    files = ("heat-map.csv", "heat-map.svg", "wsoa-monitor.ics", "board-pack-2024-25-Q3.zip")
    assert found == dict.fromkeys(files, Deed.TAKE_AWAY)


@pytest.mark.parametrize("role", ["", *Role])
def test_an_original_is_offered_to_who_may_see_it_and_asked_for_as_they_look(app, role):
    addresses = [file.address for file in offered(look_as(app, role, "returns")) if file.address.startswith("/originals/")]
    assert addresses == {"": ["/originals/11"], "analyst": ["/originals/11?look_as=analyst"]}.get(role, [])


def test_the_form_is_for_who_may_upload_it_because_it_holds_the_quarter_before(app):
    go(app, "upload")
    assert deeds(app) == {
        "return-2024-25-Q4-workstream-all.xlsx": Deed.UPLOAD,
        "history-2018-19-Q4-to-2024-25-Q3.xlsx": Deed.UPLOAD,
        "names-added.csv": Deed.SEE_HIDDEN,
    }
    assert content(app, "Download the form")[:2] == b"PK"


def test_a_link_stays_the_same_when_the_page_is_drawn_again(app):
    go(app, "returns")
    before = offered(app)
    app.run()
    assert offered(app) == before
