from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.written import rows_of
from programme.submission import Entry
from tests.programme.rows import QUARTER, entries, rows


def test_a_row_gives_what_stands_under_each_heading_and_its_cell():
    (row,) = rows("Actions", {"Ref": "APP-1.01", "Start": "2024-04-01", "% complete": "85%", "Weaknesses": "1;3"})
    assert (row.text("ref"), row.ref("Start"), row.day("START")) == ("APP-1.01", "B2", date(2024, 4, 1))
    assert (row.number("% complete"), row.whole("% complete"), row.numbers("Weaknesses")) == (85, 85, (1, 3))
    assert row.source == Source("return.xlsx", "Actions", "A2", 3)


def test_what_is_blank_is_empty_and_never_zero():
    (row,) = rows("Actions", {"Ref": "APP-1.01"})
    assert (row.text("Status"), row.ref("Status"), row.day("Actual"), row.number("% complete")) == ("", "", None, None)


def test_a_row_of_a_history_workbook_names_its_own_quarter():
    typed = rows("Actions", {"Quarter": "2021/22 Q1", "Ref": "A"}, {"Quarter": "spring", "Ref": "B"}, {"Ref": "C"})
    assert [row.quarter for row in typed] == [Quarter(2021, 1), None, QUARTER]


def test_notes_above_the_headings_and_other_sheets_are_no_rows():
    above = Entry("Actions", 1, "", "A1", "Return of the improvement programme")
    elsewhere = entries("Risks", {"Ref": "R-01"})
    assert list(rows_of([above, *elsewhere], "Actions", QUARTER)) == []


def test_a_sheet_is_found_whatever_its_capitals():
    assert [row.text("Ref") for row in rows_of(entries("ACTIONS", {"Ref": "A"}), "Actions", QUARTER)] == ["A"]
