from pages.parts.view import database
from programme.meeting import AgendaPoint, Attendee
from programme.moment import day_text
from store.meetings.meetings import set_agenda
from tests.pages.looking import go, look_as, markup, words
from tests.pages.meeting import chair, held, newest, pressed
from tests.pages.test_data import box, press


def test_the_chair_opens_a_meeting_whose_agenda_is_what_arises_and_what_needs_the_board(own_app):
    go(own_app, "meetings")
    box(own_app.text_input, "Your name or role").set_value("The chair")
    press(own_app, "Open the meeting")
    meeting = newest()
    assert (str(meeting.quarter), meeting.number, meeting.illustrative) == ("2024/25 Q3", 2, True)
    assert [each.need for each in meeting.agenda] == [
        *("arising", "worsening", "unanswered", "judged", "passed", "differing", "due")
    ]
    assert f"Meeting of {day_text(meeting.held_on)} on 2024/25 Q3" in words(own_app)
    assert '<a href="#arising">Matters arising</a> <b>2</b>' in markup(own_app)
    assert "Two matters arise from earlier meetings, 1 of them overdue" in words(own_app)
    assert not [each for each in own_app.button if each.label == "Open the meeting"]


def test_the_agenda_is_put_in_order_and_kept(own_app):
    go(own_app, "glossary")
    held()
    go(own_app, "meetings")
    box(own_app.text_input, "Another item").set_value("Staffing of *the* panel")
    pressed(own_app, "Add it")
    box(own_app.selectbox, "Point").set_value(1).run()
    pressed(own_app, "Leave out")
    box(own_app.selectbox, "Point").set_value(1).run()
    pressed(own_app, "Move up")
    press(own_app, "Keep this agenda")
    assert "The agenda is kept." in words(own_app)
    own_app.run()
    assert newest().agenda == (AgendaPoint(words="Staffing of *the* panel"), AgendaPoint("worsening"))
    set_agenda(database(), 2, [], chair())
    press(own_app, "Keep this agenda")
    assert "What you were shown is no longer what is stored: The chair changed the agenda on " in words(own_app)
    assert newest().agenda == ()


def test_who_attends_is_a_role_a_line_and_a_meeting_that_is_closed_takes_no_more(own_app):
    go(own_app, "glossary")
    held()
    go(own_app, "meetings")
    box(own_app.text_area, "Present").set_value("Chair\n\n Head of SEND ")
    box(own_app.text_area, "Apologies").set_value("NHS commissioner")
    pressed(own_app, "Keep who attends")
    assert newest().attendance == (Attendee("Chair"), Attendee("Head of SEND"), Attendee("NHS commissioner", came=False))
    press(own_app, "Close the meeting")
    assert not own_app.error, own_app.error[0].value
    assert newest().closed is not None
    assert "is closed. Its minutes can be signed." in words(own_app)


def test_a_lead_sees_the_meeting_and_holds_it_not(own_app):
    go(own_app, "glossary")
    held()
    look_as(own_app, "lead", "meetings")
    assert "Opened by The chair. Present: Chair of the board and Parent carer forum." in words(own_app)
    assert not {"Keep this agenda", "Close the meeting", "Open the meeting"} & {each.label for each in own_app.button}
