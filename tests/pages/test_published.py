from datetime import date

from tests import dfe_files
from tests.pages.looking import go, table, tables, words


def load(app, content, name="requests.csv", day=None, reason="", button="Load the figures"):
    app.file_uploader[0].set_value((name, content, "text/csv"))
    by_label = {box.label: box for box in app.text_input}
    by_label["Which release is it?"].set_value("EHC plans 2025")
    by_label["Your name or role"].set_value("analyst")
    by_label["One reason for every query"].set_value(reason)
    if day:
        app.date_input[0].set_value(day)
    next(each for each in app.button if each.label == button).click().run()
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


def test_what_a_release_would_change_is_shown_before_it_is_loaded(own_app):
    go(own_app, "published")
    load(own_app, dfe_files.requests(refused=1_500), button="Show what would change")
    assert "Nothing stands against this file." in words(own_app)
    shown = next(each for each in tables(own_app) if "Period" in each.columns)
    kent = shown[(shown["Area"] == "Kent") & (shown["Series"] == "requests_refused")]
    assert kent["Value"].tolist() == ["55 (2,200 of 4,001) → 37.5 (1,500 of 4,001)"]
    place = next(each for each in tables(own_app) if "Place among neighbours" in each.columns)
    assert all(" → " in each for each in place["Place among neighbours"])
    assert "EHC plans 2025" not in table(own_app)["Source"].tolist()


def test_queries_need_a_reason_and_a_day_is_asked_for(own_app):
    go(own_app, "published")
    load(own_app, dfe_files.requests().replace(b"25.2", b"52.2"))
    assert "requests.csv was not loaded: 1 query needs a reason. Nothing was stored." in words(own_app)
    load(own_app, dfe_files.requests().replace(b"25.2", b"52.2"), reason="the DfE says so")
    assert table(own_app)["Source"][0] == "EHC plans 2025"
    load(go(own_app, "published"), dfe_files.requests(), "later.csv")
    assert "later.csv was not loaded. Nothing was stored." in words(own_app)
    found = next(each for each in tables(own_app) if "Finding" in each.columns)
    assert "(--published, like 2025-06-26)" in found["Finding"].tolist()[-1]


def test_a_release_is_withdrawn_and_the_screen_says_so(own_app):
    go(own_app, "published")
    load(own_app, dfe_files.requests(refused=1_500), day=date(2025, 6, 26))
    assert table(own_app)["Published"][0] == "26 June 2025"
    go(own_app, "published")
    box = next(each for each in own_app.selectbox if each.label == "Which release?")
    box.set_value(box.options[0]).run()
    assert " that change, " in words(own_app)
    own_app.text_input(key="withdrawn by").set_value("analyst")
    next(box for box in own_app.text_input if box.label == "Why is it withdrawn?").set_value("the file was a draft")
    next(each for each in own_app.button if each.label == "Withdraw the release").click().run()
    assert not own_app.exception, own_app.exception
    assert "Release 1 is withdrawn. Nothing was deleted." in words(own_app)
    withdrawn = next(each for each in tables(own_app) if "Why" in each.columns)
    assert withdrawn["Why"].tolist() == ["the file was a draft"]
    assert "EHC plans 2025" not in table(own_app)["Source"].tolist()
