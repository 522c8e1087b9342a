import json
from dataclasses import replace

from programme.access import Role
from programme.submission import Restatement
from reports.exports.changes import changes_object
from tests.reports.acting import UNEVIDENCED, log
from tests.reports.build import a_figure, a_version
from tests.reports.lines import plans
from tests.reports.progress.test_changes import OTHER, found


def test_changes_as_an_object_name_exactly_what_was_planted():
    logs = log(Q2=[{}, OTHER, {**OTHER, "Ref": "APP-6.03"}], Q3=[UNEVIDENCED, {**OTHER, "Forecast": "2025-09-30"}])
    told = changes_object(found(plans([50, 20]), logs), Role.READER)
    assert json.loads(json.dumps(told)) == told
    assert told["completed"] == [{"ref": "APP-6.01", "evidenced": False}]
    assert told["slipped"] == [{"ref": "APP-6.02", "slip_days": 92}]
    assert (told["newly_overdue"], told["vanished"]) == ([], ["APP-6.03"])
    assert {
        "kpi": "plans_within_20_weeks",
        "area": "Kent",
        "before": "amber",
        "now": "red",
        "turn": "worse",
        "cause": "the figure",
        "direction": "worsening",
    } in told["ratings"]
    assert told["red_and_worsening"] == ["plans_within_20_weeks"]
    assert told["reds_without_action"] == [{"kpi": "plans_within_20_weeks", "lacks": ["management action", "owner", "date"]}]
    assert told["paragraph"].startswith("Since 2024/25 Q2, 1 rating changed")


def restated(role):
    old, new = a_figure("permanent_exclusions_send", 11), a_figure("permanent_exclusions_send", 12)
    change = Restatement(replace(a_version(2), reason="a school wrote"), old.measure, old.area, old.quarter, old, new)
    return changes_object(replace(found(), restatements=(change,)), role)["restatements"]


def test_a_restatement_is_told_and_its_reason_to_those_who_see_all_figures():
    told = {role: [(each["old"], each["new"], each["reason"]) for each in restated(role)] for role in Role}
    assert told[Role.ANALYST] == [("11", "12", "a school wrote")]
    assert told[Role.READER] == [("11", "12", "")]
