import json
from dataclasses import replace

from disclosure.rule import small_count
from programme.access import Role
from programme.quarter import Quarter
from programme.submission import Restatement
from reports.exports.changes import changes_object
from tests.reports.acting import Q2, UNEVIDENCED, log
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


def restated(old, new, role):
    measure = "permanent_exclusions_send"
    change = Restatement(
        a_version(2), measure, a_figure(measure, 1).area, Quarter.parse(Q2), a_figure(measure, old), a_figure(measure, new)
    )
    told = changes_object(replace(found(), restatements=(change,)), role)["restatements"]
    return [(each["old"], each["new"]) for each in told]


def test_a_reader_is_not_told_that_a_small_count_was_restated():
    assert restated(3, 12, Role.READER) == []
    assert restated(3, 12, Role.ANALYST) == [("3", "12")]
    assert restated(11, 12, Role.READER) == [("11", "12")]
    assert not small_count(None)
    assert not small_count(a_figure("permanent_exclusions_send", 0))
