import streamlit as st

from pages.parts.in_window import kept_in_window


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
