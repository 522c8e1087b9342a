from dataclasses import replace
from datetime import date

import pytest

from programme.plans import plan_in_force, plan_of, plans
from programme.quarter import Quarter


@pytest.mark.parametrize(
    ("quarter", "plan"),
    [
        ("2019/20 Q1", None),
        ("2019/20 Q2", "WSoA"),
        ("2022/23 Q2", "WSoA"),
        ("2022/23 Q3", "WSoA"),
        ("2022/23 Q4", "APP"),
        ("2024/25 Q3", "APP"),
    ],
)
def test_an_old_quarter_has_the_plan_that_was_in_force_then(quarter, plan):
    found = plan_in_force(Quarter.parse(quarter))
    assert (found and found.id) == plan


def test_the_accelerated_progress_plan_stands_under_the_weaknesses_and_has_116_actions():
    written_statement, accelerated = plans()
    assert (written_statement.organised_by, written_statement.actions) == ("workstream", None)
    assert (accelerated.organised_by, accelerated.actions, accelerated.until) == ("weakness", 116, None)


@pytest.mark.parametrize(("ref", "plan"), [("WSOA-3.04", "WSoA"), ("app-6.01", "APP"), ("17b", "APP")])
def test_an_action_belongs_to_the_plan_its_ref_names_or_else_to_that_of_its_quarter(ref, plan):
    assert plan_of(ref, Quarter.parse("2024/25 Q3")).id == plan


def test_inspectors_were_to_come_again_12_to_18_months_after_the_approval_of_the_first_plan_only():
    written_statement, accelerated = plans()
    assert written_statement.reinspection == (date(2020, 9, 18), date(2021, 3, 18))
    assert accelerated.reinspection is None


@pytest.mark.parametrize(
    ("since", "window"),
    [
        (date(2020, 2, 29), (date(2021, 2, 28), date(2021, 8, 29))),
        (date(2019, 12, 31), (date(2020, 12, 31), date(2021, 6, 30))),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_last_of_a_shorter_month(since, window):
    assert replace(plans()[0], since=since).reinspection == window
