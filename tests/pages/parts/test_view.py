import pytest
import streamlit as st

from pages.parts import view
from pages.parts.view import COPY_LINK, database
from programme.access import EVERY_ROLE, Role, person_here
from store.log.log import log_rows
from tests.pages.looking import go, look_as, markup, unmarked, words

NEWEST = "<b>2024/25 Q3, Kent</b>, final. As known now"


def test_every_page_has_the_choices_the_strip_and_a_link_to_copy(app):
    go(app, "glossary")
    assert [each.label for each in app.selectbox] == ["Quarter", "Area", "Look as"]
    assert app.text_input(key="as_at").label == "As at"
    assert NEWEST in markup(app)
    assert COPY_LINK in markup(app)


@pytest.mark.parametrize("page", ["overview", "upload"])
def test_every_page_says_that_nobody_is_asked_to_sign_in(app, page):
    sentence = (
        "Nobody is asked to sign in: whoever is at this machine holds every role here, and may do every deed that needs no "
        "second person. Looking as one role shows and offers what that role may see and do."
    )
    assert f'<p class="foot" role="note">{sentence}</p>' in markup(go(app, page))
    assert sentence in words(look_as(app, "reader", page))
    (box,) = [box for box in app.selectbox if box.label == "Look as"]
    assert box.options == ["every role: nobody signs in", *Role]


@pytest.mark.parametrize("role", ["", *Role])
def test_who_looks_is_told_apart_by_where_from_and_as_what(app, role):
    shelf = look_as(app, role, "glossary").session_state["shelf"]
    said = f"this machine, as {role}" if role else "this machine"
    account = person_here("").account
    assert (shelf.person.name, shelf.person.account) == (said, f"{said}: {account}")
    assert shelf.person.roles == ({role} if role else EVERY_ROLE)
    assert shelf.person.alone
    assert shelf.window == "test session id"


def test_what_is_chosen_stands_in_the_address_and_in_every_link(app):
    go(app, "overview", quarter="2023/24 Q4", area="Ashford")
    assert (app.query_params["quarter"], app.query_params["area"]) == ("2023/24 Q4", "Ashford")
    assert '<a class="present" href="present?quarter=2023%2F24+Q4&amp;area=Ashford">' in markup(app)


def test_a_past_moment_goes_with_every_link_and_has_a_way_back(app):
    page = markup(go(app, "overview", as_at="2024-11-30"))
    assert '<a class="present" href="present?quarter=2024%2F25+Q2&amp;area=Kent&amp;as_at=2024-11-30">Present</a>' in page
    assert '<a href="weaknesses?quarter=2024%2F25+Q2&amp;area=Kent&amp;as_at=2024-11-30&amp;weakness=6">' in page
    assert '<a href="?area=Kent&amp;quarter=2024%2F25+Q2">Back to now</a>' in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("[x](http://evil)", "A moment is written like 2025-03-31, 31/03/2025 or 2025-03-31T09:30, got: [x](http://evil)."),
        ("last March", "A moment is written like 2025-03-31, 31/03/2025 or 2025-03-31T09:30, got: last March."),
        ("9999-12-31", "A moment to look back to is a day that has been, today at the latest, got: 9999-12-31."),
        ("2999-01-01T10:00", "A moment to look back to is a day that has been, today at the latest, got: 2999-01-01T10:00."),
    ],
)
def test_a_moment_that_is_none_is_a_sentence_and_no_figure_stands_under_it(app, asked, sentence):
    go(app, "overview", as_at=asked)
    assert app.title[0].value == "There is no such moment to look back to"
    assert [unmarked(each.value) for each in app.error] == [
        f"{sentence} Nothing is shown, so that nothing stands under a date that it does not answer."
    ]
    assert "[x](" not in app.error[0].value and "http:/" not in app.error[0].value
    assert len(app.title) == 1
    assert 'class="standing-rows"' not in markup(app) and 'class="grid"' not in markup(app)
    assert '">Back to now</a>' in markup(app)
    assert "as_at" not in app.query_params


def test_the_first_day_of_the_calendar_is_before_the_first_return(app):
    assert "Nothing had been accepted at that moment." in words(go(app, "overview", as_at="0001-01-01"))


def test_a_notice_is_told_once_and_as_it_was_typed(app):
    app.session_state["notice"] = "![x](y).xlsx is accepted as version 7."
    go_on = app.run()
    assert [unmarked(each.value) for each in go_on.success] == ["![x](y).xlsx is accepted as version 7."]
    assert go_on.success[0].value == "!\\[x\\](y).xlsx is accepted as version 7."
    assert not app.run().success


def test_a_notice_whose_page_was_left_half_drawn_is_told_again(app, monkeypatch):
    app.session_state["notice"] = "The answer is on record."
    with monkeypatch.context() as another_click:
        another_click.setattr(view, "notice_was_seen", st.stop)
        assert [each.value for each in app.run().success] == ["The answer is on record."]
    assert [each.value for each in app.run().success] == ["The answer is on record."]
    assert not app.run().success


def test_an_area_or_a_quarter_that_is_none_is_said_and_is_kent_and_the_newest(app):
    go(app, "overview", area="Atlantis", quarter="1999/00 Q1")
    assert NEWEST in markup(app)
    assert [unmarked(each.value) for each in app.warning] == [
        "There is no area “Atlantis” here: Kent is shown.",
        "There is no quarter “1999/00 Q1” here: 2024/25 Q3 is shown.",
    ]
    assert (app.query_params["quarter"], app.query_params["area"]) == ("2024/25 Q3", "Kent")


def test_an_empty_store_puts_no_quarter_into_the_address(empty_app):
    go(empty_app, "glossary")
    assert "quarter" not in empty_app.query_params
    assert 'class="strip"' not in markup(empty_app)


def test_while_readers_keep_the_state_before_an_analyst_is_told_on_every_page_because_of_which_figure(tampered_app):
    with database().transaction() as cursor:
        newest = "(SELECT max(change) FROM hidden_decisions)"
        cursor.execute(f"UPDATE hidden_decisions SET withheld = 'Plans issued, Kent' WHERE change = {newest}")
    told = (
        "Readers keep the state before: whatever else is hidden, “Plans issued, Kent” could be narrowed from what they have "
        "seen already. Correct what it is worked out from, or withdraw this version. Nothing was lost."
    )
    assert told in [unmarked(each.value) for each in look_as(tampered_app, "analyst", "glossary").warning]
    assert "Readers keep the state before" not in words(look_as(tampered_app, "reader", "glossary"))


def test_who_sees_hidden_figures_is_logged_with_what_they_looked_at(app):
    go(app, "overview", quarter="2023/24 Q4", area="Ashford", q="Jane Smith")
    look_as(app, "reader", "overview")
    view.database().looks.flush()
    with view.database().cursor() as cursor:
        rows = [row for row in log_rows(cursor) if row.deed == "looked at hidden figures"]
    assert "/ Ashford, 2023/24 Q4" in [row.what for row in rows]
    assert not [row for row in rows if "Jane" in row.what or row.name.endswith("as reader")]


def test_nobody_is_held_up_by_a_collection_after_every_run():
    assert st.config.get_option("runner.postScriptGC") is False
