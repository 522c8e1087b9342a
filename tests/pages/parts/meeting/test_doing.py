from access.signing import sign_in, sign_out
from pages.parts.view import database
from programme.access import Role
from tests.pages.looking import go
from tests.pages.meeting import held, newest
from tests.pages.parts.data.test_handed_in import another_window
from tests.pages.parts.test_who import turned_away
from tests.pages.signing import open_with, signed_in
from tests.pages.test_data import box, press

ASKED = "Why do *old* cases take a year?"


def test_what_was_typed_when_the_session_ended_is_recorded_nowhere_and_stands_there_after_signing_in(own_app, monkeypatch):
    go(own_app, "glossary")
    held()
    cookie = signed_in(monkeypatch, Role.CHAIR)
    go(own_app, "kpi", kpi="plans_over_52_weeks")
    box(own_app.text_input, "What is asked?").set_value("First?")
    press(own_app, "Record the challenge")
    box(own_app.text_input, "What is asked?").set_value(ASKED)
    sign_out(database(), cookie)
    press(own_app, "Record the challenge")
    turned_away(own_app)
    assert [each.said.words for each in newest().on_record] == ["First?"]
    open_with(monkeypatch, sign_in(database(), 1, frozenset(), "127.0.0.1", ""))
    window = go(another_window(own_app), "kpi", kpi="plans_over_52_weeks")
    assert box(window.text_input, "What is asked?").value == ASKED
    press(window, "Record the challenge")
    assert [each.said.words for each in newest().on_record] == ["First?", ASKED]
    assert newest().on_record[1].done.doer == "Ann (local:1)"


def test_a_full_disk_is_a_sentence_and_what_was_typed_stays(own_app, monkeypatch):
    from store.errors import explained

    go(own_app, "glossary")
    held()
    go(own_app, "kpi", kpi="plans_over_52_weeks")
    box(own_app.text_input, "What is asked?").set_value(ASKED)

    def full(*_):
        raise explained(OSError(28, "No space left on device"), database().path)

    monkeypatch.setattr("pages.parts.meeting.recording.record", full)
    press(own_app, "Record the challenge")
    (error,) = own_app.error
    assert error.value.startswith(
        "There must be room on the disk for the database of this app, got: No space left on device."
    )
    assert box(own_app.text_input, "What is asked?").value == ASKED
