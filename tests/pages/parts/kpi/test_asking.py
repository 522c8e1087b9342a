from access.unhiding import asked_for
from pages.parts.view import database
from programme.areas import area_coded
from tests.pages.looking import go, look_as, words
from tests.pages.parts.data.test_hidden import MEASURE, fill, small_one
from tests.pages.test_data import press


def origin(app, role, item):
    look_as(app, role, "hidden")
    app.query_params["area"] = area_coded(item.area).name
    go(app, "kpi", kpi=MEASURE, area=area_coded(item.area).name, tab="Definition and source")
    return words(app)


def test_an_analyst_asks_on_the_page_of_the_measure(own_app):
    item = small_one(own_app)
    assert f"Readers see c here, because of: {item.told}." in origin(own_app, "analyst", item)
    press(own_app, "Ask for its release")
    assert "What is asked for must say who asks and why, got: nothing. Nothing was changed." in words(own_app)
    fill(own_app, "Your name or role", "A. Nalyst")
    fill(own_app, "Why should readers see it?", "it was in print")
    press(own_app, "Ask for its release")
    assert f"Asked for as number 1: {item.told}. It stays hidden until an administrator grants it." in words(own_app)
    (found,) = asked_for(database())
    assert (found.item, found.by, found.reason) == (item, "A. Nalyst", "it was in print")


def test_nobody_else_is_asked_to(app):
    item = small_one(app)
    for role in ("reader", "administrator"):
        assert "Hidden from readers" not in origin(app, role, item)
        assert not [button for button in app.button if button.label == "Ask for its release"]
