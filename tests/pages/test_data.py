import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from math import floor

from loaders.forms.template import fill, save, standard_form
from loaders.pipeline import check_file
from plumbing import reference
from programme.access import person_here
from programme.measures import due_measures
from programme.moment import LONDON, day_text
from programme.quarter import Quarter
from store.returns.versions import accept, versions
from tests.accepting import by
from tests.factories import cell_of, figure, read_here, standard_return
from tests.pages.looking import go, look_as, markup, table, unmarked, words
from tests.reference_copies import files_copied, put
from tests.wrong_files import PUBLISHED, WRONG

NEXT = Quarter.parse("2024/25 Q4")
DUE = due_measures(NEXT, (3,))


def filled(records, quarter):
    """The form for the next quarter with the figures of an earlier one; 5 weeks for the oldest assessment."""
    known = records.evidence.facts
    earlier = [(measure, area, known.get((measure.id, area.code, quarter))) for measure in DUE for area in measure.areas]
    figures = [replace(before, quarter=NEXT) if before else figure(of.id, area, NEXT, 1_290) for of, area, before in earlier]
    form = fill(standard_form(NEXT, (3,)), figures)
    cell_of(form, "oldest_open_assessment_weeks", "Kent").value = 5
    return form


def usual(records):
    """The form for the next quarter with figures between those of last quarter and of a year ago: none is out of its way."""
    form, known = filled(records, NEXT - 4), records.evidence.facts
    for measure in DUE:
        for area in measure.areas:
            pair = [known.get((measure.id, area.code, quarter)) for quarter in (NEXT - 1, NEXT - 4)]
            if all(each and each.value is not None for each in pair) and measure.id != "oldest_open_assessment_weeks":
                middle = sum(each.value for each in pair) / 2
                cell_of(form, measure.id, area.name).value = floor(middle) if measure.whole else round(middle, 1)
    return form


def drop(app, content, name="return.xlsx"):
    """Drop a file in. The page starts again once it is taken; AppTest gives what is drawn then other identities."""
    app.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert not app.exception, app.exception
    app.run()
    assert not app.exception, app.exception


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception


def box(boxes, label):
    return next(each for each in boxes if each.label == label)


def stored():
    from pages.parts.view import database

    return len(versions(database()))


def newest():
    from pages.parts.view import database

    return versions(database())[-1]


def charted(app, quarter):
    figures = json.loads(app.get("plotly_chart")[0].proto.spec)
    line = next(trace for trace in figures["data"] if trace.get("name") == "Oldest open assessment")
    return dict(zip(line["x"], line["y"], strict=True)).get(quarter)


def test_a_fault_is_named_at_its_cell_and_nothing_can_be_accepted(own_app, form):
    cell = cell_of(form, "oldest_open_assessment_weeks", "Kent")
    cell.value = "110%"
    go(own_app, "upload")
    drop(own_app, save(form))
    found = table(own_app)
    assert found["Where"].tolist() == [f"Figures!{cell.coordinate}"]
    assert found["Finding"][0].endswith("got: 110%")
    assert "Not acceptable yet: 1 to put right" in words(own_app)
    assert "Accept the return" not in [button.label for button in own_app.button]
    assert stored() == 11


def test_the_journey_from_a_bad_return_to_a_moved_chart(own_app, form, usual_return):
    go(own_app, "kpi", kpi="oldest_open_assessment_weeks")
    assert "2024/25 Q4" not in words(own_app)
    go(own_app, "upload")
    cell = cell_of(form, "oldest_open_assessment_weeks", "Kent")
    cell.value = "thirty"
    drop(own_app, save(form))
    assert "got: thirty" in table(own_app)["Finding"][0]
    drop(own_app, usual_return)  # the same with 5
    assert "Figures: 103 new, 0 changed, 0 withdrawn" in words(own_app)
    changes = table(own_app).set_index(["KPI", "Area"])
    oldest = changes.loc[("Oldest open assessment", "Kent")]
    assert oldest[["A year ago", "Last quarter", "This return", "Movement"]].tolist() == [
        "92 weeks",
        "23 weeks",
        "5 weeks",
        "−18 (−78%)",
    ]
    assert oldest["Rating"] == "Green"
    assert stored() == 11
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    assert "return.xlsx is accepted as version 12." in words(own_app)
    assert stored() == 12
    go(own_app, "kpi", quarter="2024/25 Q4", kpi="oldest_open_assessment_weeks")
    assert charted(own_app, "2024/25 Q4") == 5


def test_published_figures_that_are_dropped_here_are_sent_to_their_place(own_app):
    drop(go(own_app, "upload"), PUBLISHED, "sen2.csv")
    assert "This is no return that can be read. Nothing was stored." in words(own_app)
    assert "got: a CSV file of published figures of the DfE" in table(own_app)["Finding"][0]
    (link,) = re.findall(r'href="([^"]*)">Load it under Published figures', markup(own_app))
    assert link.startswith("data?tab=Published+figures&amp;quarter=")
    assert stored() == 11


def test_what_nobody_reads_is_listed_before_acceptance(own_app, form):
    form["Figures"]["H1"].value, form["Figures"]["H15"].value = "Value (revised)", 600
    drop(go(own_app, "upload"), save(form))
    assert "Nobody reads: what stands in these cells is kept with the return and shown on no page." in words(own_app)
    assert table(own_app).values.tolist() == [["Figures!H15", "the column Value (revised) (1 cell)"]]


def test_what_is_stored_says_who_as_said_and_from_where_as_what(own_app, usual_return):
    look_as(own_app, "analyst", "upload")
    drop(own_app, usual_return)
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    doer = f"SEND performance analyst (this machine, as analyst: {person_here('').account})"
    assert newest().doer == doer
    assert table(go(own_app, "returns"), 1)["By"].tolist()[0] == doer


def test_long_after_the_newest_return_the_day_is_ticked(empty_app, usual_return):
    go(empty_app, "upload")
    from pages.parts.view import database

    real = check_file(standard_return(streams=(2,)), "real.xlsx", read=read_here).submission
    accept(database(), real, by(at=datetime(2025, 1, 20, tzinfo=UTC)))
    today = datetime.now(LONDON).date()
    go(empty_app, "upload")
    drop(empty_app, usual_return)
    assert "Is the clock of this machine right? What is stored bears its day for good." in words(empty_app)
    box(empty_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(empty_app, "Accept the return")
    (refusal,) = [unmarked(each.value) for each in empty_app.error]
    assert refusal.startswith(
        "More than 120 days after the newest thing that is stored, 20 January 2025, somebody must confirm the machine's "
        f"day, {day_text(today)}, got: nothing. If it is right, tick it on the page"
    )
    assert newest().number == 1
    box(empty_app.checkbox, f"Today is {day_text(today)}").check()
    press(empty_app, "Accept the return")
    assert "return.xlsx is accepted as version 2." in words(empty_app)
    drop(go(empty_app, "upload"), usual_return)
    assert "Is the clock of this machine right?" not in words(empty_app)


def test_a_query_must_have_a_reason(own_app, demonstration_records):
    go(own_app, "upload")
    drop(own_app, save(filled(demonstration_records, NEXT - 1)))
    assert "answered. Nothing was stored." in words(own_app)
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    assert "a reason. Nothing was stored." in words(own_app)
    assert stored() == 11
    for each in own_app.text_input:  # all are told with the press
        if "eason for" in each.label:
            each.set_value("Checked against the case system")
    press(own_app, "Accept the return")
    assert "return.xlsx is accepted as version 12." in words(own_app)


def test_a_slip_in_a_reference_file_is_said_and_nothing_is_accepted(own_app, usual_return, tmp_path, monkeypatch):
    go(own_app, "upload")
    drop(own_app, usual_return)
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    folder = files_copied(tmp_path)
    monkeypatch.setattr(reference, "REFERENCE", folder)
    put(folder, "bank_holidays.csv", "2019-04-19", "19/04/2019")
    press(own_app, "Accept the return")
    said = "data/reference/bank_holidays.csv, row 3: date must be a day, written like 2025-03-31, got: 19/04/2019"
    assert said in unmarked(own_app.error[0].value)
    assert stored() == 11
    put(folder, "bank_holidays.csv", "19/04/2019", "2019-04-19")
    press(own_app, "Accept the return")
    assert stored() == 12


def test_a_files_name_is_told_as_it_is(own_app, usual_return):
    name = "![x](y) $a$.xlsx"
    go(own_app, "upload")
    drop(own_app, usual_return, name)
    press(own_app, "Accept the return")
    refusal = f"{name} was not accepted: whoever accepts it must give a name or role. Nothing was stored."
    assert [unmarked(each.value) for each in own_app.error] == [refusal]
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    assert [each.value for each in own_app.success] == ["!\\[x\\](y) \\$a\\$.xlsx is accepted as version 12."]
    assert f"{name} is accepted as version 12." in words(own_app)


def test_a_query_is_said_above_its_box_and_not_in_its_label(own_app, demonstration_records):
    go(own_app, "upload")
    drop(own_app, save(filled(demonstration_records, NEXT - 1)))
    assert '<p class="told"><b>Query 1.</b> Figures: ' in markup(own_app)
    assert [each.label for each in own_app.checkbox] == ["Bring the last known words forward"]
    assert "Reason for Figures" in [each.label for each in own_app.text_input]


def test_a_wrong_kind_of_file_is_a_sentence_and_the_session_goes_on(own_app):
    go(own_app, "upload")
    for kind in (
        "text",
        "stray cell",
    ):  # refused before and while it is read; tests/loaders/test_pipeline.py tries every kind
        drop(own_app, WRONG[kind](), "upload.xlsx")
        assert len(table(own_app)) == 1
        assert "Nothing was stored" in words(own_app)
    assert stored() == 11
    go(own_app, "overview")


def test_a_past_moment_takes_no_returns(app):
    go(app, "upload", as_at="2024-11-30")
    assert not app.file_uploader
    assert "You are looking at a past moment." in words(app)


def test_an_empty_store_takes_its_first_return(empty_app, usual_return):
    go(empty_app, "upload")
    drop(empty_app, usual_return)
    assert "Figures: 103 new" in words(empty_app)


def test_who_may_not_upload_is_led_to_what_they_may_have_come_for(app):
    page = look_as(app, "chair", "upload")
    assert [unmarked(each.value) for each in page.warning] == [
        "Only an analyst may do this (upload), got: chair. Nothing was changed."
    ]
    assert re.findall(r'<a href="data[^"]*tab=([^"&]*)', markup(page)) == [
        *("Returns", "Restatements", "Published+figures", "Dictionary", "Glossary"),
    ]
