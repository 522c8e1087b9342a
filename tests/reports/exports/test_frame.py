from datetime import UTC, date, datetime

import pandas as pd

from reports.exports.frame import frame
from reports.tables.line import line_table
from reports.tables.table import Cell, Column, Table
from tests.reports.lines import line_of, plans


def test_numbers_are_unrounded_and_what_is_missing_is_no_zero():
    found = frame(line_table(line_of(plans([50.04, None], of=1000), quarters=2)))
    assert found["Figure"].dtype == "Float64"
    assert found["Figure"].tolist() == [pd.NA, 50.04]
    assert found["Figure"].mean() == 50.04
    assert found["Quarter"].tolist() == ["2024/25 Q3", "2024/25 Q2"]
    assert found["Rating"].tolist() == ["Not rated", "Amber"]


def test_days_are_dates_and_moments_have_their_zone():
    at = datetime(2025, 1, 20, 9, tzinfo=UTC)
    columns = (Column("Day", "date"), Column("Accepted", "date"))
    found = frame(Table("Days", columns, ((Cell(date(2024, 9, 30), "x"), Cell(at, "x")), (Cell(None, ""), Cell(None, "")))))
    assert found["Day"].tolist()[0] == pd.Timestamp(2024, 9, 30)
    assert found["Accepted"].tolist()[0] == at
    assert found.isna().sum().tolist() == [1, 1]


def test_the_caption_the_units_and_the_notes_go_with_it():
    found = frame(line_table(line_of(plans([50]), quarters=1)))
    assert found.attrs == {"caption": "Plans issued within 20 weeks, Kent", "notes": [], "units": {"Figure": "%"}}


def test_a_table_of_nothing_keeps_its_columns():
    found = frame(Table("Days", (Column("Ref"), Column("Day", "date"), Column("Slip", "number")), ()))
    assert (list(found.columns), len(found)) == (["Ref", "Day", "Slip"], 0)
