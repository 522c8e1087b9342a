from dataclasses import replace
from datetime import date

from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.decisions import decisions_in
from reports.language.linked import leads
from reports.progress.changes import RiskMove
from reports.progress.decisions import board_decisions
from reports.tables.plan import actions_table, decisions_table, history_table, overdue_table, risks_table
from tests.programme.rows import rows
from tests.reports.acting import DONE, LATER, LATEST, Q1, Q2, Q3, UNEVIDENCED, delivered, followed, log, risk
from tests.reports.cells import missing, texts, values
from tests.reports.meetings import DECIDED, held


def the_row(logs):
    (row,) = texts(actions_table(delivered(logs)))
    return row


def test_an_action_that_slipped_says_everything_in_its_row():
    logs = log(
        Q1=[{}], Q2=[ACTIONS.typed(baseline=LATER, forecast=LATER)], Q3=[ACTIONS.typed(forecast=LATEST, lead_role="")]
    )
    assert the_row(logs) == {
        "Ref": "APP-6.01",
        "Action": "Clear the backlog",
        "Weaknesses": "6",
        "Lead role": "no lead role given",
        "Status": "◆ Amber (returned as Green, but the date agreed first has passed)",
        "First agreed date": "30 September 2024",
        "Done or forecast": "30 June 2025",
        "Slip": "forecast 273 days late",
        "Forecast moved": "2",
        "Evidence": "",
        "Note": "past the date agreed first; a later return gives another baseline",
    }


def test_an_action_holds_its_days_and_numbers_and_says_what_is_missing():
    logs = log(
        Q1=[{}], Q2=[ACTIONS.typed(baseline=LATER, forecast=LATER)], Q3=[ACTIONS.typed(forecast=LATEST, lead_role="")]
    )
    table = actions_table(delivered(logs))
    assert table.caption == "Accelerated Progress Plan, actions as at 2024/25 Q3"
    assert values(table) == [
        {
            "Ref": "APP-6.01",
            "Action": "Clear the backlog",
            "Weaknesses": "6",
            "Lead role": None,
            "Status": "Amber",
            "First agreed date": date(2024, 9, 30),
            "Done or forecast": date(2025, 6, 30),
            "Slip": 273,
            "Forecast moved": 2,
            "Evidence": None,
            "Note": "past the date agreed first; a later return gives another baseline",
        }
    ]
    assert missing(table) == [{"Lead role": "no lead role given"}]


def test_an_action_without_dates_has_none():
    table = actions_table(delivered(log(Q3=[ACTIONS.typed(baseline="", forecast="")])))
    assert missing(table) == [{"First agreed date": "not given", "Done or forecast": "not given", "Slip": "not known"}]
    assert texts(table)[0]["Slip"] == "not known"


def test_done_without_evidence_says_so():
    row = the_row(log(Q3=[UNEVIDENCED]))
    assert (row["Status"], row["Done or forecast"], row["Evidence"], row["Slip"]) == (
        "● Green (returned as Blue, but there is no reference to evidence)",
        "done 20 September 2024",
        "no evidence",
        "10 days early",
    )


def test_a_vanished_and_a_carried_over_action_say_so():
    logs = log(Q2=[ACTIONS.typed(former_ref="WSOA-3.04")], Q3=[ACTIONS.typed(ref="APP-6.02")])
    found = {row["Ref"]: row["Note"] for row in texts(actions_table(delivered(logs)))}
    assert found["APP-6.01"] == (
        "LATE: forecast of 30 September 2024 passed 92 days ago and it is not done; past the date agreed first; "
        "vanished from the return; as returned for 2024/25 Q2; carried over from WSOA-3.04"
    )


def test_the_history_of_an_action_leads_to_its_cells():
    table = history_table(followed(log(Q1=[{}], Q3=[DONE])))
    first, last = texts(table)
    assert (first["Quarter"], first["Status returned"], first["Forecast"], first["Actual"]) == (
        Q1,
        "Green",
        "30 September 2024",
        "",
    )
    assert (last["Quarter"], last["Actual"], last["% complete"], last["Cell"]) == (
        Q3,
        "20 September 2024",
        "100",
        "return.xlsx Actions!A2",
    )
    assert table.caption == "Action APP-6.01"
    assert [(row["Forecast"], row["Actual"], row["% complete"]) for row in values(table)] == [
        (date(2024, 9, 30), None, None),
        (None, date(2024, 9, 20), 100),
    ]
    assert missing(table) == [{}, {"Forecast": "not given"}]


def test_overdue_actions_are_counted_by_owner():
    logs = log(
        Q3=[
            {},
            ACTIONS.typed(ref="APP-6.02"),
            ACTIONS.typed(ref="APP-6.03", lead_role=""),
            DONE | ACTIONS.typed(ref="APP-6.04"),
        ]
    )
    assert texts(overdue_table(delivered(logs))) == [
        {"Lead role": "Assessment lead", "Overdue": "2"},
        {"Lead role": "no lead role given", "Overdue": "1"},
    ]
    assert overdue_table(delivered(logs)).caption == "Overdue actions by lead role, 2024/25 Q3"
    assert values(overdue_table(delivered(logs))) == [
        {"Lead role": "Assessment lead", "Overdue": 2},
        {"Lead role": None, "Overdue": 1},
    ]


def test_risks_stand_highest_first_with_their_direction():
    now = [risk(Q3, "R-1", "2"), risk(Q3, "R-2", "5"), risk(Q3, "R-3", "")]
    table = risks_table(now, [RiskMove(risk(Q2, "R-2", "4"), now[1])], Quarter.parse(Q3))
    assert [(row["Ref"], row["Score"], row["Since last quarter"]) for row in texts(table)] == [
        ("R-2", "20 (5 × 4), high", "↑ higher (was 16)"),
        ("R-1", "8 (2 × 4), medium", "→ unchanged"),
        ("R-3", "not scored", "→ unchanged"),
    ]
    assert table.caption == "Risks, 2024/25 Q3"
    assert [row["Score"] for row in values(table)] == [20, 8, None]
    assert missing(table)[2]["Score"] == "not scored"


def test_the_newest_word_on_each_decision_counts():
    old = decisions_in(
        rows("Decisions", {"Reference": "1", "Status": "proposed", "Notice date": "2024-07-01"}, quarter=Quarter.parse(Q2))
    )
    new = decisions_in(
        rows(
            "Decisions",
            {"Reference": "1", "Status": "taken", "Notice date": "2024-07-01", "Key decision": "yes"},
            quarter=Quarter.parse(Q3),
        )
    )
    (then,) = texts(decisions_table(old, Quarter.parse(Q2)))
    (now,) = texts(decisions_table([*old, *new], Quarter.parse(Q3)))
    assert (then["Status"], then["Key decision"], then["Decided"]) == ("proposed", "not stated", "")
    assert (now["Status"], now["Key decision"], now["As returned for"]) == ("taken", "yes", Q3)
    table = decisions_table([*old, *new], Quarter.parse(Q3))
    assert table.caption == "Decisions by 2024/25 Q3"
    assert (values(table)[0]["Notice"], values(table)[0]["Decided"]) == (date(2024, 7, 1), None)


def test_refs_lead_to_what_they_name_and_a_lead_role_to_its_actions():
    table = actions_table(delivered(log(Q3=[{}])))
    assert table.rows[0][0].linked == (leads("APP-6.01", "actions", action="APP-6.01", at="APP-6.01"),)
    (role, _), *_ = overdue_table(delivered(log(Q3=[ACTIONS.typed(lead_role="", baseline="2024-09-30")]))).rows
    assert role.linked == (leads("no lead role given", "actions", owner="no lead role given"),)
    assert risks_table([risk(Q3, "R-1")], [], Quarter.parse(Q3)).rows[0][0].at == "R-1"


def test_a_risk_stands_with_the_course_of_its_score():
    now = risk(Q3, "R-1", "5")
    (row,) = texts(risks_table([now], [], Quarter.parse(Q3), [risk(Q2, "R-1", "3"), now]))
    assert row["Course of the score"] == "12 from 2024/25 Q2, 20 from 2024/25 Q3"


def test_a_decision_of_the_board_stands_among_those_that_returns_bring():
    (agreed,) = board_decisions(held(DECIDED), Quarter.parse(Q3))
    old = decisions_in(rows("Decisions", {"Reference": "1", "Title": "Posts", "Notice date": "2024-07-01"}))
    board, returned = texts(decisions_table([*old, agreed.decision], Quarter.parse(Q3)))
    assert (board["Reference"], board["Title"], board["Decision maker"], board["Decided"], board["Status"]) == (
        *("M1-3", "A second analyst counts.", "the board, in a meeting", "17 December 2024", "agreed"),
    )
    assert (board["As returned for"], returned["As returned for"]) == ("in no return", Q3)
    (hidden,) = texts(decisions_table([replace(agreed.decision, title="")], Quarter.parse(Q3)))
    assert hidden["Title"] == "It is about a figure that readers do not see: its words reach those who see it."
