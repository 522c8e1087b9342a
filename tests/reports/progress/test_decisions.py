from datetime import date

from programme.meeting import About, Minuted, MinutedOutcome, Subject
from programme.quarter import Quarter
from programme.sheets.decisions import DECISIONS
from record.logs import Logs
from reports.progress.decisions import board_decisions, decisions_known
from tests.reports.acting import log, progress_on, returned, risk
from tests.reports.meetings import ASKED, DECIDED, held, item

NOW = Quarter.parse("2024/25 Q3")


def decision(quarter="2024/25 Q3", **changes):
    return returned(DECISIONS, quarter, DECISIONS.typed(reference="ILL-1", title="Posts") | DECISIONS.typed(**changes))


def known(*decisions, quarter=NOW, of=decisions_known, **more):
    said = tuple(sorted((each for some in decisions for each in some), key=lambda each: each.quarter))
    actions = log(Q3=[{}, {"Ref": "APP-6.03"}])
    logs = Logs(actions=actions.actions, returned=actions.returned, decisions=said, risks=(risk("2024/25 Q3", "R-03"),))
    return of(progress_on(logs), quarter, **more)


def test_a_decision_touches_kpis_actions_weaknesses_and_risks():
    (found,) = known(
        decision(kpis="plans_within_20_weeks", actions="app-6.03; APP-9.99", weaknesses="6; 9", risks="R-03, R-99")
    )
    assert [kpi.id for kpi in found.kpis] == ["plans_within_20_weeks"]
    assert [action.now.ref for action in found.actions] == ["APP-6.03"]
    assert [weakness.number for weakness in found.weaknesses] == [6, 9]
    assert [each.ref for each in found.risks] == ["R-03"]
    assert (found.unknown, found.touched) == (("APP-9.99", "R-99"), 5)


def test_what_was_said_last_by_then_counts_newest_notice_first():
    first, later = decision("2024/25 Q2", status="proposed"), decision(status="taken", notice="2024-10-01")
    other = decision("2024/25 Q1", reference="ILL-2", notice="2024-11-01")
    assert [(each.decision.reference, each.decision.status) for each in known(first, later, other)] == [
        ("ILL-2", ""),
        ("ILL-1", "taken"),
    ]
    assert [each.decision.status for each in known(first, later, quarter=Quarter.parse("2024/25 Q2"))] == ["proposed"]


def test_a_decision_that_touches_nothing_says_so_by_having_nothing():
    (found,) = known(decision())
    assert (found.touched, found.unknown) == (0, ())


def test_what_a_board_decided_is_a_decision_of_the_board_that_no_return_brings():
    deferred = item(5, Minuted.DECISION, "Wait.", About(Subject.WEAKNESS, "6"), outcome=MinutedOutcome.DEFERRED)
    later, first = board_decisions(held(ASKED, DECIDED, deferred), NOW)
    assert (first.decision.reference, first.decision.title) == ("M1-3", "A second analyst counts.")
    assert (first.decision.decision_maker, first.decision.status) == ("the board, in a meeting", "agreed")
    assert (first.decision.decided, [each.id for each in first.kpis]) == (date(2024, 12, 17), ["plans_within_20_weeks"])
    assert (first.arising.item, first.unknown) == (DECIDED, ())
    assert (later.decision.decided, later.decision.status) == (None, "deferred")
    assert [each.number for each in later.weaknesses] == [6]
    assert decisions_known(held(DECIDED), NOW) == (), "what returns say stays as it is"
    assert board_decisions(held(DECIDED), Quarter.parse("2024/25 Q1")) == ()
