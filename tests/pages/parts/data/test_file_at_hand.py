import streamlit as st

from pages.parts.data import file_at_hand
from pages.parts.data.file_at_hand import LAYOUT, PERIOD, SHEET, TOLD, HandedIn, chosen_of, keep_chosen
from programme.access import person_here
from store.database import Database
from store.returns.drafts import answer_draft, draft_of, keep_draft, throw_away

ME = person_here("an analyst")
FINAL = {f"{SHEET}Table 4": "Final"}


def test_without_a_draft_what_was_chosen_stands_in_this_window(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    file = HandedIn("board.xlsx", b"the file")
    assert chosen_of(file) == {}
    keep_chosen(file, {PERIOD: "2024/25 Q3"}, ME)
    keep_chosen(file, FINAL, ME)
    assert chosen_of(file) == {PERIOD: "2024/25 Q3", **FINAL}
    assert chosen_of(HandedIn("board.xlsx", b"another")) == {}


def test_another_layout_has_other_tables_so_which_sheets_were_meant_is_asked_again(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})
    file = HandedIn("board.xlsx", b"the file")
    keep_chosen(file, {LAYOUT: "Ours", **FINAL}, ME)
    keep_chosen(file, {LAYOUT: "Ours", PERIOD: "2014"}, ME)
    assert chosen_of(file) == {LAYOUT: "Ours", PERIOD: "2014", **FINAL}
    keep_chosen(file, {LAYOUT: "Theirs"}, ME)
    assert chosen_of(file) == {LAYOUT: "Theirs", PERIOD: "2014", f"{SHEET}Table 4": ""}


def test_in_a_draft_it_is_kept_beside_what_was_answered(tmp_path, monkeypatch):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        kept_in_a_draft(database, monkeypatch)


def kept_in_a_draft(database, monkeypatch):
    monkeypatch.setattr(file_at_hand, "database", lambda: database)
    monkeypatch.setattr(st, "session_state", {})
    kept = keep_draft(database, b"the file", "board.xlsx", ME)
    answer_draft(database, kept.key, {"by": "A. Nalyst"}, ME)
    file = HandedIn("board.xlsx", b"the file", kept)
    keep_chosen(file, {LAYOUT: "Ours"}, ME)
    again = draft_of(database, kept.key, ME)
    assert again.answers == {"by": "A. Nalyst", LAYOUT: "Ours"}
    assert chosen_of(HandedIn("board.xlsx", b"the file", again)) == {LAYOUT: "Ours"}
    throw_away(database, kept.key, ME)
    keep_chosen(file, {LAYOUT: "Theirs"}, ME)
    assert st.session_state[TOLD] == [
        "What you chose last is not kept in the draft. A draft is there until it is accepted or thrown away, 30 days at "
        "most, got: one that is not there any more. Hand the file in again where it is still needed. Nothing was changed."
    ]
