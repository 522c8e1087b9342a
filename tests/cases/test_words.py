"""Words in returns: read as strictly as figures, kept or asked about, and never dropped unsaid."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.cases.imports import delivery, read, rows_of, save
from tests.cases.playing import Q4, about, accept, action, actions_of, check, rows_into

PLACE_HOLDERS = ("TBC", "n/a", "None yet", "-", "0")
COMMENTARY = {
    "KPI": "plans_over_52_weeks",
    "Management action": "m",
    "Action owner role": "Head",
    "Action due date": date(2025, 7, 1),
}


def test_a_correction_of_figures_alone_does_not_take_actions_and_commentary_away_unsaid(database, form):
    book = rows_into(form(), [action(Ref="APP-6.90")])
    accept(database, rows_into(book, [COMMENTARY], "Commentary"), "first.xlsx", "2025-05-06T10:00:00+01:00")
    second = form(over={("casework_staff", "Kent"): 112})
    checked = check(second, "second.xlsx", database)
    said = [finding.rule for finding in checked.findings if finding.rule != "sheet_repeats_last_quarter"]
    accept(database, second, "second.xlsx", "2025-05-07T10:00:00+01:00")
    logs = read(database).logs
    actions = [each.ref for each in logs.actions if each.ref == "APP-6.90"]
    commentary = [each.kpi for each in logs.commentary if each.quarter == Q4]
    assert said or (actions, commentary) == (["APP-6.90"], ["plans_over_52_weeks"])


def test_an_action_of_another_workstream_is_kept_or_asked_about(database, form):
    book = rows_into(form(), [action(Ref="APP-2.77", Weaknesses="2", Workstream=2)])
    said = about(check(book, "return.xlsx", database).findings, "APP-2.77")
    accept(database, book, "return.xlsx", "2025-05-06T10:00:00+01:00")
    assert said or any(each.ref == "APP-2.77" for each in read(database).logs.actions)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("Actual", "Actual date"), ("Forecast", "Forecast completion"), ("Evidence reference", "Evidence")],
)
def test_a_heading_close_to_the_forms_is_named(form, ours, theirs):
    row = action(Ref="APP-6.60", Forecast=date(2025, 9, 30), Actual=date(2025, 3, 1), Evidence_reference="DOC-1")
    book = rows_into(form(), [row])
    (heading,) = (cell for cell in book["Actions"][1] if cell.value == ours)
    heading.value = theirs
    assert about(check(book).findings, theirs)


def test_a_decimal_comma_is_refused_or_a_decimal_point(form):
    book = rows_into(form(), [action(Ref="APP-6.90", pct_complete="7,5")])
    row = {"Ref": "P1", "You said": "a", "We did": "b", "Activities": "12,5"}
    checked = check(rows_into(book, [row], "Participation"))
    (told,) = rows_of(checked.parsed.entries, "Participation", Q4)
    assert checked.errors or (actions_of(checked)[0].complete, told.number("Activities")) == (7.5, 12.5)


def test_a_word_that_holds_a_place_is_no_evidence_and_makes_nothing_blue(database, form):
    done = {"Status": "Blue", "Actual": date(2025, 3, 1), "pct_complete": 100}
    rows = [action(Ref=f"APP-6.8{place}", Evidence_reference=word, **done) for place, word in enumerate(PLACE_HOLDERS)]
    accept(database, rows_into(form(), rows), "return.xlsx", "2025-05-06T10:00:00+01:00")
    ours = [each for each in delivery(read(database).logs, Q4).actions if each.now.ref.startswith("APP-6.8")]
    assert len(ours) == len(PLACE_HOLDERS)
    assert [each.now.evidence for each in ours if str(each.brag) == "Blue"] == []


def test_a_stored_carriage_return_is_not_shown_as_its_escape(form):
    written = save(rows_into(form(), [action(Ref="APP-6.60", Progress_note="First line@@CR@@\nSecond line")]))
    stored = BytesIO()
    with ZipFile(BytesIO(written)) as old, ZipFile(stored, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, old.read(part).replace(b"@@CR@@", b"_x000D_"))
    note = actions_of(check(None, raw=stored.getvalue()))[0].note
    assert note.splitlines() == ["First line", "Second line"]


@pytest.mark.parametrize("year", [1925, 2205])
def test_a_date_centuries_away_is_asked_about(form, year):
    checked = check(rows_into(form(), [action(Ref="APP-6.61", Forecast=date(year, 9, 30), Start=None, Status="Amber")]))
    assert about(checked.findings, str(year))


def test_a_rating_judged_otherwise_without_a_reason_is_asked_about(database, form):
    row = {"KPI": "plans_within_20_weeks", "Rating judgement": "green"}
    checked = check(rows_into(form(), [row], "Commentary"), "return.xlsx", database)
    assert [finding.rule for finding in checked.findings if finding.sheet == "Commentary"] != []


@pytest.mark.parametrize("former", [("WSOA-3.13", "WSOA-3.13"), ("WSOA-9.99",)], ids=["shared", "unknown"])
def test_a_former_ref_that_two_continue_or_that_nobody_bore_is_asked_about(database, form, former):
    rows = [action(Ref=f"APP-6.7{place}", Former_ref=ref) for place, ref in enumerate(former)]
    checked = check(rows_into(form(), rows), "return.xlsx", database)
    assert [finding.rule for finding in checked.findings if finding.cell and finding.sheet == "Actions"] != []
