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
