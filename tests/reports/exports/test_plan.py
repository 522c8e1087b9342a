import json

from programme.sheets.actions import ACTIONS
from reports.exports.plan import action_object
from tests.reports.acting import LATER, LATEST, UNEVIDENCED, followed, log


def test_an_action_as_an_object_has_its_dates_counts_and_cell():
    action = followed(
        log(Q1=[{}], Q2=[ACTIONS.typed(forecast=LATER)], Q3=[ACTIONS.typed(forecast=LATEST, kpi="requests_refused")])
    )
    told = action_object(action)
    assert json.loads(json.dumps(told)) == told
    wanted = (
        "ref",
        "plan",
        "weaknesses",
        "workstream",
        "kpi",
        "baseline",
        "forecast",
        "actual",
        "slip_days",
        "forecast_moved",
        "overdue",
        "vanished",
        "complete",
        "evidence",
    )
    assert {key: told[key] for key in wanted} == {
        "ref": "APP-6.01", "plan": "APP", "weaknesses": [6], "workstream": 3, "kpi": "requests_refused",
        "baseline": "2024-09-30", "forecast": "2025-06-30", "actual": None, "slip_days": 273, "forecast_moved": 2,
        "overdue": True, "vanished": False, "complete": None, "evidence": None,
    }  # fmt: skip
    assert (told["status"], told["status_returned"]) == ("Amber", "Green")
    assert told["cell"] == {"file": "return.xlsx", "sheet": "Actions", "ref": "A2", "version": 1}


def test_an_unevidenced_completion_is_shown_green_with_its_reason():
    told = action_object(followed(log(Q3=[UNEVIDENCED])))
    assert (told["status"], told["status_returned"], told["status_reason"]) == (
        "Green", "Blue", "returned as Blue, but there is no reference to evidence",
    )  # fmt: skip
