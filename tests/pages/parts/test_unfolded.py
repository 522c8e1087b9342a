"""What is folded away is built for who opens it, and stays as it is while its page is looked at."""

from programme.sheets.summary import ALERT
from tests.pages.looking import go, markup, unfold
from tests.pages.test_data import box

LIST = "The same as a list, with the rating of every quarter"
WRITE = "Write what leads say of 2024/25 Q3"
GRID = '<table class="grid'


def test_what_is_folded_is_built_once_somebody_opens_it(app):
    go(app, "weakness", weakness="6")
    assert LIST in [each.label for each in app.expander]
    assert GRID not in markup(app)
    assert GRID in markup(unfold(app, LIST))


def test_nothing_that_was_typed_is_lost_where_it_is_folded_again(app):
    go(app, "overview")
    assert not app.text_area
    unfold(app, WRITE)
    box(app.selectbox, "Kind").set_value(ALERT).run()
    (name,) = app.session_state["what was unfolded"]
    app.session_state[name] = False
    app.run()
    assert (box(app.selectbox, "Kind").value, len(app.text_area)) == (ALERT, 1)


def test_it_is_folded_again_once_another_page_was_looked_at(app):
    unfold(go(app, "weakness", weakness="6"), LIST)
    go(app, "risks")
    assert GRID not in markup(go(app, "weakness", weakness="6"))
