import re
from datetime import date

from tests import dfe_files
from tests.pages.looking import go, markup, table, tables, words


def test_the_matrix_tells_on_time_late_history_and_missing_apart(app):
    go(app, "returns")
    matrix = table(app).set_index("Quarter")["Workstream 3"]
    assert matrix["2024/25 Q4"] == "… not yet due (due 8 May 2025)"
    assert matrix["2024/25 Q3"] == "✓ received on time (3 February 2025, 101 of 101 figures)"
    assert matrix["2024/25 Q2"] == "✓ received on time (1 November 2024, 1 superseded, 101 of 101 figures)"
    assert matrix["2024/25 Q1"] == "◷ received late (14 August 2024, 101 of 101 figures)"
    assert matrix["2019/20 Q1 to 2023/24 Q3, 19 quarters"].startswith("▤ from the history workbook (1,")
    assert len(matrix) == 6
    assert "Expected next: the returns for 2024/25 Q4, which are due by 8 May 2025." in words(app)
    assert "so the day is taken to be that of the last return, 3 February 2025." in words(app)


def test_as_at_a_past_day_only_what_had_come_in_is_there(app):
    go(app, "returns", as_at="2024-11-30")
    matrix = table(app).set_index("Quarter")["Workstream 3"]
    assert matrix["2024/25 Q2"] == "✓ received on time (1 November 2024, provisional, 101 of 101 figures)"
    assert matrix["2024/25 Q3"] == "… not yet due (due 5 February 2025)"


def test_a_partners_return_apart_from_the_councils_is_told_apart(app):
    go(app, "returns")
    assert table(app).set_index("Quarter")["Workstream 5"]["2024/25 Q3"] == (
        "✓ received on time from KCC (3 February 2025, 28 of 28 figures, 13 of them symbols); "
        "NHS ✓ 3 February 2025, 15 of 15 figures"
    )
    box = next(box for box in app.selectbox if box.label == "Organisation")
    box.set_value("NHS Kent and Medway").run()
    own = table(app).set_index("Quarter").loc["2024/25 Q3"]
    assert own["Workstream 5"] == "✓ received on time (3 February 2025, 15 of 15 figures)"
    assert own["Workstream 1"] == "– nothing owed"


def test_a_correction_of_figures_alone_and_one_of_words_alone_say_what_they_speak_for(app):
    go(app, "returns")
    spoken = table(app, 1).set_index("File")["Speaks for"]
    assert spoken["2024-25-Q2.xlsx"] == "Figures of KCC and NHS"
    assert spoken["2024-25-Q1-words.xlsx"] == "Actions"
    assert spoken["2024-25-Q3-NHS.xlsx"] == "Figures of NHS"
    assert spoken["2024-25-Q2-provisional.xlsx"].startswith("Figures of KCC and NHS, Actions, Risks")


def test_a_release_that_was_withdrawn_stands_with_its_reason(app):
    go(app, "published")
    assert "SEN2 2025, draft (illustrative)" in words(app)
    assert "A draft: its counts of Kent were not yet those that were published" in words(app)


def test_a_version_can_be_looked_into_and_withdrawn(own_app):
    go(own_app, "returns")
    versions = table(own_app, 1)
    assert versions["Version"].tolist() == [str(number) for number in range(11, 0, -1)]
    assert versions["Why"][0] == "Quarterly return"
    own_app.toggle[0].set_value(True).run()
    assert "Figures that readers have seen would change in 2024/25 Q3." in words(own_app)
    by, why = (
        next(box for box in own_app.text_input if box.label == label)
        for label in ("Your name or role", "Why is it withdrawn?")
    )
    by.set_value("Head of management information")
    why.set_value("Wrong quarter")
    next(button for button in own_app.button if button.label == "Withdraw").click().run()
    assert not own_app.exception
    assert "Version 11 is withdrawn, as version 12." in words(own_app)
    assert table(own_app).set_index("Quarter")["Workstream 3"]["2024/25 Q3"].startswith("✗ missing")


def test_a_withdrawal_needs_a_name_and_a_reason(app):
    go(app, "returns")
    app.toggle[0].set_value(True).run()
    next(button for button in app.button if button.label == "Withdraw").click().run()
    assert "A withdrawal must say who withdraws and why, got: nothing. Nothing was changed." in words(app)


def test_an_empty_store_expects_its_first_returns(empty_app):
    go(empty_app, "returns")
    assert "No return has been accepted yet." in words(empty_app)


def test_every_changed_figure_stands_with_old_new_when_why_and_by_whom(app):
    go(app, "restatements")
    found = table(app).set_index(["Figure", "Area"])
    row = found.loc[("Plans issued within 20 weeks of the request, excluding exceptions", "Kent")]
    assert row["Quarter"] == "2024/25 Q2"
    assert int(row["Old"]) - int(row["New"]) == 18
    (told,) = re.findall(r"<summary>(28 figures[^<]*)</summary>", markup(app))
    assert told.startswith("28 figures, 12 December 2024 at 11:15, by Head of management information (version 6): ")
    assert "Correction: 18 plans had been counted as within 20 weeks that were not" in told


def test_before_the_correction_there_was_none(app):
    go(app, "restatements", as_at="2024-11-30")
    assert "No figure has changed since it was first accepted." in words(app)


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
    assert "must come with the day it was published" in found["Finding"].tolist()[-1]


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
    assert "Release 2 is withdrawn. Nothing was deleted." in words(own_app)
    withdrawn = next(each for each in tables(own_app) if "Why" in each.columns)
    assert set(withdrawn["Why"]) == {
        "the file was a draft",
        "A draft: its counts of Kent were not yet those that were published",
    }
    assert "EHC plans 2025" not in table(own_app)["Source"].tolist()
