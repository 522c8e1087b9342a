"""What somebody was typing survives the end of their session: seen on the pages, which begin anew after signing in."""

from access.people import remove
from access.signing import sign_in, sign_out
from loaders.forms.saving import save
from pages.parts.unsent import LIVES, LONGEST_TEXT, UNSENT, Unsent
from programme.access import Person, Role
from store.accounts.people import enrolled
from store.redactions import redactions
from store.returns.drafts import draft_of
from store.returns.versions import versions
from tests.accepting import person
from tests.access.test_delays import Clock
from tests.pages.looking import go
from tests.pages.parts.data.test_handed_in import another_window, store
from tests.pages.parts.test_who import turned_away
from tests.pages.signing import open_with, signed_in
from tests.pages.test_data import box, drop, press
from tests.pages.test_upkeep import WHY

REASON = "It was sent for *another* quarter"


def test_a_text_is_its_owners_and_is_given_back_once():
    kept = Unsent()
    kept.keep("local:1", "why", "so")
    assert (kept.take("local:2", "why"), kept.take("local:1", "by")) == ("", "")
    assert (kept.take("local:1", "why"), kept.take("local:1", "why")) == ("so", "")


def test_what_is_kept_is_bounded_and_let_go():
    clock = Clock()
    kept = Unsent(most=2, clock=clock)
    for key in ("first", "second", "third"):
        kept.keep("local:1", key, "x" * (LONGEST_TEXT + 1))
    assert [len(kept.take("local:1", key)) for key in ("first", "second")] == [0, LONGEST_TEXT]
    clock.now += LIVES
    assert kept.take("local:1", "third") == ""
    kept.keep("local:1", "why", "so")
    kept.forget()
    assert kept.take("local:1", "why") == ""


def why(app):
    return box(app.text_input, "Why is it withdrawn?")


def again(app, monkeypatch, number=1):
    """The same view in the new window that opens after somebody has signed in once more."""
    open_with(monkeypatch, sign_in(store(), number, frozenset(), "127.0.0.1", ""))
    window = go(another_window(app), "returns")
    window.toggle[0].set_value(True).run()
    return window


def test_a_reason_that_was_sent_too_late_changes_nothing_and_stands_there_after_signing_in(own_app, monkeypatch):
    go(own_app, "returns")
    cookie = signed_in(monkeypatch, Role.ANALYST)
    signed_in(monkeypatch, Role.ANALYST, name="Bo")
    open_with(monkeypatch, cookie)
    own_app.run()
    own_app.toggle[0].set_value(True).run()
    sign_out(store(), cookie)
    why(own_app).set_value(REASON)
    press(own_app, "Withdraw")
    assert turned_away(own_app).startswith("It was signed out, here or in another window.")
    assert len(versions(store())) == 11
    assert why(again(own_app, monkeypatch, number=2)).value == "", "it is nobody else's"
    window = again(own_app, monkeypatch)
    assert why(window).value == REASON
    press(window, "Withdraw")
    assert [each.value for each in window.success] == ["Version 11 is withdrawn, as version 12."]
    (made,) = [each for each in versions(store()) if each.withdraws == 11]
    assert (made.accepted_by, made.reason) == ("Ann", REASON)


def test_an_answer_typed_too_late_is_in_no_draft_before_and_in_the_draft_after_signing_in(own_app, monkeypatch, form):
    go(own_app, "upload")
    cookie = signed_in(monkeypatch, Role.ANALYST)
    own_app.run()
    drop(own_app, save(form))
    key, ann = own_app.query_params["draft"], Person("Ann", "local:1", frozenset({Role.ANALYST}))
    sign_out(store(), cookie)
    box(own_app.text_input, "Why is this return made? (for a correction: what was wrong)").set_value("The first one").run()
    turned_away(own_app)
    assert draft_of(store(), key, ann).answers == {}
    open_with(monkeypatch, sign_in(store(), 1, frozenset(), "127.0.0.1", ""))
    window = go(another_window(own_app), "upload", draft=key)
    assert box(window.text_input, "Why is this return made? (for a correction: what was wrong)").value == "The first one"
    assert draft_of(store(), key, ann).answers == {"why": "The first one"}


def test_what_was_typed_in_a_form_that_is_emptied_when_it_is_done_stands_there_after_signing_in(own_app, monkeypatch):
    go(own_app, "upkeep", tab="Redaction")
    cookie, typed = signed_in(monkeypatch, Role.ANALYST), {"Sheet": "Actions", "Cell": "C5", WHY: REASON}
    own_app.run()
    own_app.selectbox(key="kind of redaction").set_value("A cell").run()
    sign_out(store(), cookie)
    for label, text in typed.items():
        box(own_app.text_input, label).set_value(text)
    press(own_app, "Name it")
    turned_away(own_app)
    open_with(monkeypatch, sign_in(store(), 1, frozenset(), "127.0.0.1", ""))
    window = go(another_window(own_app), "upkeep", tab="Redaction")
    window.selectbox(key="kind of redaction").set_value("A cell").run()
    assert {label: box(window.text_input, label).value for label in typed} == typed
    assert redactions(store()) == []


def test_who_was_removed_throws_no_draft_away(own_app, monkeypatch, form):
    go(own_app, "upload")
    signed_in(monkeypatch, Role.ANALYST)
    own_app.run()
    drop(own_app, save(form))
    key, ann = own_app.query_params["draft"], enrolled(store(), 1).person(frozenset())
    remove(store(), 1, person())
    press(own_app, "Throw away")
    assert turned_away(own_app).startswith("An administrator ended this access.")
    assert draft_of(store(), key, ann).file_name == "return.xlsx"
    assert UNSENT.take("local:1", key) == ""


def test_once_words_were_redacted_nothing_that_was_typed_before_is_kept(own_app):
    go(own_app, "glossary")
    UNSENT.keep("local:1", "why", "words that must go")
    own_app.run()
    store().exchanged += 1
    own_app.run()
    assert UNSENT.take("local:1", "why") == ""
    assert own_app.session_state["shelf"].exchanged == store().exchanged, "what it offers now tells of the new file"
