from pathlib import Path

import pytest

from loaders.rules import RULES, Stage
from loaders.rules.rule import WHOLE_COVER, Need
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


def test_what_compares_with_other_quarters_needs_the_whole_cover_unless_it_says_less():
    history = {rule.name: rule.needs for rule in RULES.values() if rule.stage is Stage.HISTORY}
    assert history["jump"] == {Need.QUARTER}
    assert history["partner_disagrees"] == WHOLE_COVER
    assert history["same_file"] == frozenset()
    assert RULES["value_missing"].needs == {Need.QUARTER, Need.WORKSTREAM}
    assert RULES["number_as_text"].needs == frozenset()
