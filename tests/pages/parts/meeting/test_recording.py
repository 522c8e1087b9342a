from pages.parts.view import database
from programme.access import Role
from programme.areas import area_coded
from programme.meeting import About, Minuted, MinutedOutcome, Subject
from store.meetings.meetings import close_meeting
from tests.pages.looking import go, look_as, unmarked, words
from tests.pages.meeting import chair, held, newest
from tests.pages.parts.data.test_hidden import MEASURE, small_one
from tests.pages.signing import signed_in
from tests.pages.test_data import box, press

KPI = "plans_over_52_weeks"


def on_the_kpi(app, **more):
    return go(app, "kpi", kpi=KPI, **more)


def opened(app):
    go(app, "glossary")
    held()
    return app


def test_a_challenge_is_a_question_and_a_button_on_the_page_of_what_is_challenged(own_app):
    """Three clicks: what opens the form, the box, the button; who asks is one who came, and who records is known."""
    on_the_kpi(opened(own_app))
    box(own_app.text_input, "What is asked?").set_value("Why do *old* cases take a year?")
    press(own_app, "Record the challenge")
    assert "Recorded as M2-5, a challenge. It stands on record on the page Meetings." in words(own_app)
    (found,) = newest().on_record
    assert found.said.about == About(Subject.MEASURE, KPI, "E10000016")
    assert (found.said.words, found.said.asked_by) == ("Why do *old* cases take a year?", "Chair of the board")
    assert (found.done.by, found.seen) == ("The chair", found.done.change - 1)
    assert "Challenged, not answered: 1 of 1" in words(own_app)
    assert "Chair of the board asked: “Why do *old* cases take a year?”" in words(own_app)
    assert box(own_app.text_input, "What is asked?").value == ""
    assert "Challenged, not answered: 1 of 2" in words(go(own_app, "weakness", weakness="6"))


def test_what_lacks_something_is_said_and_what_was_typed_stays(own_app):
    on_the_kpi(opened(own_app))
    fill = box(own_app.text_input, "What is to be done?")
    fill.set_value("Fill the posts")
    press(own_app, "Record the follow-up")
    assert "A follow-up must say which role does it, got: nothing. Nothing was changed." in words(own_app)
    assert box(own_app.text_input, "What is to be done?").value == "Fill the posts"
    assert newest().on_record == ()


def test_the_chair_closes_while_another_writes(own_app):
    on_the_kpi(opened(own_app))
    box(own_app.text_input, "The wording of the decision").set_value("The plan stands.")
    close_meeting(database(), 2, chair())
    press(own_app, "Record the decision")
    assert (
        "Only in a meeting that is open can anything be recorded, got: that on 2024/25 Q3, which The chair closed on "
        in words(own_app)
    )
    assert box(own_app.text_input, "The wording of the decision").value == "The plan stands."
    assert newest().on_record == ()


def test_decisions_requests_and_rulings_about_a_weakness_a_risk_and_an_action(own_app):
    opened(own_app)
    go(own_app, "weakness", weakness="6")
    box(own_app.text_input, "Which judgement of the lead, and why").set_value("It is not yet amber")
    own_app.radio(key=next(each.key for each in own_app.radio if each.label == "The board has")).set_value("rejected")
    press(own_app, "Record the ruling")
    go(own_app, "risks")
    box(own_app.text_input, "The wording of the decision").set_value("The risk is accepted.")
    press(own_app, "Record the decision")
    go(own_app, "actions", action="APP-6.07")
    box(own_app.text_input, "Which figure, that is not held?").set_value("Posts filled")
    press(own_app, "Record the request")
    ruling, decision, request = (each.said for each in newest().on_record)
    assert (ruling.kind, ruling.about, ruling.outcome) == (
        Minuted.JUDGEMENT,
        About(Subject.WEAKNESS, "6"),
        MinutedOutcome.REJECTED,
    )
    assert (decision.about.subject, decision.outcome) == (Subject.RISK, MinutedOutcome.AGREED)
    assert (request.kind, request.about) == (Minuted.REQUEST, About(Subject.ACTION, "APP-6.07"))


def test_about_a_figure_that_readers_do_not_see_it_is_said_and_a_reader_gets_no_word_of_it(own_app):
    item = small_one(own_app)
    held()
    look_as(own_app, "chair", "glossary")
    go(own_app, "kpi", kpi=MEASURE, area=area_coded(item.area).name)
    assert "Readers do not see this figure: what is recorded about it here reaches only those who see it." in words(own_app)
    box(own_app.text_input, "What is asked?").set_value("Why were three excluded?")
    press(own_app, "Record the challenge")
    assert newest().on_record[0].said.words == "Why were three excluded?"
    came_from = next(each for each in own_app.selectbox if each.label == "It came from")
    assert list(map(unmarked, came_from.options)) == ["no challenge", "M2-5"]
    for role in ("chair", "reader"):
        look_as(own_app, role, "records")
        assert "three excluded" not in words(own_app)
        assert "It is about a figure that readers do not see: its words reach those who see it." in words(own_app)
    look_as(own_app, "analyst", "records")
    assert "“Why were three excluded?”" in unmarked(words(own_app))


def test_nobody_else_records_and_nothing_is_recorded_in_the_past(own_app, monkeypatch):
    opened(own_app)
    for role in ("reader", "analyst", "lead", "administrator"):
        look_as(own_app, role, "glossary")
        on_the_kpi(own_app)
        assert not [each for each in own_app.button if each.label.startswith("Record the")], role
    look_as(own_app, "chair", "glossary")
    on_the_kpi(own_app, as_at="2025-03-31")
    assert not [each for each in own_app.button if each.label.startswith("Record the")]
    signed_in(monkeypatch, Role.CHAIR)
    on_the_kpi(own_app, as_at="")
    assert "It is recorded as done by Ann." in words(own_app)


def test_without_a_meeting_there_is_nothing_to_record_in(app):
    on_the_kpi(app)
    assert not [each for each in app.button if each.label.startswith("Record the")]
