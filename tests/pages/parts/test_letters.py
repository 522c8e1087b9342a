"""A letter is recorded on screen by who may, shown to everybody, said otherwise with a reason, and taken back."""

from datetime import date, timedelta

from pages.parts.letters import RECORD
from pages.parts.view import database as store
from programme.access import Role
from programme.quarter import Quarter
from store.log.log import log_rows
from tests.pages.looking import go, markup, unfold, words
from tests.pages.parts.data.test_handed_in import another_window
from tests.pages.parts.test_writing import WHY, errors, labels, written
from tests.pages.signing import signed_in
from tests.pages.test_data import box, press


def begun(app, day):
    box(app.date_input, "Date").set_value(day)
    return box(app.selectbox, "From").set_value("NHS England").run()


def logged() -> set[str]:
    with store().cursor() as cursor:
        return {each.what for each in log_rows(cursor)}


def test_a_lead_records_a_letter_says_it_otherwise_and_takes_it_back(own_app, monkeypatch):
    go(own_app, "weakness", weakness="6")
    signed_in(monkeypatch, Role.LEAD)
    unfold(go(own_app, "weakness", weakness="6"), RECORD)
    assert "Choose from whom it is and its day; then there is room for what it says." in words(own_app)
    begun(own_app, date(2024, 12, 11))
    box(own_app.text_area, "Wording").set_value("Bring *every* child a date.")
    box(own_app.text_input, "Document address").set_value("https://www.example.org/letter")
    press(own_app, "Store these words")
    assert errors(own_app) == []
    (made,) = written()
    assert (made.sheet, str(made.quarter), made.about[2]) == (
        "Letters",
        "2024/25 Q3",
        (date(2024, 12, 11), "NHS England", 6),
    )
    assert f"number {made.number}: Letters, 2024/25 Q3, 2024-12-11, NHS England, 6" in logged()
    shown = unfold(go(another_window(own_app), "weakness", weakness="6"), RECORD)
    assert "<b>NHS England, 11 December 2024</b>: “Bring *every* child a date.” The document: " in markup(shown)
    assert "Written here on " in words(shown)
    box(shown.selectbox, "Letter").set_value("NHS England, 11 December 2024").run()
    box(shown.text_area, "Wording").set_value("Bring a date for each child.")
    press(shown, "Store these words")
    assert errors(shown)[0].startswith("Whoever changes what is said must say why, got: nothing.")
    box(shown.text_input, WHY).set_value("the letter was corrected")
    press(shown, "Store these words")
    assert [each.reason for each in written()] == ["", "the letter was corrected"]
    shown = unfold(go(another_window(own_app), "weakness", weakness="6"), RECORD)
    box(shown.selectbox, "Letter").set_value("NHS England, 11 December 2024").run()
    box(shown.toggle, "Withdraw what is written here").set_value(True).run()
    box(shown.text_input, "Why is it withdrawn?").set_value("another area's")
    press(shown, "Withdraw")
    told = words(go(another_window(own_app), "weakness", weakness="6"))
    assert "“Bring *every* child a date.”" in told and "a date for each child.” The document" not in told
    found = words(go(another_window(own_app), "find", q="every* child"))
    assert "NHS England, 11 December 2024" in found


def test_a_letter_of_a_later_quarter_says_where_it_will_stand_and_a_day_to_come_is_refused(own_app, monkeypatch):
    go(own_app, "weakness", weakness="6")
    signed_in(monkeypatch, Role.LEAD)
    unfold(go(own_app, "weakness", weakness="6"), RECORD)
    day = date.today() + timedelta(days=300)
    begun(own_app, day)
    assert f"It is of {Quarter.containing(day)}, and is shown from that quarter on." in words(own_app)
    box(own_app.text_area, "Wording").set_value("Clear them.")
    press(own_app, "Store these words")
    assert "Date must be no later than today, " in errors(own_app)[0]
    assert written() == [] and box(own_app.text_area, "Wording").value == "Clear them."


def test_who_may_not_record_letters_is_offered_no_place_for_one(own_app, monkeypatch):
    go(own_app, "weakness", weakness="6")
    signed_in(monkeypatch, Role.CHAIR, Role.ANALYST, name="Bo")
    assert RECORD not in labels(go(own_app, "weakness", weakness="6"))
    signed_in(monkeypatch, Role.LEAD)
    assert RECORD not in labels(go(own_app, "weakness", weakness="6", as_at="2025-02-10"))
