from dataclasses import replace
from datetime import UTC, datetime

from programme.access import Role
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.submission import Restatement
from record.logs import Logs
from reports.progress.changes import changes, risk_moves
from reports.progress.readings import Progress
from reports.progress.turns import Turn
from tests.reports.acting import DONE, LATER, Q2, Q3, UNEVIDENCED, log, risk
from tests.reports.build import a_figure, a_version, records_of
from tests.reports.lines import NOW, PLANS, plans

OTHER = {"Ref": "APP-6.02", "Baseline due": "2025-06-30", "Forecast": "2025-06-30"}
IN_TIME = datetime(2025, 1, 20, tzinfo=UTC)


def found(figures=(), logs=None, quarter=NOW, now=IN_TIME, **records):
    known = replace(
        records_of(*(figures or plans([50])), versions=records.pop("versions", ())), logs=logs or Logs(), **records
    )
    return changes(Progress(known, Role.READER, on=now.date()), quarter)


def refs(actions):
    return [each.now.ref for each in actions]


def rated(shares):
    return [
        (str(each.before.rated.rating), str(each.now.rated.rating), each.turn)
        for each in found(plans(shares)).ratings
        if each.now.kpi.id == PLANS
    ]


def test_a_rating_that_changed_is_told_with_its_turn():
    assert rated([50, 70]) == [("amber", "green", Turn.BETTER)]
    assert rated([50, 20]) == [("amber", "red", Turn.WORSE)]
    assert rated([None, 20]) == [("not rated", "red", Turn.NEITHER)]
    assert rated([50, 51]) == []


def test_what_becomes_red_and_worsening_is_told_once():
    becoming = found(plans([50, 20])).red_and_worsening
    assert [reading.kpi.id for reading in becoming if reading.kpi.id == PLANS] == [PLANS]
    assert [reading.kpi.id for reading in found(plans([50, 20, 10])).red_and_worsening if reading.kpi.id == PLANS] == []


def test_completed_slipped_overdue_and_vanished_actions_are_exactly_those_planted():
    logs = log(
        Q2=[
            {},
            OTHER,
            {**OTHER, "Ref": "APP-6.03"},
            {**OTHER, "Ref": "APP-6.04", "Baseline due": "2024-11-29", "Forecast": "2024-11-29"},
        ],
        Q3=[
            UNEVIDENCED,
            {**OTHER, "Forecast": "2025-09-30"},
            {**OTHER, "Ref": "APP-6.04", "Baseline due": "2024-11-29", "Forecast": "2024-11-29"},
        ],
    )
    told = found(logs=logs)
    assert refs(told.completed) == ["APP-6.01"]
    assert refs(told.slipped) == ["APP-6.02", "APP-6.04"]
    assert refs(told.newly_overdue) == ["APP-6.04"]
    assert refs(told.vanished) == ["APP-6.03"]


def test_what_was_so_last_quarter_already_is_no_change():
    logs = log(
        Q1=[{}, OTHER, {**OTHER, "Ref": "APP-6.03"}],
        Q2=[DONE, {**OTHER, "Forecast": "2025-09-30"}],
        Q3=[DONE, {**OTHER, "Forecast": "2025-09-30"}],
    )
    told = found(logs=logs)
    assert (refs(told.completed), refs(told.slipped), refs(told.vanished)) == ([], [], [])


def test_an_action_first_heard_of_counts_as_completed_only_when_it_was_done_in_the_quarter():
    now, long_ago = {**DONE, "Actual": "2024-11-01", "Baseline due": LATER}, {**DONE, "Ref": "APP-6.02"}
    assert refs(found(logs=log(Q2=[OTHER | ACTIONS.typed(ref="APP-6.09")], Q3=[now, long_ago])).completed) == ["APP-6.01"]


def test_without_a_log_nothing_is_known_to_have_changed():
    assert not found(logs=log(Q2=[{}])).actions_known
    assert found(logs=log(Q2=[{}], Q3=[{}])).actions_known


def moves(*risks):
    known = replace(records_of(), logs=Logs(risks=risks))
    return [(move.ref, move.turn) for move in risk_moves(known, NOW)]


def test_risks_that_rose_fell_came_and_went():
    before = (risk(Q2, "R-1", "3"), risk(Q2, "R-2", "5"), risk(Q2, "R-3"), risk(Q2, "R-4"))
    now = (risk(Q3, "R-1", "4"), risk(Q3, "R-2", "4"), risk(Q3, "R-3"), risk(Q3, "R-5"))
    assert moves(*before, *now) == [("R-1", Turn.WORSE), ("R-2", Turn.BETTER), ("R-5", Turn.NEITHER), ("R-4", Turn.NEITHER)]


def test_where_no_risk_was_returned_none_went():
    assert moves(risk(Q2, "R-1")) == []
    assert not found(logs=Logs(risks=(risk(Q2, "R-1"),))).risks_known


def restated(at):
    changed = Restatement(
        a_version(2, at=at),
        "plans_issued",
        a_figure("plans_issued", 1).area,
        Quarter(2024, 1),
        a_figure("plans_issued", 90),
        a_figure("plans_issued", 95),
    )
    return len(found(plans([50, 50]), restatements=(changed,)).restatements)


def test_restatements_are_told_in_the_quarter_after_whose_predecessor_they_came():
    assert restated(datetime(2024, 10, 20, tzinfo=UTC)) == 0, "before the returns of last quarter were due"
    assert restated(datetime(2024, 12, 12, tzinfo=UTC)) == 1
    assert restated(datetime(2025, 6, 1, tzinfo=UTC)) == 1, "the newest quarter tells what was changed until now"


def test_a_missing_and_a_late_return_are_told():
    late = a_version(1, workstreams=(1, 2, 3, 4), at=datetime(2025, 2, 10, tzinfo=UTC))
    told = found(versions=(late,), now=datetime(2025, 3, 1, tzinfo=UTC))
    assert [receipt.workstream for receipt in told.missing] == [5]
    assert [receipt.workstream for receipt in told.late] == [1, 2, 3, 4]
    assert found(versions=(late,), now=datetime(2025, 1, 1, tzinfo=UTC)).missing == ()
