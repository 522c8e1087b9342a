import pytest

from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.commentary import COMMENTARY
from programme.sheets.decisions import DECISIONS
from programme.sheets.risks import RISKS
from programme.sheets.still_open import CARRIED, still_open
from programme.sheets.written import rows_of
from tests.programme.rows import entries


def row(sheet, **typed):
    (found,) = rows_of(entries(sheet.name, sheet.typed(**typed)), sheet.name, Quarter(2024, 3))
    return found


@pytest.mark.parametrize(
    ("typed", "is_open"),
    [
        ({"ref": "APP-1"}, True),
        ({"ref": "APP-1", "status": "Blue"}, True),
        ({"ref": "APP-1", "actual": "2024-11-01"}, True),
        ({"ref": "APP-1", "actual": "2024-11-01", "evidence": "TBC"}, True),
        ({"ref": "APP-1", "actual": "2024-11-01", "evidence": "DOC-7"}, False),
    ],
)
def test_an_action_is_open_until_it_is_done_and_proved(typed, is_open):
    assert still_open(ACTIONS, row(ACTIONS, **typed)) is is_open


@pytest.mark.parametrize(("status", "is_open"), [("", True), ("proposed", True), ("Taken", False), ("withdrawn", False)])
def test_a_decision_is_open_until_it_is_taken_or_withdrawn(status, is_open):
    typed = {"reference": "21/00019"} | ({"status": status} if status else {})
    assert still_open(DECISIONS, row(DECISIONS, **typed)) is is_open


def test_a_risk_is_open_as_long_as_it_is_named_and_what_is_written_anew_never_is():
    assert still_open(RISKS, row(RISKS, ref="R-1")) is True
    assert still_open(COMMENTARY, row(COMMENTARY, kpi="plans_issued", why="x")) is False
    assert [sheet.name for sheet in CARRIED] == ["Actions", "Risks", "Decisions"]
