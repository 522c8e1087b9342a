import pickle
from dataclasses import replace
from hashlib import sha256

import pytest

from loaders.forms.saving import save
from programme.access import person_here
from programme.submission import Acceptance
from store.errors import StoreError
from store.returns.drafts import DraftGone, draft_of, drafts_of
from store.returns.versions import accept, answered
from tests.pages.looking import go, tables, unmarked, words
from tests.pages.parts.data.test_handed_in import ME, another_window, store, warned
from tests.pages.test_data import box, drop, press, stored

SEVENTEEN = 17
WHY = "Why is this return made? (for a correction: what was wrong)"
OF_ALL = "One reason for all 17: Actions!M2:M18"


@pytest.fixture(scope="module")
def late(usual_form):
    """A return with seventeen actions whose day has passed while they are green: one cause, seventeen queries."""
    form = pickle.loads(usual_form)
    sheet = form["Actions"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for number in range(1, SEVENTEEN + 1):
        typed = {
            "Ref": f"APP-6.{number:02}",
            "Action": f"Action {number}",
            "Workstream": 3,
            "Lead role": "Head of SEND",
            "Accountable role": "Director",
            "Baseline": "31 January 2025",
            "Weaknesses": "6",
            "Forecast": "31 January 2025",
            "Status": "Green",
        }
        for heading, value in typed.items():
            if heading in heads:
                sheet.cell(number + 1, heads[heading]).value = value
    return save(form)


def opened(app, content):
    go(app, "upload")
    drop(app, content)
    return app


def reasons(app) -> list[str]:
    return [unmarked(each.label) for each in app.text_input if "eason for" in each.label]


def test_seventeen_like_queries_take_one_reason(own_app, late):
    opened(own_app, late)
    assert OF_ALL in reasons(own_app)
    assert [each.label for each in own_app.checkbox] == ["Bring the last known words forward"]
    answer_the_others(own_app)
    late_reason(own_app).set_value("Dates come to the next meeting")
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    assert stored() == 12
    given = [each.reason for each in answered(store(), 12, ME) if each.finding.rule == "status_better_than_evidence"]
    assert given == ["Dates come to the next meeting"] * SEVENTEEN


def late_reason(app):
    return next(each for each in app.text_input if unmarked(each.label) == OF_ALL)


def answer_the_others(app):
    for label in reasons(app):
        if label != OF_ALL and not label.endswith("alone"):
            next(each for each in app.text_input if unmarked(each.label) == label).set_value("Looked up")


def test_a_single_one_can_be_answered_apart(own_app, late):
    opened(own_app, late)
    late_reason(own_app).set_value("Dates come to the next meeting")
    toggle(own_app).set_value(True).run()
    alone = [each for each in own_app.text_input if each.label.endswith(", alone")]
    assert [unmarked(each.label) for each in alone][:2] == [
        "Reason for number 1, Actions!M2, alone",
        "Reason for number 2, Actions!M3, alone",
    ]
    alone[2].set_value("This one was agreed by the board")
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    answer_the_others(own_app)
    press(own_app, "Accept the return")
    given = [each.reason for each in answered(store(), 12, ME) if each.finding.rule == "status_better_than_evidence"]
    assert given.count("Dates come to the next meeting") == SEVENTEEN - 1
    assert given[2] == "This one was agreed by the board"


def toggle(app):
    """That of the seventeen: the cause that begins in column M."""
    place = [unmarked(each.label) for each in app.text_input if unmarked(each.label).startswith("One reason")].index(OF_ALL)
    return [each for each in app.toggle if each.label.startswith("Answer some of query")][place]


def test_all_of_one_cause_are_listed(own_app, late):
    opened(own_app, late)
    listed = [each for each in tables(own_app) if "Finding" in each.columns and len(each) == SEVENTEEN]
    assert listed[-1]["Where"].tolist() == [f"Actions!M{row}" for row in range(2, 19)]


def test_without_a_reason_nothing_is_accepted(own_app, late):
    opened(own_app, late)
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    (refusal,) = [unmarked(each.value) for each in own_app.error]
    assert refusal.startswith("return.xlsx was not accepted: ")
    assert refusal.endswith("queries need a reason. Nothing was stored.")
    assert stored() == 11


def test_what_was_typed_is_there_in_another_window_and_after_a_reload(own_app, late):
    opened(own_app, late)
    late_reason(own_app).set_value("Dates come to the next meeting")
    toggle(own_app).set_value(True).run()
    next(each for each in own_app.text_input if each.label.endswith(", alone")).set_value("Another")
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst").run()
    again = go(another_window(own_app), "upload", draft=own_app.query_params["draft"])
    assert late_reason(again).value == "Dates come to the next meeting"
    assert next(each for each in again.text_input if each.label.endswith(", alone")).value == "Another"
    assert box(again.text_input, "Your name or role").value == "SEND performance analyst"


def test_what_two_windows_typed_counts_together(own_app, late):
    opened(own_app, late)
    other = go(another_window(own_app), "upload", draft=own_app.query_params["draft"])
    late_reason(other).set_value("Dates come to the next meeting").run()
    answer_the_others(own_app)
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    given = [each.reason for each in answered(store(), 12, ME) if each.finding.rule == "status_better_than_evidence"]
    assert given == ["Dates come to the next meeting"] * SEVENTEEN


def test_what_is_emptied_stays_empty(own_app, late):
    opened(own_app, late)
    late_reason(own_app).set_value("Dates").run()
    late_reason(own_app).set_value("").run()
    own_app.run()
    assert late_reason(own_app).value == ""


def test_what_cannot_be_kept_is_said_and_stays_in_its_box(own_app, late, monkeypatch):
    from pages.parts.data import answering

    def full(*_):
        raise StoreError("There must be room on the disk for the database, got: No space left on device.")

    opened(own_app, late)
    monkeypatch.setattr(answering, "answer_draft", full)
    late_reason(own_app).set_value("Dates come to the next meeting").run()
    assert warned(own_app) == [
        "What you typed last is not kept in the draft. There must be room on the disk for the database, got: No space left "
        "on device."
    ]
    assert late_reason(own_app).value == "Dates come to the next meeting"


def test_once_it_is_accepted_the_draft_is_gone_and_nothing_is_checked_against_itself(own_app, usual_return):
    opened(own_app, usual_return)
    key = own_app.query_params["draft"]
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    with pytest.raises(DraftGone):
        draft_of(store(), key, person_here(""))
    assert drafts_of(store(), ME) == []
    own_app.run()
    assert "Not acceptable yet" not in words(own_app)
    assert "3. What was found" not in words(own_app)
    assert own_app.file_uploader[0].value is None


def test_what_another_accepted_meanwhile_is_said_and_shown_before_anything_is_stored(own_app, usual_return):
    opened(own_app, usual_return)
    assert "Figures: 103 new, 0 changed" in words(own_app)
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    box(own_app.text_input, WHY).set_value("As every quarter")
    first, *others = own_app.session_state["checked"].submission.figures
    theirs = (replace(first, value=first.value + 1), *others)
    content = b"the return of somebody else"
    submission = replace(
        own_app.session_state["checked"].submission,
        figures=theirs,
        file_name="theirs.xlsx",
        content=content,
        sha256=sha256(content).hexdigest(),
    )
    accept(store(), submission, Acceptance(ME.called("Ann Other")))
    press(own_app, "Accept the return")
    (refusal,) = [unmarked(each.value) for each in own_app.error]
    assert refusal.startswith("What you were shown is no longer what is stored: Ann Other")
    assert refusal.endswith(
        "accepted theirs.xlsx as version 12 in the meantime. Look at what would change now and accept again. "
        "Nothing of this was stored, and nothing is lost."
    )
    assert stored() == 12
    assert "Figures: 0 new, 1 changed, 0 withdrawn, 102 unchanged." in words(own_app)
    assert box(own_app.text_input, WHY).value == "As every quarter"
    press(own_app, "Accept the return")
    assert [each.value for each in own_app.success] == ["return.xlsx is accepted as version 13."]
