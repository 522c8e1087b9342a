from datetime import date

import pytest

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.participation import PARTICIPATION
from programme.sheets.risks import RISKS
from programme.sheets.trajectory import TRAJECTORY
from programme.sheets.written import rows_of
from programme.submission import Entry
from tests.programme.rows import QUARTER, entries, rows


def test_a_row_gives_what_stands_under_each_heading_and_its_cell():
    (row,) = rows("Actions", {"ref": "APP-1.01", "START": "2024-04-01", "% complete": "85%", "Weaknesses": "1;3"})
    assert (row.text(ACTIONS.ref), row.ref(ACTIONS.start), row[ACTIONS.start]) == ("APP-1.01", "B2", date(2024, 4, 1))
    assert (row[ACTIONS.complete], row.text(ACTIONS.complete), row[ACTIONS.weaknesses]) == (85, "85%", (1, 3))
    assert row.source == Source("return.xlsx", "Actions", "A2", 3)


def test_what_is_blank_is_empty_and_never_zero():
    (row,) = rows("Actions", {"Ref": "APP-1.01"})
    assert (row.text(ACTIONS.status), row.ref(ACTIONS.status)) == ("", "")
    assert (row[ACTIONS.actual], row[ACTIONS.complete], row[ACTIONS.note]) == (None, None, "")


def test_a_row_of_a_history_workbook_names_its_own_quarter():
    typed = rows("Actions", {"Quarter": "2021/22 Q1", "Ref": "A"}, {"Quarter": "spring", "Ref": "B"}, {"Ref": "C"})
    assert [row.quarter for row in typed] == [Quarter(2021, 1), None, QUARTER]


def test_notes_above_the_headings_and_other_sheets_are_no_rows():
    above = Entry("Actions", 1, "", "A1", "Return of the improvement programme")
    elsewhere = entries("Risks", {"Ref": "R-01"})
    assert list(rows_of([above, *elsewhere], "Actions", QUARTER)) == []


def test_a_sheet_is_found_whatever_its_capitals():
    assert [row.text(RISKS.ref) for row in rows_of(entries("ACTIONS", {"Ref": "A"}), "Actions", QUARTER)] == ["A"]


def test_a_cell_is_found_under_what_people_also_write_and_the_forms_own_heading_goes_first():
    renamed, both = rows("Actions", {"Percent complete": "40"}, {"Percent complete": "40", "% complete": "60"})
    assert (renamed[ACTIONS.complete], renamed.ref(ACTIONS.complete), both[ACTIONS.complete]) == (40, "A2", 60)


def test_a_row_gives_everything_that_its_sheet_declares_by_name():
    (row,) = rows("Risks", {"Ref": "R-01", "Likelihood": "4", "Impact": "high"})
    values = row.values(RISKS)
    assert list(values) == [column.name for column in RISKS.columns]
    assert (values["ref"], values["likelihood"], values["impact"], values["controls"]) == ("R-01", 4, None, "")


def test_a_row_is_told_apart_by_what_it_says_as_it_is_understood():
    ways = ({"Ref": "app–6.01 "}, {"Ref": "APP-6.01", "Status": "Red"})
    assert {row.told_apart(ACTIONS) for row in rows("Actions", *ways)} == {((ACTIONS.ref,), ("app-6.01",))}
    typed = {"KPI": "plans_within_20_weeks", "Area": " ashford", "Quarter": "Q4 2025/26", "Agreed on": "03/02/2025"}
    (row,) = rows("Trajectory", typed)
    assert row.told_apart(TRAJECTORY)[1] == ("plans_within_20_weeks", "ashford", "2025/26 q4", "3 february 2025")


def test_a_row_that_says_nothing_there_is_told_apart_by_the_first_thing_it_says():
    typed = ({"Ref": "P-1", "You said": "a"}, {"You said": "a", "We did": "b"}, {"We did": "b"}, {"People": "3"})
    assert [row.told_apart(PARTICIPATION) for row in rows("Participation", *typed)] == [
        ((PARTICIPATION.ref,), ("p-1",)),
        ((PARTICIPATION.you_said,), ("a",)),
        ((PARTICIPATION.we_did,), ("b",)),
        ((), ()),
    ]


def test_a_text_cannot_be_asked_for_a_cell():
    (row,) = rows("Risks", {"Ref": "R-01"})
    with pytest.raises(AttributeError):
        row["Ref"]
