from pages.parts.view import database
from store.meetings.meetings import close_meeting, keep_minutes
from tests.pages.looking import go, look_as, words
from tests.pages.meeting import chair, held, newest
from tests.pages.test_data import box, press


def test_a_draft_that_writes_itself_is_edited_and_signed(own_app):
    go(own_app, "glossary")
    held()
    go(own_app, "minutes")
    assert "They are not signed yet." in words(own_app)
    draft = box(own_app.text_area, "Minutes").value
    assert draft.splitlines()[0].startswith("Meeting of 12 March 2025 on 2024/25 Q3. Opened by The chair. Present: Chair of")
    assert "Two matters arise from earlier meetings, 1 of them overdue:" in draft
    assert box(own_app.text_input, "The chair's update, sentence 1").value.startswith("2024/25 Q3: Of ")
    box(own_app.text_area, "Minutes").set_value("What was *said*.")
    press(own_app, "Sign the minutes")
    assert "Minutes are signed once their meeting is closed, got: that on 2024/25 Q3, which is open." in words(own_app)
    assert box(own_app.text_area, "Minutes").value == "What was *said*."
    close_meeting(database(), 2, chair())
    go(own_app, "minutes")
    box(own_app.text_area, "Minutes").set_value("What was *said*.")
    press(own_app, "Sign the minutes")
    assert newest().signed.words == "What was *said*."
    assert len(newest().signed.update.splitlines()) == 3
    assert "What was *said*." in words(own_app)


def test_a_draft_is_the_chairs_alone_until_it_is_signed_and_nobody_writes_over_anothers(own_app):
    go(own_app, "minutes")
    box(own_app.text_area, "Minutes").set_value("A correction.")
    keep_minutes(database(), 1, "Of the clerk.", "", chair(), sign=False)
    box(own_app.text_input, "Your name or role").set_value("The chair")
    press(own_app, "Keep as a draft")
    assert "What you were shown is no longer what is stored: The chair changed the minutes on " in words(own_app)
    look_as(own_app, "lead", "minutes")
    assert "The parent carer forum asked what will be different by the summer" in words(own_app)
    assert "Of the clerk." not in words(own_app)
    assert not [each for each in own_app.button if each.label == "Sign the minutes"]


def test_before_the_first_meeting_there_are_no_minutes(app):
    go(app, "minutes", quarter="2023/24 Q4")
    assert [each.value for each in app.title] == ["No minutes"]
    assert "No meeting on 2023/24 Q4 or before is on record." in words(app)


def test_what_is_typed_and_not_kept_is_there_after_another_tab_and_writes_over_nobody(own_app):
    go(own_app, "minutes")
    box(own_app.text_area, "Minutes").set_value("Half a *sentence*").run()
    box(own_app.text_input, "The chair's update, sentence 2").set_value("Second.").run()
    go(own_app, "records")
    keep_minutes(database(), 1, "Of the clerk.", "", chair(), sign=False)
    go(own_app, "minutes")
    assert box(own_app.text_area, "Minutes").value == "Half a *sentence*"
    assert box(own_app.text_input, "The chair's update, sentence 2").value == "Second."
    box(own_app.text_input, "Your name or role").set_value("The chair")
    press(own_app, "Keep as a draft")
    assert "What you were shown is no longer what is stored: The chair changed the minutes on " in words(own_app)
    assert box(own_app.text_area, "Minutes").value == "Half a *sentence*"
    press(own_app, "Keep as a draft")
    assert newest().draft.words == "Half a *sentence*"
