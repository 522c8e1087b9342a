import pytest
import streamlit as st

from pages.parts.in_window import anew_where_overtaken, first_shown, kept_in_window
from store.errors import Overtaken


def test_it_is_made_once_for_as_long_as_the_same_is_asked(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    made = iter("abc")
    asked = [("one", 1), ("one", 1), ("one", 2), ("one", 1)]
    assert [kept_in_window("impact", each, lambda: next(made)) for each in asked] == ["a", "a", "b", "c"]


def test_names_are_kept_apart_and_nothing_is_an_answer_too(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    made = []
    for name in ("impact", "hiding", "impact"):
        assert kept_in_window(name, (), lambda: made.append("made")) is None
    assert made == ["made", "made"]


def test_what_was_shown_first_stays_while_its_box_is_drawn_until_somebody_was_told(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    assert first_shown("accept", 7) == 7
    st.session_state["accept"] = False  # the box is drawn
    assert [first_shown("accept", each) for each in (8, 9)] == [7, 7]
    with pytest.raises(Overtaken), anew_where_overtaken("accept", 9):
        raise Overtaken("somebody was quicker")
    assert first_shown("accept", 10) == 9
    assert first_shown("another", 10) == 10


def test_it_is_the_newest_again_once_another_page_was_looked_at(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    first_shown("accept", 7)
    assert first_shown("accept", 8) == 8, "its box was never drawn"
