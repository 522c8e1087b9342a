from tests import dfe_files
from tests.pages.looking import go, table, words


def load(app, content, name="requests.csv"):
    app.file_uploader[0].set_value((name, content, "text/csv"))
    by_label = {box.label: box for box in app.text_input}
    by_label["Which release is it?"].set_value("EHC plans 2025")
    by_label["Your name or role"].set_value("analyst")
    next(button for button in app.button if button.label == "Load the figures").click().run()
    assert not app.exception, app.exception


def test_a_release_is_loaded_and_then_stands_first(own_app):
    go(own_app, "published")
    load(own_app, dfe_files.requests())
    assert "requests.csv: 8 published figures are loaded." in words(own_app)
    assert table(own_app)["Source"][0] == "EHC plans 2025"


def test_a_file_of_another_kind_is_refused_with_its_reason(app):
    go(app, "published")
    load(app, b"a,b\n1,2\n")
    assert "requests.csv was not loaded. Nothing was stored." in words(app)


def test_nothing_is_loaded_without_a_file_a_release_and_a_name(app):
    go(app, "published")
    next(button for button in app.button if button.label == "Load the figures").click().run()
    assert "A file, its release and your name or role must be given. Nothing was stored." in words(app)
