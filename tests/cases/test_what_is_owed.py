"""Who owes what by when: each organisation for itself, each day as it was, each action for as long as its figure stands."""

from datetime import date, datetime

from programme.access import Role
from reports.progress.exceptions import reds_without_action
from tests.cases.imports import Progress, V, read, receipts
from tests.cases.playing import Q4, Q, accept, answered_by, rows_into

NOW = datetime.fromisoformat("2025-07-01T10:00:00+01:00")


def receipt(database, workstream: int) -> str:
    (text,) = (each.text for each in receipts(read(database), [Q4], NOW) if each.workstream == workstream)
    return text


def test_a_partner_that_has_not_returned_is_missed_and_does_not_supersede(database, form):
    county = answered_by(form(streams=(5,)), "Kent County Council")
    accept(database, county, "kcc.xlsx", "2025-05-06T10:00:00+01:00")
    before = receipt(database, 5)
    accept(database, answered_by(form(streams=(5,)), "NHS Kent and Medway"), "nhs.xlsx", "2025-06-20T10:00:00+01:00")
    after = receipt(database, 5)
    assert "on time" not in before
    assert "superseded" not in after


def test_a_return_in_on_time_withdrawn_and_sent_again_is_not_simply_late(database, form):
    number = accept(database, form(), "wrong.xlsx", "2025-05-08T10:00:00+01:00")
    at = datetime.fromisoformat("2025-05-20T10:00:00+01:00")
    V.withdraw(database, number, by="Analyst", reason="wrong file", at=at)
    right = form(over={("casework_staff", "Kent"): 112})
    accept(database, right, "right.xlsx", "2025-05-21T10:00:00+01:00")
    text = receipt(database, 3)
    assert "late" not in text or "8 May" in text


def test_an_action_lasts_as_long_as_the_figure_it_answers_is_carried(database, form):
    row = {
        "KPI": "tribunal_appeal_rate",
        "What the figure shows": "x",
        "Management action": "Mediation first",
        "Action owner role": "Head",
        "Action due date": date(2026, 3, 1),
    }
    accept(database, rows_into(form(streams=(4,)), [row], "Commentary"), "a.xlsx", "2025-05-01T10:00:00+01:00")
    accept(database, form("2025/26 Q1", streams=(4,)), "b.xlsx", "2025-07-20T10:00:00+01:00")
    progress = Progress(read(database), Role.READER)

    def without_action(quarter):
        return [each.reading.kpi.id for each in reds_without_action(progress, quarter)]

    assert "tribunal_appeal_rate" not in without_action(Q4)
    assert "tribunal_appeal_rate" not in without_action(Q("2025/26 Q1"))
