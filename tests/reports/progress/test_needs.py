from dataclasses import replace
from datetime import UTC, date, datetime

from programme.access import Role
from programme.areas import KENT, area_named
from programme.quarter import Quarter
from programme.sheets.assessments import assessments_in
from programme.sheets.decisions import DECISIONS, decisions_in
from record.logs import Logs
from reports.progress.needs import needs_the_board
from reports.progress.readings import Progress
from tests.programme.rows import rows
from tests.reports.acting import DONE, log
from tests.reports.build import a_version, progress_in_force
from tests.reports.lines import NOW, PLANS, commentary, plans

FALLING = [60, 55, 50, 45, 38, 30, 20]
WHOLE = {"action": "Weekly panel", "owner_role": "Assessment lead", "due": date(2025, 3, 31)}
COMMITTEE = datetime(2025, 2, 20, tzinfo=UTC)


def needs(*figures, logs=None, area=KENT, quarter=NOW, now=COMMITTEE, versions=()):
    known = progress_in_force(*figures, versions=versions, logs=logs or Logs(), as_at=now)
    return needs_the_board(known, area, quarter)


def decisions(*typed, quarter=NOW):
    return decisions_in(rows(DECISIONS.name, *(DECISIONS.typed(**each) for each in typed), quarter=quarter))


def action(forecast, **more):
    return {"Forecast": forecast, **more}


def test_every_kind_is_there_on_the_demonstration(demonstration_records):
    found = needs_the_board(Progress(demonstration_records, Role.READER, date(2025, 6, 1)), KENT, NOW)
    assert [each.line.kpi.id for each in found.worsening] == [
        "neurodevelopmental_over_52_weeks",
        "neurodevelopmental_waiting",
        "community_paediatrics_within_18_weeks",
        "appeals_decided_for_families",
    ]
    assert [each.line.kpi.id for each in found.unanswered] == ["permanent_exclusions_send", "actions_on_time"]
    assert [each.line.kpi.id for each in found.judged] == ["phase_transfers_on_time"]
    assert [(each.now.ref, each.now.forecast) for each in found.passed] == [
        ("APP-4.12", date(2024, 5, 14)),
        ("APP-4.03", date(2024, 11, 29)),
        ("APP-1.07", date(2024, 12, 16)),
    ]
    assert [(each.weakness.number, each.lead.text) for each in found.differing] == [(7, "sufficient progress")]
    assert [each.reference for each in found.due] == ["ILL-24/03"]
    assert {each.quarter for each in found.missing} >= {Quarter.parse("2024/25 Q4")}
    assert len(found) == 12 + len(found.missing)


def test_what_is_counted_is_all_that_is_listed():
    logs = replace(log(Q3=[action("2024-12-01")]), commentary=(commentary(PLANS, **WHOLE),))
    found = needs(*plans(FALLING), logs=logs, versions=(a_version(),))
    kinds = (found.worsening, found.unanswered, found.judged, found.passed, found.differing, found.due)
    assert [len(kind) for kind in kinds] == [1, 1, 0, 1, 0, 0]
    assert found.missing, "of the quarters before, no return came"
    assert len(found) == 3 + len(found.missing)


def test_a_red_with_a_whole_answer_needs_nobody():
    bare, answered = needs(*plans([20])), needs(*plans([20]), logs=Logs(commentary=(commentary(PLANS, **WHOLE),)))
    assert [each.line.kpi.id for each in bare.unanswered][:1] == [PLANS]
    assert PLANS not in [each.line.kpi.id for each in answered.unanswered]


def test_only_a_red_that_was_judged_otherwise_is_named():
    judged = Logs(commentary=(commentary(PLANS, "amber", "Two in three were late by a day"),))
    assert [each.line.kpi.id for each in needs(*plans([20]), logs=judged).judged] == [PLANS]
    assert needs(*plans([90]), logs=judged).judged == ()


def test_a_forecast_has_passed_at_the_end_of_the_quarter_and_not_on_its_day():
    found = needs(logs=log(Q3=[action("2024-12-30"), action("2024-12-31", Ref="APP-6.02")]))
    assert [each.now.ref for each in found.passed] == ["APP-6.01"]


def test_in_the_middle_of_a_quarter_it_has_passed_by_today():
    logs = log(Q3=[action("2024-11-15"), action("2024-12-15", Ref="APP-6.02")])
    found = needs(logs=logs, now=datetime(2024, 12, 1, tzinfo=UTC))
    assert [each.now.ref for each in found.passed] == ["APP-6.01"]


def test_a_done_action_has_passed_nothing_and_the_longest_past_is_first():
    logs = log(
        Q3=[DONE, action("2024-12-01", Ref="APP-6.02"), action("2024-10-01", Ref="APP-6.03"), action("", Ref="APP-6.04")]
    )
    assert [each.now.ref for each in needs(logs=logs).passed] == ["APP-6.03", "APP-6.02"]


def test_a_decision_is_due_until_it_is_taken():
    proposed = {"reference": "24/1", "title": "Pool the budget", "status": "Proposed: ", "notice": "2024-08-27"}
    waiting = decisions(proposed, quarter=NOW - 1)
    assert [each.title for each in needs(logs=Logs(decisions=tuple(waiting))).due] == ["Pool the budget"]
    taken = decisions({**proposed, "status": "taken", "decided": "2024-12-02"})
    assert needs(logs=Logs(decisions=(*waiting, *taken))).due == ()
    assert len(needs(logs=Logs(decisions=(*waiting, *taken)), quarter=NOW - 1).due) == 1, "as it was known then"
    assert needs(logs=Logs(decisions=tuple(waiting)), quarter=NOW - 2).due == ()


def test_decisions_without_a_reference_are_told_apart_by_their_title():
    logs = Logs(decisions=tuple(decisions({"title": "One", "status": "proposed"}, {"title": "Two", "status": "proposed"})))
    assert [each.title for each in needs(logs=logs).due] == ["One", "Two"]


def test_a_lead_who_claims_what_the_evidence_does_not_show_is_named(demonstration):
    found = needs_the_board(demonstration, KENT, Quarter.parse("2022/23 Q2"))
    assert [each.weakness.number for each in found.differing] == [1, 3, 4, 6, 7, 9]


def test_where_there_is_too_little_evidence_nobody_differs():
    typed = rows("Assessment", {"Weakness": "6", "Assessment": "sufficient progress", "Reason": "Why"}, quarter=NOW)
    assert needs(logs=Logs(assessments=tuple(assessments_in(typed)))).differing == ()


def test_a_return_is_missing_once_it_is_due_of_whatever_quarter():
    came = a_version(workstreams=(1, 3))
    found = needs(versions=(came,))
    assert [(str(each.quarter), each.workstream) for each in found.missing if each.quarter == NOW] == [
        ("2024/25 Q3", 2),
        ("2024/25 Q3", 4),
        ("2024/25 Q3", 5),
    ]
    before_it_is_due = needs(versions=(came,), now=datetime(2025, 1, 25, tzinfo=UTC))
    assert [each for each in before_it_is_due.missing if each.quarter == NOW] == []


def test_of_a_district_figures_are_its_own_and_the_rest_is_kents(demonstration):
    ashford, kent = (needs_the_board(demonstration, area, NOW) for area in (area_named("Ashford"), KENT))
    assert (ashford.worsening, ashford.unanswered, ashford.judged) == ((), (), ())
    assert (ashford.passed, ashford.differing, ashford.due) == (kent.passed, kent.differing, kent.due)
