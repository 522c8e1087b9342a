from dataclasses import dataclass
from datetime import date

from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import DATE, NUMBER, WEAKNESSES, YES_OR_NO
from reports.language.linked import leads
from reports.tables.declared import as_returned, under
from reports.tables.table import Column, table_of
from tests.reports.cells import missing, texts, values


@dataclass(frozen=True, slots=True)
class Visit:
    """A row of a sheet made up for these tests."""

    day: date | None = column("Day", DATE)
    share: float | None = column("Share seen", NUMBER, unit="%")
    weaknesses: tuple[int, ...] = column("Weaknesses", WEAKNESSES)
    agreed: bool | None = column("Agreed", YES_OR_NO)
    note: str = column("Remark")


VISITS = FormSheet("Visits", columns_of(Visit))
FULL = Visit(date(2024, 5, 7), 12.5, (6, 9), False, "Warm welcome")
BLANK = Visit(None, None, (), None, "")


def test_a_column_has_the_heading_kind_and_unit_that_its_sheet_declares():
    assert [under(each) for each in VISITS.columns] == [
        Column("Day", "date"),
        Column("Share seen", "number", "%"),
        Column("Weaknesses"),
        Column("Agreed"),
        Column("Remark"),
    ]


def test_values_are_said_and_what_is_missing_is_blank():
    table = table_of("Visits", as_returned(*VISITS.columns), [FULL, BLANK])
    assert texts(table) == [
        {"Day": "7 May 2024", "Share seen": "12.5", "Weaknesses": "6, 9", "Agreed": "no", "Remark": "Warm welcome"},
        {"Day": "not given", "Share seen": "", "Weaknesses": "", "Agreed": "", "Remark": ""},
    ]
    assert values(table)[0] == {
        "Day": date(2024, 5, 7), "Share seen": 12.5, "Weaknesses": "6, 9", "Agreed": "no", "Remark": "Warm welcome",
    }  # fmt: skip
    assert missing(table)[1] == {"Day": "not given"}


def test_the_row_may_be_part_of_a_thing():
    table = table_of("Visits", as_returned(VISITS.note, of=lambda thing: thing["visit"]), [{"visit": FULL}])
    assert texts(table) == [{"Remark": "Warm welcome"}]


def test_weaknesses_lead_to_their_pages():
    ((_, _, weaknesses, *_),) = table_of("Visits", as_returned(*VISITS.columns), [FULL]).rows
    assert weaknesses.linked == (leads("6", "weakness", weakness="6"), ", ", leads("9", "weakness", weakness="9"))
    assert weaknesses.value == "6, 9"
