import pytest

from access.signing import sign_in, sign_out
from pages.parts.view import database
from programme.access import Role
from programme.signoff import SignOffState
from programme.submission import Acceptance
from store.moments import stored
from store.returns.versions import accept
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication
from store.signing.signoff_rows import sign_off_of
from tests.accepting import by
from tests.pages.looking import go, look_as, markup, unmarked, words
from tests.pages.meeting import NOW
from tests.pages.parts.data.test_handed_in import another_window
from tests.pages.parts.test_who import turned_away
from tests.pages.signing import open_with, signed_in
from tests.pages.test_data import box, press
from tests.store.signatures import CHAIR, LEAD, because, later, published
from tests.store.submissions import ISSUED, Q3, standard
from tests.store.wordings import comes


def test_a_lead_sends_the_quarter_and_where_nobody_signs_in_the_page_says_why_it_goes_no_further(own_app):
    go(own_app, "meetings", tab="Sign-off")
    assert own_app.title[0].value == "2024/25 Q3 is published"
    assert "Corrected since: 1 text was written and 1 withdrawn." in words(own_app)
    box(own_app.text_area, "Note").set_value("ready *for* the board")
    box(own_app.text_input, "Your name or role").set_value("Head of SEND")
    press(own_app, "Send for review")
    assert not own_app.error, own_app.error[0].value
    *_, signed = sign_off_of(database()).signatures
    assert (str(signed.quarter), signed.by, signed.note) == ("2024/25 Q3", "Head of SEND", "ready *for* the board")
    own_app.run()
    assert own_app.title[0].value == "2024/25 Q3 waits for review"
    assert "“ready *for* the board”." in markup(own_app)
    assert (
        "This (approve) needs a second person, who wrote none of the words, got: a machine that asks nobody to sign in. It "
        "can be done once people sign in."
    ) in words(own_app)


def test_a_quarter_that_was_corrected_after_it_was_published_says_what_moved(app):
    go(app, "meetings", tab="Sign-off", quarter=str(NOW - 1))
    assert [each.value for each in app.header] == [
        "Corrected after 2024/25 Q2 was published itself: 4 returns were accepted, 1 release was loaded and 1 withdrawn; 28 "
        "figures say something else.",
        "Corrected since: 1 text was written, 1 withdrawn and 2 publications were brought out.",
    ]
    printed = "DfE, Education, health and care plans 2025 release"
    newer = f"By 30 June 2025 newer figures were out (held here as printed in {printed})."
    assert newer in words(app)
    assert "On 12 December 2024 at 11:15 2024-25-Q2.xlsx was accepted, which changed: " in words(app)


def test_a_note_that_says_nothing_is_refused_and_stays_in_its_box(own_app):
    go(own_app, "meetings", tab="Sign-off")
    box(own_app.text_area, "Note").set_value("tbc")
    box(own_app.text_input, "Your name or role").set_value("Head of SEND")
    press(own_app, "Send for review")
    assert own_app.error[0].value.startswith("Whoever sends a quarter for review must give a name and a note, got: tbc")
    assert box(own_app.text_area, "Note").value == "tbc"


def test_a_reader_is_shown_what_is_published_and_offered_no_deed(own_app):
    go(own_app, "meetings", tab="Sign-off")
    send_for_review(database(), NOW, Acceptance(LEAD, "ready"))
    approve_quarter(database(), NOW, Acceptance(CHAIR, "read"))
    publish_quarter(database(), NOW, Acceptance(CHAIR, "as discussed"))
    go(own_app, "meetings", tab="Sign-off")
    look_as(own_app, "reader", "meetings")
    assert "Published on " in words(own_app)
    assert not [each for each in own_app.button if each.label in ("Send for review", "Withdraw the publication")]


@pytest.fixture
def small_app(empty_app):
    """An app whose store has one return of the newest quarter."""
    go(empty_app, "meetings")
    comes(database(), 0)
    return empty_app


def quarters(app) -> list[str]:
    """The quarters that can be chosen, newest first."""
    return next(each for each in app.selectbox if each.label == "Quarter").options


def test_where_none_was_ever_published_readers_are_shown_what_stands_marked_not_signed_off(small_app):
    accept(database(), standard({ISSUED: 60}, quarter=Q3 + 1), by(at=later(1)))
    look_as(small_app, "reader", "meetings")
    assert quarters(small_app)[0] == str(Q3 + 1)
    assert "<b>Not signed off.</b>" in markup(small_app)


def test_a_quarter_newer_than_the_published_one_is_shown_to_readers_once_it_is_published(small_app):
    published(database())
    accept(database(), standard({ISSUED: 60}, quarter=Q3 + 1), by(at=later(4)))
    look_as(small_app, "reader", "meetings")
    assert quarters(small_app)[0] == str(Q3)
    assert "<b>Published on 23 January 2025 at 09:00, as it stood on 21 January 2025 at 09:00.</b>" in markup(small_app)
    look_as(small_app, "lead", "meetings")
    assert quarters(small_app)[0] == str(Q3 + 1)
    go(small_app, "meetings", quarter=str(Q3 + 1))
    assert f"<b>Not signed off. Readers are shown {Q3}.</b>" in markup(small_app)
    send_for_review(database(), Q3 + 1, because(LEAD, at=later(5)))
    approve_quarter(database(), Q3 + 1, because(CHAIR, at=later(6)))
    publish_quarter(database(), Q3 + 1, because(CHAIR, at=later(7)))
    look_as(small_app, "reader", "meetings")
    assert quarters(small_app)[0] == str(Q3 + 1)


def test_a_reader_is_told_of_a_later_correction_and_not_what_it_says(small_app):
    published(database())
    comes(database(), 4)
    send_for_review(database(), Q3, because(LEAD, at=later(5)))
    look_as(small_app, "reader", "meetings")
    assert "Corrected since: 1 return was accepted; 1 figure says something else." in markup(small_app)
    go(small_app, "meetings", tab="Sign-off")
    assert small_app.title[0].value == f"{Q3} is published", "what is being signed meanwhile is not told"
    assert (
        "On 24 January 2025 at 09:00 return.xlsx was accepted, which changed: Plans issued, excluding exceptions, Kent, "
        "2024/25 Q3."
    ) in markup(small_app)


def test_after_a_withdrawal_readers_are_told_why_nothing_is_shown_and_whoever_works_on_it_sees_what_stands(small_app):
    published(database())
    withdraw_publication(database(), Q3, because(CHAIR, "a *slip*", at=later(4)))
    look_as(small_app, "reader", "meetings")
    for thing in ("overview", "returns", "restatements"):
        go(small_app, thing)
        assert small_app.title[0].value == "Nothing is published"
        assert (
            "What was published of 2024/25 Q3 was withdrawn on 24 January 2025 at 09:00: a *slip*. Nothing else is "
            "published, so that nothing that was returned is shown."
        ) in words(small_app)
        assert "Load demonstration data" not in [each.label for each in small_app.button]
    look_as(small_app, "lead", "overview")
    assert "<b>Not signed off: its publication withdrawn by The chair (chair@desk-4) on " in markup(small_app)
    assert quarters(small_app)[0] == str(Q3)


def test_a_note_that_was_sent_after_the_session_ended_signs_nothing_and_stands_there_after_signing_in(own_app, monkeypatch):
    go(own_app, "meetings", tab="Sign-off")
    cookie, held = signed_in(monkeypatch, Role.LEAD), sign_off_of(database()).signatures
    own_app.run()
    box(own_app.text_area, "Note").set_value("ready *for* the board")
    sign_out(database(), cookie)
    press(own_app, "Send for review")
    assert turned_away(own_app).startswith("It was signed out, here or in another window.")
    assert sign_off_of(database()).signatures == held
    open_with(monkeypatch, sign_in(database(), 1, frozenset(), "127.0.0.1", ""))
    window = go(another_window(own_app), "meetings", tab="Sign-off")
    assert box(window.text_area, "Note").value == "ready *for* the board"
    press(window, "Send for review")
    assert sign_off_of(database()).signatures[-1].note == "ready *for* the board"


def test_what_another_did_meanwhile_is_said_and_the_note_is_not_lost(small_app, monkeypatch):
    monkeypatch.setattr("store.moments.now", lambda: stored(later(3)))
    send_for_review(database(), Q3, because(LEAD, at=later(1)))
    signed_in(monkeypatch, Role.CHAIR)
    go(small_app, "meetings", tab="Sign-off")
    box(small_app.text_area, "Note").set_value("read *twice*")
    approve_quarter(database(), Q3, because(CHAIR, at=later(2)))
    press(small_app, "Approve")
    assert small_app.error[0].value.startswith("What you were shown is no longer what is stored: The chair")
    notes = [each.value for each in small_app.text_area if each.label == "Note"]
    assert notes == ["read *twice*", ""], "that of the approval, and that of the publication which comes next"
    other = go(another_window(small_app), "meetings", tab="Sign-off")
    assert [each.label for each in other.button if each.label in ("Approve", "Publish")] == ["Publish"]


def test_what_moved_since_it_was_sent_is_said_and_nothing_is_approved(small_app, monkeypatch):
    monkeypatch.setattr("store.moments.now", lambda: stored(later(3)))
    send_for_review(database(), Q3, because(LEAD, at=later(1)))
    comes(database(), 2)
    signed_in(monkeypatch, Role.CHAIR)
    go(small_app, "meetings", tab="Sign-off")
    box(small_app.text_area, "Note").set_value("read")
    press(small_app, "Approve")
    assert unmarked(small_app.error[0].value).startswith(
        "2024/25 Q3 is no longer what it was when it was sent for review: analyst accepted return.xlsx on 22 January 2025 "
        "at 09:00, which changed 1 figure."
    )
    assert sign_off_of(database()).state(Q3) is SignOffState.FOR_REVIEW
