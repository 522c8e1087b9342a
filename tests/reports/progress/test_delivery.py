from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, Brag
from record.logs import Logs
from reports.progress.delivery import action_followed
from tests.reports.acting import DONE, LATER, Q2, Q3, UNEVIDENCED, delivered, log, progress_on

NOW = Quarter.parse(Q3)
LATE = {"Ref": "APP-8.01", "Weaknesses": "8;1", "Workstream": "5", "Lead role": "NHS lead", "Forecast": LATER}
NEW = {
    "Ref": "APP-1.01",
    "Weaknesses": "1",
    "Workstream": "1",
    "Baseline due": LATER,
    "Forecast": LATER,
    "Status": "Not started",
}
PLAN = log(Q2=[{}, LATE, NEW], Q3=[DONE, {**UNEVIDENCED, "Ref": "APP-6.02"}, LATE, NEW])


def refs(actions):
    return [each.now.ref for each in actions]


def test_each_kind_of_action_is_counted():
    found = delivered(PLAN, NOW)
    assert found.statuses == {
        Brag.BLUE: 1, Brag.GREEN: 1, Brag.AMBER: 1, Brag.RED: 0, Brag.NOT_STARTED: 1, Brag.NOT_STATED: 0,
    }  # fmt: skip
    assert refs(found.done) == ["APP-6.01", "APP-6.02"]
    assert refs(found.evidenced) == ["APP-6.01"]
    assert refs(found.overdue) == refs(found.slipped) == ["APP-8.01"]


def test_parts_are_taken_by_weakness_workstream_owner_and_status():
    found = delivered(PLAN, NOW)
    assert refs(found.weakness(1).actions) == ["APP-8.01", "APP-1.01"]
    assert refs(found.workstream(3).actions) == ["APP-6.01", "APP-6.02"]
    assert refs(found.where(owner="NHS lead").actions) == ["APP-8.01"]
    assert refs(found.where(status=Brag.NOT_STARTED).actions) == ["APP-1.01"]
    assert found.where() == found
    assert found.overdue_by_owner == {"NHS lead": 1}


def test_an_action_that_vanished_is_counted():
    found = delivered(log(Q2=[{}, LATE], Q3=[{}]), NOW)
    assert refs(found.vanished) == ["APP-8.01"]
    assert len(found.overdue) == 2


def test_an_old_quarter_shows_the_plan_then_in_force_as_it_then_stood():
    logs = log(W2=[ACTIONS.typed(ref="WSOA-3.04")], Q3=[DONE])
    old = delivered(logs, Quarter.parse("2022/23 Q2"))
    assert (old.plan.id, refs(old.actions)) == ("WSoA", ["WSOA-3.04"])
    assert refs(delivered(logs, NOW).actions) == ["APP-6.01"]


def test_before_the_first_plan_there_is_none():
    found = delivered(PLAN, Quarter.parse("2019/20 Q1"))
    assert (found.plan, found.actions) == (None, ())


def test_without_a_log_for_the_quarter_it_says_from_when_it_is_known():
    assert delivered(log(Q2=[{}]), NOW).stale_since == Quarter.parse(Q2)
    assert delivered(PLAN, NOW).stale_since is None
    assert delivered(Logs(), NOW).stale_since is None


def test_one_action_can_be_asked_for():
    assert action_followed(progress_on(PLAN), "APP-6.01", NOW).now.done
    assert action_followed(progress_on(PLAN), "APP-9.99", NOW) is None
