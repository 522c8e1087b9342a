from access.unhiding import ask_for, asked_for, refuse
from pages.parts.view import database, progress
from programme.access import Role
from programme.areas import DISTRICTS
from programme.hidden import Item
from record.records import read
from tests.accepting import by
from tests.pages.looking import go, look_as, table, words
from tests.pages.test_data import press

MEASURE = "permanent_exclusions_send"


def small_one(app):
    """A hidden count of 1 to 4 in the newest quarter that can be asked for."""
    go(app, "hidden")
    known = progress(Role.ANALYST).records
    for area in DISTRICTS:
        item = Item(MEASURE, area.code, known.newest, 1)
        figure = known.evidence.figure(*item.cells[0])
        if item in known.hidden.items and figure.value and figure.value < 5:
            return item
    raise AssertionError("the demonstration has some")


def fill(app, label, text):
    next(box for box in app.text_input if box.label == label).set_value(text)


def test_a_reader_is_told_what_the_sign_means_and_nothing_of_what_was_asked(own_app):
    ask_for(database_of(own_app), [small_one(own_app)], by(reason="it was in print"))
    look_as(own_app, "reader", "hidden")
    told = words(own_app)
    assert "Hidden so that no child can be recognised, directly or by subtraction: every figure that reads c." in told
    assert "Whoever needs one asks an analyst, who may ask for its release; an administrator grants or refuses it." in told
    assert "Only an analyst may do this" not in told
    assert "in print" not in told


def database_of(app):
    go(app, "hidden")
    return database()


def test_an_administrator_grants_with_a_reason_and_readers_see_it(own_app):
    item = small_one(own_app)
    (number,) = ask_for(database(), [item], by(reason="it was in print"))
    look_as(own_app, "administrator", "hidden")
    assert table(own_app)["Answer"].tolist() == ["open"]
    fill(own_app, "Your name or role", "A. Dmin")
    press(own_app, "Grant the release")
    assert [each.value for each in own_app.error] == [
        "A grant must say who grants and why, got: nothing. Nothing was changed."
    ]
    fill(own_app, "Why is it granted or refused?", "seen on page 12")
    press(own_app, "Grant the release")
    told = f"Number {number} is granted: {item.told}. Readers see it from now on, and not at earlier moments."
    assert told in words(own_app)
    assert table(own_app)["Answer"].tolist() == ["granted"]
    assert item not in read(database()).hidden.items
    assert asked_for(database())[0].ruling.by == "A. Dmin"


def test_an_administrator_refuses_and_it_stays_hidden(own_app):
    item = small_one(own_app)
    ask_for(database(), [item], by(reason="it was in print"))
    look_as(own_app, "administrator", "hidden")
    fill(own_app, "Your name or role", "A. Dmin")
    fill(own_app, "Why is it granted or refused?", "it was not")
    press(own_app, "Refuse it")
    assert f"Number 1 is refused: {item.told}. It stays hidden." in words(own_app)
    assert item in read(database()).hidden.items


def test_where_nothing_was_asked_for_it_is_said_and_an_analyst_rules_nothing(app):
    look_as(app, "analyst", "hidden")
    assert "No release of a hidden figure was asked for." in words(app)
    assert not [button for button in app.button if button.label == "Grant the release"]


def test_what_another_ruled_meanwhile_puts_no_other_number_in_its_place(own_app):
    first = small_one(own_app)
    known = progress(Role.ANALYST).records.hidden.items
    second = next(each for each in sorted(known) if each.measure == MEASURE and each != first)
    ask_for(database(), [first], by(reason="it was in print"))
    (number,) = ask_for(database(), [second], by(reason="it was in print too"))
    look_as(own_app, "administrator", "hidden")
    box = next(each for each in own_app.selectbox if each.label == "Which figure?")
    box.set_value(number)
    fill(own_app, "Your name or role", "A. Dmin")
    fill(own_app, "Why is it granted or refused?", "it was not")
    refuse(database(), number, by("Another", "nobody knows where"))
    press(own_app, "Refuse it")
    assert [each.value for each in own_app.error] == [
        f"Number {number} was refused already, by Another. Nothing was changed."
    ]
    assert [each.ruling and each.ruling.by for each in asked_for(database())] == [None, "Another"]
    assert next(each for each in own_app.text_input if each.label.startswith("Why is it")).value == "it was not"
