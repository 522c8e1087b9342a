from tests.pages.looking import go, unmarked
from tests.pages.parts.data.test_naming import added
from tests.pages.test_data import box, press


def test_it_must_be_said_which_and_why_and_what_was_typed_stays(own_app):
    go(own_app, "upload")
    before = added()
    press(own_app, "Take it back")
    assert [unmarked(each.value) for each in own_app.error] == [
        "It must be said which name is taken back, got: nothing. Nothing was changed."
    ]
    box(own_app.selectbox, "Take a name back").set_value(1)
    press(own_app, "Take it back")
    (refusal,) = [unmarked(each.value) for each in own_app.error]
    assert refusal.startswith("A withdrawal must say who withdraws and why")
    assert box(own_app.selectbox, "Take a name back").value == 1
    assert added() == before
