import pytest

from loaders.forms.saving import save
from programme.aliases import Alias, Thing
from store.aliases import aliases_of
from tests.factories import cell_of
from tests.pages.looking import go, words
from tests.pages.test_data import box, drop, press, usual


def added():
    from pages.parts.view import database

    return [(each.alias, each.by, each.reason) for each in aliases_of(database())]


@pytest.fixture
def form(demonstration_records):
    """The form with a district under the name that it had before 2018, and two under one that is none."""
    made = usual(demonstration_records)
    for row in made["Figures"].iter_rows(min_row=2):
        if row[2].value == "Folkestone and Hythe":
            row[2].value = "Shepway"
    return made


def test_what_is_meant_by_a_name_is_said_once_and_the_file_is_read_by_it(own_app, form):
    assert cell_of(form, "plans_issued", "Shepway").value
    go(own_app, "upload")
    drop(own_app, save(form))
    assert "Area must be one of Kent's areas" in words(own_app)
    press(own_app, "That is what I mean, always")
    assert [each.value for each in own_app.error][-1].startswith("It must be said what is meant, got: nothing.")
    assert added() == []
    box(own_app.selectbox, "“Shepway” is the area").set_value("E07000112")
    box(own_app.text_input, "Why it is called so").set_value("our system still has the old name")
    next(each for each in own_app.text_input if each.label == "Your name or role").set_value("Ann")
    press(own_app, "That is what I mean, always")
    shepway = Alias(Thing.AREA, "E07000112", "Shepway")
    assert added() == [(shepway, "Ann", "our system still has the old name")]
    told = words(own_app)
    assert "“Shepway” means Folkestone and Hythe, in this file and in every other from now on." in told
    assert "“Shepway” was read as Folkestone and Hythe." in told
    assert "Nothing stands against this return." in told
