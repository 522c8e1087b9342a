from disclosure.decide import decider
from disclosure.rules_in_force import rules_in_force


def test_what_is_stored_is_decided_by_the_rules_in_force():
    assert rules_in_force() is decider()
