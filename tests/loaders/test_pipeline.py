from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from loaders.answers.mark_child import SIGN
from loaders.answers.marked import marked
from loaders.layouts.layout import Layout
from loaders.pipeline import ByLayout, accept_checked, check_file, known_to, load
from plumbing import reference
from programme.areas import KENT
from programme.finding import Severity
from programme.hidden import Decided, Decider
from programme.reference_check import PUT_RIGHT
from store.errors import Overtaken
from store.returns.facts import facts
from store.returns.layouts import layout_of_version
from store.returns.versions import answered, latest_change, original_file, version, versions
from tests import factories, wrong_files
from tests.accepting import by, person
from tests.factories import QUARTER, cell_of, read_here
from tests.reference_copies import files_copied, put

TODAY = date(2025, 6, 1)


def clean(form):
    """Nothing is changed."""


def wrong(form):
    cell_of(form, "plans_issued", "Kent").value = "about 500"


def doubtful(form):
    cell_of(form, "educational_psychology_posts_vacant", "Kent").value = 0.5
    factories.answer_of(form, "Data as at").value = date(2025, 3, 1)


def a_return(change=clean):
    return factories.standard_return(change=change)


check_here = partial(check_file, read=read_here)
load_here = partial(load, read=read_here)
"""The same with the workbook read in this process: what comes after reading is what these are about."""


def test_a_clean_return_becomes_a_submission():
    content = a_return()
    checked = check_file(content, "return.xlsx", today=TODAY)
    assert (checked.readable, checked.acceptable, checked.compared, checked.findings) == (True, True, False, ())
    assert checked.submission.content == content
    assert checked.submission.cover.quarter == QUARTER
    assert {figure.key for figure in checked.submission.figures} == {figure.key for figure in factories.figures()}


def test_a_wrong_return_does_not():
    checked = check_here(a_return(wrong), "return.xlsx", today=TODAY)
    assert (checked.readable, checked.acceptable) == (True, False)
    assert [finding.rule for finding in checked.errors] == ["value_not_a_number"]


def test_nothing_is_accepted_while_a_reference_file_is_not_sound(database, tmp_path, monkeypatch):
    folder = files_copied(tmp_path)
    monkeypatch.setattr(reference, "REFERENCE", folder)
    put(folder, "plans.csv", "2019-09-18", "18.9.2019")
    refused = load_here(database, a_return(), "return.xlsx", by(), today=TODAY)
    assert refused.refusal.split("\n") == [
        "return.xlsx was not accepted. The reference files must be sound before anything is made of them, got:",
        "data/reference/plans.csv, row 2: valid_from must be a day, written like 2025-03-31, got: 18.9.2019",
        PUT_RIGHT,
    ]
    assert (refused.version, versions(database)) == (None, [])
    put(folder, "plans.csv", "18.9.2019", "2019-09-18")
    assert load_here(database, a_return(), "return.xlsx", by(), today=TODAY).version.number == 1


def test_queries_do_not_stand_in_the_way_but_wait_for_an_answer():
    checked = check_here(a_return(doubtful), "return.xlsx", today=TODAY)
    assert checked.acceptable
    assert [finding.rule for finding in checked.queries] == ["data_as_at_odd", "percent_as_fraction"]
    assert checked.errors == ()


@pytest.mark.parametrize("kind", wrong_files.WRONG)
def test_what_cannot_be_read_is_a_finding(kind):
    checked = check_file(wrong_files.WRONG[kind](), "return.xlsx", today=TODAY)
    assert (checked.readable, checked.acceptable, len(checked.findings)) == (False, False, 1)
    assert checked.findings[0].severity is Severity.ERROR
    assert "Nothing was stored." in checked.findings[0].message


def test_a_workbook_that_is_no_return_is_a_finding():
    (finding,) = check_file(factories.saved(Workbook()), "book.xlsx", today=TODAY).findings
    assert finding.rule == "not_a_return"


def test_a_clean_return_is_accepted(database):
    content = a_return()
    loaded = load(database, content, "return.xlsx", by("Analyst", "Quarterly return"), today=TODAY)
    assert loaded.refusal == ""
    assert (loaded.version.number, loaded.version.accepted_by, loaded.version.reason) == (1, "Analyst", "Quarterly return")
    assert original_file(database, 1, person()) == content
    assert {key: figure.value for key, figure in facts(database).items()} == {
        figure.key: figure.value for figure in factories.figures()
    }


@pytest.mark.parametrize(
    ("change", "name", "reasons", "refusal"),
    [
        (wrong, "Analyst", "", "return.xlsx was not accepted: 1 error must be put right. Nothing was stored."),
        (wrong, "Analyst", "because", "return.xlsx was not accepted: 1 error must be put right. Nothing was stored."),
        (doubtful, "Analyst", "", "return.xlsx was not accepted: 2 queries need a reason. Nothing was stored."),
        (doubtful, "Analyst", "  ", "return.xlsx was not accepted: 2 queries need a reason. Nothing was stored."),
        (clean, " ", "", "return.xlsx was not accepted: whoever accepts it must give a name or role. Nothing was stored."),
    ],
)
def test_a_refused_return_leaves_the_database_as_it_was(database, change, name, reasons, refusal):
    loaded = load_here(database, a_return(change), "return.xlsx", by(name, reasons=reasons), today=TODAY)
    assert (loaded.version, loaded.refusal) == (None, refusal)
    assert (versions(database), facts(database), latest_change(database)) == ([], {}, 0)


def test_one_reason_answers_every_query_and_is_kept(database):
    loaded = load_here(database, a_return(doubtful), "return.xlsx", by("Analyst", reasons=" seen in person "), today=TODAY)
    assert [(each.finding.rule, each.reason) for each in answered(database, loaded.version.number, person())] == [
        ("data_as_at_odd", "seen in person"),
        ("percent_as_fraction", "seen in person"),
    ]


def test_each_query_can_have_a_reason_of_its_own(database):
    checked = check_here(a_return(doubtful), "return.xlsx", known=known_to(database, person()), today=TODAY)
    first, second = checked.queries
    refused = accept_checked(database, checked, by("Analyst", reasons={first: "one"}))
    assert refused.refusal == "return.xlsx was not accepted: 1 query needs a reason. Nothing was stored."
    accepted = accept_checked(database, checked, by("Analyst", reasons={first: "one", second: "two"}))
    assert [each.reason for each in answered(database, accepted.version.number, person())] == ["one", "two"]


def test_the_same_file_again_is_refused(database):
    content = a_return()
    load_here(database, content, "return.xlsx", by("Analyst"), today=TODAY)
    again = load_here(database, content, "renamed.xlsx", by("Analyst"), today=TODAY)
    assert [finding.rule for finding in again.checked.errors] == ["same_file"]
    assert len(versions(database)) == 1


def test_a_correction_is_compared_and_becomes_the_next_version(database):
    def corrected(form):
        cell_of(form, "ep_advice_requested", "Kent").value = 3_000

    load_here(database, a_return(), "return.xlsx", by("Analyst"), today=TODAY)
    loaded = load_here(database, a_return(corrected), "return.xlsx", by("Analyst", reasons="recounted"), today=TODAY)
    assert [finding.rule for finding in loaded.checked.queries] == ["restatement"]
    assert loaded.checked.compared
    assert facts(database)["ep_advice_requested", KENT.code, QUARTER].value == 3_000
    assert version(database, 2) == loaded.version


def test_a_past_day_of_acceptance_decides_what_is_in_the_future(database):
    early = datetime(2025, 3, 20, 9, tzinfo=UTC)
    assert [each.rule for each in load_here(database, a_return(), "r.xlsx", by("A", at=early)).checked.errors] == [
        "quarter_in_future"
    ]
    loaded = load_here(database, a_return(), "r.xlsx", by("A", at=datetime(2025, 5, 1, 9, tzinfo=UTC)))
    assert loaded.version.accepted_at == datetime(2025, 5, 1, 9, tzinfo=UTC)


def test_what_was_previewed_is_what_is_accepted(database):
    seen = latest_change(database)
    load_here(database, a_return(), "first.xlsx", by("Somebody else"), today=TODAY)

    def another(form):
        cell_of(form, "ep_advice_requested", "Kent").value += 1

    with pytest.raises(Overtaken, match=r"Somebody else accepted first\.xlsx"):
        load_here(database, a_return(another), "second.xlsx", by("Analyst", seen=seen), today=TODAY)
    assert len(versions(database)) == 1


def test_a_file_of_another_name_keeps_its_own():
    checked = check_here(a_return(), "Kent Q4.xlsx", today=TODAY)
    assert checked.submission.file_name == "Kent Q4.xlsx"
    assert {figure.source.file for figure in checked.submission.figures} == {"Kent Q4.xlsx"}
    assert replace(checked, findings=()).errors == ()


def test_where_a_return_is_withheld_from_readers_the_analyst_is_told_which_figure_and_why(database, monkeypatch):
    def decide(moments, before, *_):
        return [Decided(each.change, withheld="Plans issued, Kent") for each in moments[len(before) :]]

    monkeypatch.setattr("loaders.pipeline.rules_in_force", lambda: Decider("rules", decide))
    loaded = load_here(database, a_return(), "return.xlsx", by("analyst"))
    assert loaded.version.number == 1
    assert loaded.withheld == (
        "Readers keep the state before: whatever else is hidden, “Plans issued, Kent” could be narrowed from what they have "
        "seen already. Correct what it is worked out from, or withdraw this version. Nothing was lost."
    )


def test_a_file_that_a_layout_reads_comes_back_with_the_senders_cells_marked(database):
    """The whole way of somebody else's file: taken by a layout, refused at its own cell, put right, accepted, and kept."""
    layout = Layout("Ours", period="title", headings={"Plans": "plans_issued"}, rows={"Kent": "Kent"})
    form = Workbook()
    form.active.title = "Board figures"
    for line in (["Plans, Q3 2024/25"], [], [None, "Area", "Plans"], [None, "Kent", "many"]):
        form.active.append(line)
    form.create_sheet("Look-up").sheet_state = "hidden"
    form["Look-up"].append(["Area", "Plans"])
    form["Look-up"]["A30000"].value = form["Board figures"]["XFD1048576"].value = "a stray cell, which nobody means"
    content = factories.saved(form)
    how = ByLayout(layout=layout)
    checked = check_file(content, "board.xlsx", read=factories.read_here, how=how)
    assert [(finding.place, finding.severity) for finding in checked.errors] == [("Board figures!C4", "error")]
    book = load_workbook(BytesIO(marked(content, checked.findings)))
    assert book["Board figures"]["C4"].comment.text.startswith(SIGN)
    book["Board figures"]["C4"].value = 41
    loaded = load(database, factories.saved(book), "board.xlsx", by("analyst"), read=factories.read_here, how=how)
    assert (loaded.refusal, loaded.version.cover.kind) == ("", "history")
    (figure,) = facts(database).values()
    assert (figure.value, str(figure.source), str(figure.quarter)) == (41, "Board figures!C4", "2024/25 Q3")
    assert layout_of_version(database, loaded.version.number).name == "Ours"
