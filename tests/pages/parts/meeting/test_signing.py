from pages.parts.view import database
from programme.access import Person, Role
from programme.submission import Acceptance
from store.sign_offs import approve_quarter, publish_quarter, send_for_review
from store.signoff_rows import sign_off_of
from tests.pages.looking import go, look_as, markup, words
from tests.pages.meeting import NOW
from tests.pages.test_data import box, press

LEAD = Person("Head of SEND", "lead@desk-3", frozenset({Role.LEAD}))
CHAIR = Person("The chair", "chair@desk-4", frozenset({Role.CHAIR}))


def test_a_lead_sends_the_quarter_and_where_nobody_signs_in_the_page_says_why_it_goes_no_further(own_app):
    go(own_app, "meetings", tab="Sign-off")
    assert own_app.title[0].value == "2024/25 Q3 is a draft"
    assert "Not signed off." in words(own_app)
    box(own_app.text_area, "Note").set_value("ready *for* the board")
    box(own_app.text_input, "Your name or role").set_value("Head of SEND")
    press(own_app, "Send for review")
    assert not own_app.error, own_app.error[0].value
    (signed,) = sign_off_of(database()).signatures
    assert (str(signed.quarter), signed.by, signed.note) == ("2024/25 Q3", "Head of SEND", "ready *for* the board")
    own_app.run()
    assert own_app.title[0].value == "2024/25 Q3 waits for review"
    assert "“ready *for* the board”." in markup(own_app)
    assert (
        "This (approve) needs a second person, who wrote none of the words, got: a machine that asks nobody to sign in. It "
        "can be done once people sign in."
    ) in words(own_app)


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
