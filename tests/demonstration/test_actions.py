"""An action's state on a day follows from its dates alone, and nothing of a later day is in it."""

from datetime import date

import pytest

from demonstration.actions import LoggedAction, actions
from kpis.ids import kpi_ids
from programme.quarter import Quarter

WORDS = {"ref": "APP-6.99", "evidence": "Tracker", "progress": "Under way", "outcome": "Done", "weaknesses": "6"}
WORDS |= dict.fromkeys(
    ("action", "success_criterion", "lead_role", "accountable_role", "partner", "kpi", "former_ref", "area", "function"), ""
) | {"workstream": "3"}


def action(**changes) -> LoggedAction:
    plain = {
        "words": WORDS,
        "start": date(2024, 1, 1),
        "baseline_due": date(2024, 12, 31),
        "reforecasts": (),
        "actual": None,
    }
    return LoggedAction(**plain | changes)


SLIPPED = ((date(2024, 6, 3), date(2025, 3, 31)),)
SLIPPED_FAR = (*SLIPPED, (date(2024, 9, 2), date(2025, 12, 31)))


@pytest.mark.parametrize(
    ("changes", "day", "status"),
    [
        ({}, date(2023, 12, 31), "Not started"),
        ({}, date(2024, 6, 30), "Green"),
        ({}, date(2025, 1, 1), "Red"),
        ({"reforecasts": SLIPPED}, date(2024, 6, 2), "Green"),
        ({"reforecasts": SLIPPED}, date(2024, 6, 3), "Amber"),
        ({"reforecasts": SLIPPED_FAR}, date(2024, 9, 2), "Red"),
        ({"actual": date(2024, 8, 1)}, date(2024, 7, 31), "Green"),
        ({"actual": date(2024, 8, 1)}, date(2024, 8, 1), "Blue"),
        ({"actual": date(2024, 8, 1), "words": WORDS | {"evidence": ""}}, date(2024, 8, 1), "Green"),
    ],
)
def test_status_follows_from_dates_and_evidence(changes, day, status):
    assert action(**changes).status(day) == status


def test_the_baseline_is_never_overwritten():
    row = action(reforecasts=SLIPPED_FAR).row(date(2024, 10, 1))
    assert (row["Baseline due"], row["Forecast"], row["Actual"]) == (date(2024, 12, 31), date(2025, 12, 31), None)


def test_a_row_says_nothing_that_happened_later():
    done = action(actual=date(2024, 12, 2))
    before, after = done.row(date(2024, 9, 30)), done.row(date(2024, 12, 31))
    assert (before["Actual"], before["Evidence reference"], before["Progress note"]) == (None, "", "Under way")
    assert (after["Actual"], after["Evidence reference"], after["Progress note"]) == (date(2024, 12, 2), "Tracker", "Done")
    assert (before["% complete"], after["% complete"], after["Forecast"]) == (75, 100, None)
    assert done.row(date(2023, 12, 1))["Progress note"] == ""


def test_how_far_it_is_stands_in_the_last_two_returns_of_its_plan_only():
    assert action().row(date(2024, 6, 30))["Progress note"] == ""


def test_a_return_names_the_actions_of_the_plan_in_force():
    quarters = ("2022/23 Q2", "2023/24 Q1", "2024/25 Q3")
    assert [action().returned(Quarter.parse(quarter)) for quarter in quarters] == [False, True, True]


def test_both_plans_are_there_each_with_its_own_references():
    plans = {each.words["ref"].split("-")[0] for each in actions()}
    assert plans == {"WSOA", "APP"}
    refs = [each.words["ref"] for each in actions()]
    assert len(refs) == len(set(refs))
    assert [sum(ref.startswith(plan) for ref in refs) for plan in ("WSOA", "APP")] == [60, 116]


def test_an_action_names_a_kpi_that_exists_and_an_earlier_action_of_the_other_plan():
    assert {each.words["kpi"] for each in actions()} - {""} <= set(kpi_ids())
    carried = {each.words["ref"]: each.words["former_ref"] for each in actions() if each.words["former_ref"]}
    assert carried == {"APP-4.01": "WSOA-4.03", "APP-6.01": "WSOA-3.04", "APP-8.02": "WSOA-5.02"}


def test_some_were_finished_without_evidence():
    unevidenced = [each.words["ref"] for each in actions() if each.actual and not each.words["evidence"]]
    assert len(unevidenced) == 9


def test_every_weakness_and_workstream_has_an_action():
    assert {number for each in actions() for number in each.words["weaknesses"].split(";")} == set("123456789")
    assert {each.words["workstream"] for each in actions()} == set("12345")


def test_dates_are_in_order():
    for each in actions():
        since = [day for day, _ in each.reforecasts]
        assert each.start < each.baseline_due and since == sorted(since), each.words["ref"]
        assert each.actual is None or each.actual > each.start
