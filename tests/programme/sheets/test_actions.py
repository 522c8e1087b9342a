from datetime import date

import pytest

from programme.sheets.actions import Brag, actions_in, status_typed
from tests.programme.rows import QUARTER, rows

TYPED = {
    "Ref": "APP-6.01",
    "Weaknesses": "6; 9",
    "Workstream": "3",
    "Action": "Clear the backlog",
    "Lead role": "Assessment lead",
    "Baseline due": "2024-03-29",
    "Forecast": "20 December 2024",
    "Status": "amber",
    "% complete": "70",
    "KPI": "assessments_overdue",
    "Former ref": "WSOA-3.04",
}


def the_action(**changes):
    (action,) = actions_in(rows("Actions", TYPED | changes))
    return action


def test_an_action_is_read_from_its_row():
    action = the_action()
    assert (action.ref, action.quarter, action.weaknesses, action.workstream) == ("APP-6.01", QUARTER, (6, 9), 3)
    assert (action.baseline, action.forecast, action.actual) == (date(2024, 3, 29), date(2024, 12, 20), None)
    assert (action.status, action.complete) == (Brag.AMBER, 70)
    assert (action.kpi, action.former_ref, action.plan.id) == ("assessments_overdue", "WSOA-3.04", "APP")
    assert str(action.source) == "Actions!A2"


def test_what_cannot_be_understood_is_unknown_and_does_no_harm():
    action = the_action(**{"Baseline due": "spring", "Status": "going well", "% complete": "most"})
    assert (action.baseline, action.status, action.complete) == (None, Brag.NOT_STATED, None)


def test_done_needs_an_actual_date_and_evidenced_a_reference():
    assert not the_action(Status="Blue").done
    assert the_action(Actual="2024-12-20").done
    assert not the_action(Actual="2024-12-20").evidenced
    assert the_action(Actual="2024-12-20", **{"Evidence reference": "Board paper 7"}).evidenced


def test_a_row_without_a_ref_cannot_be_followed():
    assert actions_in(rows("Actions", TYPED | {"Ref": ""})) == []


@pytest.mark.parametrize(("text", "status"), [("not  started", Brag.NOT_STARTED), ("RED", Brag.RED), ("purple", None)])
def test_a_status_is_read_whatever_its_capitals(text, status):
    assert status_typed(text) is status
