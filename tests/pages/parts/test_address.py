import pytest
from streamlit.testing.v1 import AppTest

AREA = """
from pages.parts import address
address.choose("Area", "area", ["Kent", "Ashford"], "Kent", lambda area: f"{area}!")
"""
WORD = """
from pages.parts import address
address.typed("Find a word", "term", placeholder="send")
"""
TABS = """
from pages.parts import address
address.tabs("tab", ["Chart", "Table"])
"""


def page(script: str, **choices: str) -> AppTest:
    app = AppTest.from_string(script)
    for key, value in choices.items():
        app.query_params[key] = value
    return app.run()


def at_address(app: AppTest, **choices: str) -> AppTest:
    """Go to another address of the same page, in the same session."""
    app.query_params.clear()
    for key, value in choices.items():
        app.query_params[key] = value
    return app.run()


@pytest.mark.parametrize(
    ("asked", "chosen"), [({"area": "Ashford"}, "Ashford"), ({"area": "Atlantis"}, "Kent"), ({}, "Kent")]
)
def test_the_address_chooses_and_what_it_cannot_ask_for_is_the_default(asked, chosen):
    app = page(AREA, **asked)
    assert app.selectbox[0].value == chosen
    assert app.query_params["area"] == chosen


def test_a_choice_of_the_reader_goes_into_the_address():
    app = page(AREA, area="Ashford")
    app.selectbox[0].set_value("Kent").run()
    assert app.query_params["area"] == "Kent"


def test_a_choice_is_kept_where_the_address_holds_nothing():
    app = page(AREA, area="Ashford")
    assert at_address(app).selectbox[0].value == "Ashford"
    assert app.query_params["area"] == "Ashford"


def test_another_address_is_followed_in_the_same_session():
    app = page(AREA, area="Ashford")
    assert at_address(app, area="Kent").selectbox[0].value == "Kent"


def test_choices_are_shown_by_their_names():
    assert page(AREA).selectbox[0].options == ["Kent!", "Ashford!"]


def test_a_text_stands_in_the_address_without_the_spaces_around_it():
    app = page(WORD, term="plan")
    assert app.text_input[0].value == "plan"
    app.text_input[0].set_value("  tribunal ").run()
    assert app.query_params["term"] == "tribunal"


def test_an_emptied_text_is_taken_out_of_the_address():
    app = page(WORD, term="plan")
    app.text_input[0].set_value("").run()
    assert "term" not in app.query_params


def test_a_whole_address_without_a_text_empties_the_box():
    app = page(WORD, term="plan")
    assert at_address(app, quarter="2024/25 Q3").text_input[0].value == ""


def test_a_text_keeps_whatever_signs_it_has():
    app = page(WORD, term="![x](http://evil) $a$")
    assert app.text_input[0].value == app.query_params["term"] == "![x](http://evil) $a$"


def open_tab(app: AppTest) -> list[str]:
    return [app.session_state["tab"], app.query_params.get("tab", "")]


def test_a_tab_is_opened_by_the_address_and_the_first_needs_none():
    assert open_tab(page(TABS, tab="Table")) == ["Table", "Table"]
    assert open_tab(page(TABS)) == ["Chart", ""]
    assert open_tab(page(TABS, tab="Picture")) == ["Chart", ""]


def test_a_link_that_names_no_tab_begins_at_the_first():
    assert open_tab(at_address(page(TABS, tab="Table"))) == ["Chart", ""]


def test_labels_are_no_markdown():
    labelled = AREA.replace('"Area"', '"The *area*"')
    assert page(labelled).selectbox[0].label == "The \\*area\\*"
    assert page(WORD.replace('"Find a word"', '"Find $a$ word"')).text_input[0].label == "Find \\$a\\$ word"
