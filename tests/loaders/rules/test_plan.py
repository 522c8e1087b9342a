from datetime import date

import pytest

from loaders.rules import KnownBefore
from tests.loaders.rules.one_change import Row
from tests.loaders.rules.written_rows import CLEAN, accepted_actions, row, with_rows


def in_sheet(name, sheet, rule, cell, message, **changes):
    return Row(name, with_rows(sheet, row(sheet, **changes)), ((rule, f"{sheet}!{cell}", message),))


def before(*rows, quarter="2024/25 Q3"):
    return KnownBefore(actions=accepted_actions(quarter, *rows))


DONE = {"actual": date(2025, 2, 28), "complete": 100}
UNFINISHED = row("Actions", ref="APP-6.02")

ROWS = [
    in_sheet(
        "due before it starts",
        "Actions",
        "dates_out_of_order",
        "J2",
        "APP-6.01: Baseline due must not be before Start, 1 April 2026 (Actions!I2), got: 30 June 2025",
        start=date(2026, 4, 1),
    ),
    in_sheet(
        "done before it starts",
        "Actions",
        "dates_out_of_order",
        "L2",
        "APP-6.01: Actual must not be before Start, 1 April 2024 (Actions!I2), got: 1 March 2024",
        actual=date(2024, 3, 1),
        complete=100,
    ),
    in_sheet(
        "an event over before it began",
        "Events",
        "dates_out_of_order",
        "B2",
        "Hub moves: Until must not be before Date, 13 January 2025 (Events!A2), got: 31 December 2024",
        until=date(2024, 12, 31),
    ),
    in_sheet(
        "a milestone reached in the future",
        "Milestones",
        "actual_in_future",
        "F2",
        "APP-M3.1: Reached must be no later than today, 1 June 2025: a day to come is a forecast, got: 2 June 2025",
        reached=date(2025, 6, 2),
    ),
    in_sheet(
        "a letter that is to come",
        "Letters",
        "letter_in_future",
        "A2",
        "DfE: Date must be no later than today, 1 June 2025, got: 2 June 2025",
        day=date(2025, 6, 2),
    ),
    in_sheet(
        "done in the future",
        "Actions",
        "actual_in_future",
        "L2",
        "APP-6.01: Actual must be no later than today, 1 June 2025: a day to come is a forecast, got: 30 June 2025",
        actual=date(2025, 6, 30),
        complete=100,
    ),
    in_sheet(
        "blue without its day",
        "Actions",
        "complete_without_date",
        "L2",
        "APP-6.01: Actual must be given, because it is Blue, got: nothing",
        status="Blue",
    ),
    in_sheet(
        "all of it without its day",
        "Actions",
        "complete_without_date",
        "L2",
        "APP-6.01: Actual must be given, because it is 100% complete, got: nothing",
        complete=100,
    ),
    in_sheet(
        "more than all of it",
        "Actions",
        "percent_complete_outside_range",
        "N2",
        "APP-6.01: % complete must lie between 0 and 100, got: 140",
        complete=140,
    ),
    in_sheet(
        "done, and not all of it",
        "Actions",
        "percent_against_status",
        "N2",
        "APP-6.01: % complete must be 100, because it was done on 28 February 2025, got: 90",
        actual=date(2025, 2, 28),
        complete=90,
    ),
    in_sheet(
        "not started, and begun",
        "Actions",
        "percent_against_status",
        "N2",
        "APP-6.01: % complete must be 0, because it is not started, got: 60",
        status="Not started",
    ),
    in_sheet(
        "nobody leads it",
        "Actions",
        "owner_missing",
        "F2",
        "APP-6.01: Lead role must be given, got: nothing",
        lead_role=None,
    ),
    in_sheet(
        "nobody answers for it",
        "Actions",
        "owner_missing",
        "G2",
        "APP-6.01: Accountable role must be given, got: nothing",
        accountable_role=None,
    ),
    in_sheet(
        "no date agreed",
        "Actions",
        "baseline_missing",
        "J2",
        "APP-6.01: Baseline due must be given: the date agreed first, got: nothing",
        baseline=None,
    ),
    in_sheet(
        "blue without evidence",
        "Actions",
        "status_better_than_evidence",
        "M2",
        "APP-6.01: Status must be Green, Amber or Red, because there is no reference to evidence, got: Blue",
        status="Blue",
        **DONE,
    ),
    in_sheet(
        "on track past its date",
        "Actions",
        "status_better_than_evidence",
        "M2",
        "APP-6.01: Status must be Red, because its date has passed, got: Green",
        baseline=date(2025, 1, 31),
    ),
    in_sheet(
        "on track with a later forecast",
        "Actions",
        "status_better_than_evidence",
        "M2",
        "APP-6.01: Status must be Amber or Red, because it is forecast after 30 June 2025, got: Green",
        forecast=date(2025, 9, 30),
    ),
    in_sheet(
        "a risk with half a score",
        "Risks",
        "risk_half_scored",
        "F2",
        "R-01: Impact must be given, because Likelihood is, got: nothing",
        impact=None,
    ),
    in_sheet(
        "an assessment without its reason",
        "Assessment",
        "assessment_without_reason",
        "C2",
        "Weakness 6: Reason must be given with an assessment, got: nothing",
        reason=None,
    ),
    in_sheet(
        "a management action without an owner",
        "Commentary",
        "management_action_incomplete",
        "F2",
        "Plans issued within 20 weeks: Action owner role must be given with a management action, got: nothing",
        owner_role=None,
    ),
    Row(
        "an action that vanished",
        with_rows("Actions", row("Actions")),
        (
            (
                "action_vanished",
                "Actions",
                "Actions for 2024/25 Q4 must still have APP-6.02, which was not complete with evidence in 2024/25 Q3 "
                "(version 2, Actions!A3), got: no such row",
            ),
        ),
        known=before(row("Actions"), UNFINISHED),
    ),
    Row(
        "a baseline that moved",
        with_rows("Actions", row("Actions")),
        (
            (
                "baseline_rewritten",
                "Actions!J2",
                "APP-6.01: Baseline due must stay 31 December 2024, as agreed first (version 2, Actions!A2), "
                "got: 30 June 2025",
            ),
        ),
        known=before(row("Actions", baseline=date(2024, 12, 31))),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


def nothing_found(known, *rows, history=()):
    assert Row("nothing", with_rows("Actions", *rows), (), known=known, history=history).found == ()


def test_what_is_complete_with_evidence_may_leave_the_return():
    nothing_found(
        before(row("Actions"), {**UNFINISHED, "Actual": "2024-11-29", "Evidence reference": "Paper 7"}), row("Actions")
    )


def test_a_return_of_another_workstream_makes_no_action_vanish():
    nothing_found(before(row("Actions"), {**UNFINISHED, "Workstream": 4}), row("Actions"))


def test_with_its_plan_an_action_may_go():
    nothing_found(before(row("Actions", ref="WSOA-3.04"), quarter="2022/23 Q2"), row("Actions"))


def test_a_return_without_a_single_action_makes_none_vanish():
    nothing_found(before(UNFINISHED))


def test_an_action_that_vanished_is_asked_after_once_and_not_every_quarter():
    known = KnownBefore(
        actions=(
            *accepted_actions("2024/25 Q2", row("Actions"), UNFINISHED),
            *accepted_actions("2024/25 Q3", row("Actions")),
        )
    )
    nothing_found(known, row("Actions"))


def test_an_action_vanishes_inside_a_history_workbook_too():
    rows = [
        {"Quarter": quarter, **CLEAN["Actions"], "Ref": ref, "Start": date(2020, 4, 1)}
        for quarter, ref in (("2021/22 Q1", "WSOA-1"), ("2021/22 Q1", "WSOA-2"), ("2021/22 Q2", "WSOA-1"))
    ]
    found = Row("history", with_rows("Actions", *rows), (), history=("plans_issued",)).found
    assert [(rule, message.partition(", which")[0]) for rule, _, message in found] == [
        ("action_vanished", "Actions for 2021/22 Q2 must still have WSOA-2")
    ]
