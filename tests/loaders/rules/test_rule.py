from pathlib import Path

import pytest

from loaders.rules import RULES, Stage
from programme.finding import Severity

HERE = Path(__file__).parent


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_row_in_the_tests_of_its_module(rule):
    tests = HERE / f"test_{rule.check.__module__.rpartition('.')[2]}.py"
    assert f'"{rule.name}"' in tests.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_gives_its_reason_in_a_sentence(rule):
    assert rule.reason.endswith((".", "?"))
    assert rule.reason[0].isupper() or not rule.reason[0].isalpha()


def test_each_name_belongs_to_one_rule():
    assert all(RULES[name].check.__name__ == name for name in RULES)
    assert {rule.severity for rule in RULES.values()} == set(Severity)


def test_a_fault_on_the_cover_hides_only_the_comparison_with_other_quarters():
    assert [stage for stage in Stage if Stage.COVER in stage.needs] == [Stage.HISTORY]


def test_without_its_sheets_nothing_is_said_of_a_book():
    assert [stage for stage in Stage if Stage.BOOK in stage.needs] == [stage for stage in Stage if stage is not Stage.BOOK]
