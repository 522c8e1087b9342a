from dataclasses import make_dataclass

import pytest

from programme.sheets import common
from programme.sheets.form import columns_of


def declared(field):
    (column,) = columns_of(make_dataclass("Declared", [("it", object, field)]))
    return column


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        (common.ref(), "Ref"),
        (common.weaknesses_answered(), "Weaknesses"),
        (common.workstream(), "Workstream"),
        (common.kpi(), "KPI"),
        (common.happened(), "Date"),
        (common.updated(), "Date of update"),
    ],
)
def test_what_stands_on_several_sheets_is_called_the_same(field, heading):
    assert declared(field).heading == heading


def test_a_column_is_needed_on_one_sheet_and_not_on_another():
    assert [declared(common.ref(needed=needed)).needed for needed in (True, False)] == [True, False]


def test_a_workstream_is_chosen_by_its_number():
    assert declared(common.workstream()).choices == common.STREAMS == ("1", "2", "3", "4", "5")
