from datetime import timedelta

from loaders.forms.saving import save
from loaders.pipeline import Checked
from pages.parts.data import handed_in
from programme.access import person_here
from programme.finding import Finding, Severity
from programme.moment import day_text
from programme.submission import Acceptance
from store import moments
from store.errors import StoreError
from store.returns import drafts
from store.returns.drafts import drafts_of, keep_draft, throw_away
from store.returns.versions import accept
from tests.factories import answer_of
from tests.pages.looking import go, unmarked, words
from tests.pages.test_data import box, drop, press, stored

ME = person_here("")


def store():
    from pages.parts.view import database

    return database()


def kept() -> list[str]:
    return [each.file_name for each in drafts_of(store(), ME)]


def another_window(app):
    """A new session of the same app, as another window of the browser or one after a reload is."""
    from tests.pages.conftest import ROOT

    return type(app).from_file(str(ROOT / "frame.py"), default_timeout=30)


def warned(app) -> list[str]:
    return [unmarked(each.value) for each in (*app.warning, *app.info)]


def test_a_file_that_is_dropped_is_kept_as_a_draft_and_the_box_is_empty(own_app, usual_return):
    go(own_app, "upload")
    drop(own_app, usual_return)
    (draft,) = drafts_of(store(), ME)
    assert own_app.query_params["draft"] == draft.key
    assert own_app.file_uploader[0].value is None
    until = day_text(draft.gone_after)
    assert f"return.xlsx is kept as your draft until {until}: you can leave this page and come back." in words(own_app)
    assert "Nothing stands against this return." in words(own_app)
    assert stored() == 11


def test_it_is_open_when_one_comes_back_from_another_page(own_app, usual_return):
    go(own_app, "upload")
    drop(own_app, usual_return)
    go(own_app, "overview")
    own_app.query_params.pop("draft", None)
    go(own_app, "upload")
    assert "Nothing stands against this return." in words(own_app)
    assert warned(own_app) == []


def test_a_page_that_was_loaded_again_says_so_and_has_the_draft(own_app, usual_return):
    go(own_app, "upload")
    drop(own_app, usual_return)
    again = go(another_window(own_app), "upload", draft=own_app.query_params["draft"])
    assert warned(again) == ["Your draft return.xlsx is open, with what you had answered."]
    assert "Nothing stands against this return." in words(again)
    again.run()
    assert warned(again) == ["Your draft return.xlsx is open, with what you had answered."]


def test_a_page_whose_server_was_started_again_says_so(own_app, usual_return, monkeypatch):
    go(own_app, "upload")
    drop(own_app, usual_return)
    began = drafts_of(store(), ME)[0].begun_at + timedelta(minutes=5)
    monkeypatch.setattr(handed_in, "server_began", lambda: began)
    again = go(another_window(own_app), "upload", draft=own_app.query_params["draft"])
    (told,) = warned(again)
    assert told.startswith(f"WSoA Monitor was started again on {day_text(began)} at ")
    assert told.endswith(
        "so this page was opened anew. Your draft return.xlsx is here, with what you had answered. What was typed while it "
        "did not answer must be typed again."
    )


def test_drafts_are_listed_opened_and_thrown_away(own_app, form):
    form["Figures"]["D2"].value = "thirty"  # a draft all the same, of which nothing has to be foreseen
    go(own_app, "upload")
    drop(own_app, save(form), "first.xlsx")
    drop(own_app, save(form), "second.xlsx")
    assert kept() == ["first.xlsx", "second.xlsx"]
    assert "Your other draft:" in words(own_app)
    press(own_app, "Open")
    own_app.run()
    assert "first.xlsx is kept as your draft until" in words(own_app)
    next(each for each in own_app.button if each.label == "Throw away").click().run()
    assert kept() == ["second.xlsx"]
    assert "The draft first.xlsx is thrown away. Nothing that was accepted has changed." in words(own_app)
    assert "Your draft:" in words(own_app)
    assert "3. What was found" not in words(own_app)


def test_a_corrected_file_of_the_same_name_takes_its_place(own_app, form, usual_return):
    go(own_app, "upload")
    drop(own_app, usual_return)
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst").run()
    answer_of(form, "Prepared by").value = "Another analyst"
    drop(own_app, save(form))
    assert kept() == ["return.xlsx"]
    assert box(own_app.text_input, "Your name or role").value == "SEND performance analyst"


def test_a_draft_that_was_thrown_away_in_another_window_is_said_to_be_gone(own_app, usual_return):
    go(own_app, "upload")
    drop(own_app, usual_return)
    throw_away(store(), own_app.query_params["draft"], ME)
    own_app.run()
    assert warned(own_app) == ["Your draft return.xlsx is gone: it was thrown away in another window."]
    own_app.run()
    assert warned(own_app) == []


def test_a_draft_whose_return_was_accepted_in_another_window_says_as_which_version(own_app, usual_return):
    go(own_app, "upload")
    drop(own_app, usual_return)
    submission = own_app.session_state["checked"].submission
    accept(store(), submission, Acceptance(ME.called("Head of SEND")))
    own_app.run()
    (told,) = warned(own_app)
    assert told.startswith("return.xlsx was accepted in another window as version 12, by Head of SEND")
    assert told.endswith("Nothing is left to do here.")
    assert "Accept the return" not in [each.label for each in own_app.button]


def test_a_draft_that_was_handed_in_again_in_another_window_is_shown_as_it_is_now(own_app, form, usual_return):
    go(own_app, "upload")
    drop(own_app, usual_return)
    form["Figures"]["D2"].value = "thirty"
    keep_draft(store(), save(form), "return.xlsx", ME)
    press(own_app, "Accept the return")
    assert warned(own_app) == ["return.xlsx was handed in again in another window: this is what it holds now."]
    assert "Not acceptable yet: 1 to put right" in words(own_app)
    assert stored() == 11


def test_an_address_of_a_draft_that_is_not_there_says_so(own_app):
    go(own_app, "upload", draft="nowhere")
    (told,) = warned(own_app)
    assert told.startswith("A draft is there until it is accepted or thrown away, 30 days at most, got: one that is not")
    assert "draft" not in own_app.query_params


def test_somebody_elses_draft_is_refused(own_app):
    go(own_app, "upload")
    key = keep_draft(store(), b"PK", "theirs.xlsx", ME).key
    assert kept() == ["theirs.xlsx"]
    with store().transaction() as cursor:
        cursor.execute("""UPDATE drafts SET "owner" = 'another@desk-8'""")
    go(own_app, "upload", draft=key)
    assert "Only its owner may open, change or throw away a draft, got: somebody else's." in words(own_app)


def test_what_cannot_be_kept_is_checked_all_the_same_and_said(own_app, usual_return, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_OF_A_PERSON", 0)
    go(own_app, "upload")
    own_app.file_uploader[0].set_value(("return.xlsx", usual_return, "application/octet-stream")).run()
    (told,) = warned(own_app)
    assert told.startswith("return.xlsx is checked, but not kept as a draft. At most 0 drafts of one person are kept")
    own_app.run()
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    assert stored() == 12


def test_a_full_disk_is_said_beside_what_was_found(own_app, usual_return, monkeypatch):
    def full(*_):
        raise StoreError("There must be room on the disk for the database, got: No space left on device.")

    monkeypatch.setattr(handed_in, "keep_draft", full)
    go(own_app, "upload")
    own_app.file_uploader[0].set_value(("return.xlsx", usual_return, "application/octet-stream")).run()
    assert warned(own_app) == [
        "return.xlsx is checked, but not kept as a draft. There must be room on the disk for the database, got: No space "
        "left on device."
    ]
    assert "Nothing stands against this return." in words(own_app)


def test_a_file_that_is_no_return_takes_no_place_among_the_drafts(own_app):
    go(own_app, "upload")
    drop(own_app, b"not a workbook", "notes.xlsx")
    assert kept() == []
    assert "Nothing was stored." in words(own_app)


def test_a_draft_is_gone_from_the_page_after_thirty_days(own_app, usual_return, monkeypatch):
    go(own_app, "upload")
    drop(own_app, usual_return)
    later = moments.now() + timedelta(days=31)
    monkeypatch.setattr(moments, "now", lambda: later)
    own_app.run()
    assert "Your draft return.xlsx is gone" in warned(own_app)[0]
    assert kept() == []


def test_a_file_is_checked_once_for_each_state_of_the_store(own_app, monkeypatch):
    seen = []

    def check(content, name, known, how):
        seen.append(name)
        return Checked(name, (Finding("one", Severity.ERROR, "Figures", "D2", "one: must hold"),))

    monkeypatch.setattr(handed_in, "check_file", check)
    go(own_app, "upload")
    drop(own_app, b"a", "first.xlsx")
    own_app.run()
    assert seen == ["first.xlsx"]
    drop(own_app, b"b", "second.xlsx")
    assert seen == ["first.xlsx", "second.xlsx"]
