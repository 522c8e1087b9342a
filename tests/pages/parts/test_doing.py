import pytest
from streamlit.testing.v1 import AppTest


def done(deed: str, *refused: str) -> AppTest:
    """The page after a deed, drawn again where it was done."""
    page = f"""
import streamlit as st
from pages.parts.doing import done_or_told
from programme.access import NotAllowed
from store.database import StoreError

def refuse(error):
    raise error

if "notice" not in st.session_state:
    done_or_told(lambda: {deed}{"".join(f", {each}" for each in refused)})
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


def test_a_mistake_of_ours_is_not_told_as_a_refusal():
    assert done("refuse(ValueError('a mistake'))").exception
