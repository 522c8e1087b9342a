"""The words of every rule, read one after the other with the same eyes: those of an analyst at the end of a long day."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from loaders.rules import RULES
from tests.loaders.well_said import badly_said

SAID_ELSEWHERE = {
    "area_outside_parts",
    "figures_merged",
    "macros_present",
    "measure_repeats_last_quarter",
    "personal_data",
    "rate_outside_limits",
    "reported_otherwise",
    "same_file",
}
"""Rules whose findings no `Row` brings: their own tests do, through `said`, which reads every message as this does."""


@cache
def told() -> dict[str, set[str]]:
    """Every message that a `Row` of the rules' tests expects, by rule."""
    found: dict[str, set[str]] = {}
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        for row in getattr(import_module(f"{__package__}.{file.stem}"), "ROWS", ()):
            for rule, _, message in row.expected:
                found.setdefault(rule, set()).add(message)
    return found


def test_every_rule_is_brought_to_speak():
    assert RULES.keys() - told().keys() == SAID_ELSEWHERE


@pytest.mark.parametrize("rule", sorted(RULES.keys() - SAID_ELSEWHERE))
def test_a_tired_analyst_understands_it(rule):
    assert {message: wrong for message in told()[rule] if (wrong := badly_said(message))} == {}


@pytest.mark.parametrize(
    ("message", "wrong"),
    [
        ("requests_decided must be given for Kent only, got: Ashford", "an id: requests_decided"),
        ("Plans, Kent must be no more than plans_in_place, 3, got: 4", "an id: plans_in_place"),
        ("A column must be one of dfe_mapping.csv, got: x", "a file of ours: dfe_mapping.csv"),
        ("Status must be Red at best, got: Green", "puzzles: 'at best'"),
        ("Status is Red, got: Green", "it does not say what must hold"),
        ("Status must be Red", "it does not say what was got"),
        (f"Plans must be {'very ' * 60}many, got: 1", "318 characters are too many"),
    ],
)
def test_what_puzzles_is_noticed(message, wrong):
    assert wrong in badly_said(message)


def test_an_id_may_stand_where_it_must_be_typed():
    assert badly_said("Figures must have a row for Plans issued, Dover (plans_issued), got: no such row") == []
    assert badly_said("Measure must be one of those in the blank form: did you mean plans_issued? got: plan_issued") == []
