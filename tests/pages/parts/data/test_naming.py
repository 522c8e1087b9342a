import openpyxl
import pytest

from loaders.forms.saving import save
from loaders.layouts.layout import Layout, layout_text
from programme.aliases import Alias, Thing
from store.returns.aliases import aliases_of
from store.returns.layouts import keep_layout
from tests.accepting import by
from tests.factories import cell_of, saved
from tests.pages.looking import go, table, tables, words
from tests.pages.test_data import box, drop, press


def added():
    from pages.parts.view import database

    return [(each.alias, each.by, each.reason) for each in aliases_of(database())]


@pytest.fixture
def form(form):
    """The form with a district under a name that means nothing of ours."""
    for row in form["Figures"].iter_rows(min_row=2):
        if row[2].value == "Folkestone and Hythe":
            row[2].value = "Romney Marsh"
    return form


def test_what_is_meant_by_a_name_is_said_once_and_the_file_is_read_by_it(own_app, form):
    assert cell_of(form, "plans_issued", "Romney Marsh").value
    go(own_app, "upload")
    drop(own_app, save(form))
    assert "Area must be one of Kent's areas" in words(own_app)
    press(own_app, "That is what I mean, always")
    assert [each.value for each in own_app.error][-1].startswith("It must be said what is meant, got: nothing.")
    assert len(added()) == 2
    box(own_app.selectbox, "“Romney Marsh” is the area").set_value("E07000112")
    box(own_app.text_input, "Why it is called so").set_value("our system has it so")
    next(each for each in own_app.text_input if each.label == "Your name or role").set_value("Ann")
    press(own_app, "That is what I mean, always")
    marsh = Alias(Thing.AREA, "E07000112", "Romney Marsh")
    assert added()[2:] == [(marsh, "Ann", "our system has it so")]
    told = words(own_app)
    assert "“Romney Marsh” means Folkestone and Hythe, in this file and in every other from now on." in told
    assert "“Romney Marsh” was read as Folkestone and Hythe." in told
    assert "Nothing stands against this return." in told


def test_names_that_were_added_are_listed_and_taken_back(own_app):
    go(own_app, "upload")
    assert "Names that people added: 2" in [each.label for each in own_app.expander]
    told = table(own_app)
    assert list(zip(told["Name"], told["Called here"], strict=True)) == [
        ("Community paeds waiting list", "Children waiting for community paediatrics"),
        ("Shepway", "Folkestone and Hythe"),
    ]
    box(own_app.selectbox, "Take a name back").set_value(1)
    box(own_app.text_input, "Why does it mean that no more?").set_value("the system was renewed")
    next(each for each in own_app.text_input if each.label == "Your name or role").set_value("Bo")
    press(own_app, "Take it back")
    assert "“Shepway” means Folkestone and Hythe no more. What was accepted by it stays as it is." in words(own_app)


def test_a_name_that_a_layout_left_out_is_said_there_too_and_the_file_is_read_by_it(own_app):
    from pages.parts.view import database

    layout = Layout("Plans by district", headings={"Plans": "plans_issued"}, tables={"Plans": ""})
    keep_layout(database(), layout.name, layout_text(layout), by("A. Nalyst", "every quarter"))
    book = openpyxl.Workbook()
    for line in (["Plans, Q2 2019/20"], ["Area", "Plans"], ["Kent", 41], ["Romney Marsh", 9]):
        book.active.append(line)
    go(own_app, "upload")
    drop(own_app, saved(book), "districts.xlsx")
    assert "1 name is nothing of ours and left out: Romney Marsh." in words(own_app)
    box(own_app.selectbox, "“Romney Marsh” is the area").set_value("E07000112")
    box(own_app.text_input, "Why it is called so").set_value("our system has it so")
    next(each for each in own_app.text_input if each.label == "Your name or role").set_value("Ann")
    press(own_app, "That is what I mean, always")
    read = next(each for each in tables(own_app) if "From cell" in each)
    assert dict(zip(read["From cell"], read["Area"], strict=True)) == {
        "Sheet!B3": "Kent",
        "Sheet!B4": "Folkestone and Hythe",
    }
