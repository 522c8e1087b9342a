import ast

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.parts.doing import still_offered
from tests.test_architecture import ROOT


def done(deed: str, *refused: str) -> AppTest:
    """The page after a deed, drawn again where it was done."""
    page = f"""
import streamlit as st
from pages.parts.doing import boxes_of, done_or_told
from programme.access import NotAllowed
from store.database import StoreError

def refuse(error):
    raise error

st.session_state.setdefault("drawn", []).append((boxes_of("add"), boxes_of("another")))
if "notice" not in st.session_state:
    done_or_told(lambda: {deed}{"".join(f", {each}" for each in refused)}, form="add")
else:
    st.success(st.session_state["notice"])
"""
    return AppTest.from_string(page).run()


def test_what_was_done_is_told_on_the_page_drawn_anew():
    page = done("'Bo is added.'")
    assert [each.value for each in page.success] == ["Bo is added."]
    assert not page.error


@pytest.mark.parametrize(("error", "refused"), [("StoreError", ()), ("NotAllowed", ()), ("ValueError", ("ValueError",))])
def test_what_was_refused_is_a_sentence_and_nothing_is_told_to_be_done(error, refused):
    page = done(f"refuse({error}('It must be there.'))", *refused)
    assert [each.value for each in page.error] == ["It must be there."]
    assert "notice" not in page.session_state and not page.exception


def test_a_form_has_other_boxes_once_it_is_done_and_the_same_while_it_is_refused():
    (add, another), after = done("'Bo is added.'").session_state["drawn"]
    assert add != after[0] and another == after[1]
    page = done("refuse(StoreError('It must be there.'))").run()
    first, again = page.session_state["drawn"]
    assert first == again


def test_a_mistake_of_ours_is_not_told_as_a_refusal():
    assert done("refuse(ValueError('a mistake'))").exception


def test_no_form_of_a_page_is_emptied_by_its_button_alone():
    """Streamlit would empty it also where what was typed is refused."""
    forms = [
        (path.name, {word.arg: ast.unparse(word.value) for word in node.keywords})
        for path in (ROOT / "pages").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.form"
    ]
    assert len(forms) > 5
    assert [name for name, said in forms if said.get("clear_on_submit", "False") != "False"] == []


def test_what_was_chosen_stays_offered_and_nothing_else_stands_in_its_place(monkeypatch):
    monkeypatch.setattr(st, "session_state", {"number": 2})
    assert still_offered("number", [3, 4], [1, 2, 3, 4]) == [2, 3, 4]
    assert still_offered("number", [2, 4], [1, 2, 3, 4]) == [2, 4]
    assert still_offered("number", [4], [3, 4]) == [4], "it is known no more"
    assert still_offered("another", [], [1, 2]) == []
