from itertools import product

import pytest

from kpis.movement import Movement, Shift, Step
from kpis.position import RULE, Agreement, Assessment, EvidencePosition, Position, agreement
from tests.kpis.series import kpi, result


def moved(change, since_last=Shift.UNCHANGED, better="higher"):
    value = None if change is Shift.NO_FIGURE else 40.0
    return Movement(result(kpi(better=better), "2024/25 Q3", value), Step(change), Step(since_last))


def position(improved=0, worsened=0, unchanged=0, nothing_before=0, no_figure=0, activity=0):
    counts = {
        Shift.IMPROVED: improved,
        Shift.WORSENED: worsened,
        Shift.UNCHANGED: unchanged,
        Shift.NOTHING_BEFORE: nothing_before,
        Shift.NO_FIGURE: no_figure,
    }
    judged = [moved(change) for change, count in counts.items() for _ in range(count)]
    return Position((*judged, *[moved(Shift.NOT_JUDGED, Shift.NOT_JUDGED, better=None)] * activity))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"improved": 5, "worsened": 2, "unchanged": 1}, "improving"),
        ({"improved": 5, "worsened": 3}, "mixed"),  # more than a quarter are worse
        ({"improved": 5, "worsened": 2}, "mixed"),  # so is two of seven
        ({"improved": 4, "unchanged": 4}, "mixed"),  # half is not more than half
        ({"worsened": 5, "improved": 2, "unchanged": 1}, "worsening"),
        ({"worsened": 5, "improved": 3}, "mixed"),
        ({"worsened": 4, "unchanged": 4}, "mixed"),
        ({"unchanged": 8}, "mixed"),
        ({"improved": 4, "no_figure": 4}, "improving"),  # half can be compared
        ({"improved": 4, "no_figure": 5}, "too little evidence"),
        ({"improved": 4, "nothing_before": 5}, "too little evidence"),
        ({"improved": 1, "activity": 9}, "improving"),  # activity indicators are left out
        ({"activity": 3}, "too little evidence"),
        ({}, "too little evidence"),
    ],
)
def test_the_rule(counts, expected):
    assert position(**counts).evidence == expected


def test_the_rule_is_printed_with_its_numbers_and_every_answer():
    assert all(answer.value in RULE.lower() for answer in EvidencePosition)
    for part in ("fewer than half", "2019/20", "more than half are better", "no more than a quarter are worse", "Activity"):
        assert part in RULE


def test_one_more_improvement_never_makes_a_position_worse():
    order = ["worsening", "mixed", "improving"]
    for better, worse, same in product(range(5), repeat=3):
        before = position(improved=better, worsened=worse, unchanged=same + 1).evidence
        after = position(improved=better + 1, worsened=worse, unchanged=same).evidence
        assert order.index(after) >= order.index(before)


def test_every_way_of_changing_is_counted_and_nothing_is_left_out():
    found = position(improved=3, worsened=1, unchanged=2, nothing_before=1, no_figure=2, activity=4)
    assert found.since_baseline == {
        Shift.IMPROVED: 3, Shift.WORSENED: 1, Shift.UNCHANGED: 2, Shift.NO_FIGURE: 2,
        Shift.NOTHING_BEFORE: 1, Shift.NO_NEW_FIGURE: 0, Shift.NOT_JUDGED: 4,
    }  # fmt: skip
    assert sum(found.since_last.values()) == len(found.movements) == 13
    assert len(found.directed) == 9


@pytest.mark.parametrize(
    ("evidence", "lead", "expected"),
    [
        ("improving", "sufficient progress", Agreement.AGREE),
        ("improving", "not yet", Agreement.DISAGREE),
        ("mixed", "sufficient progress", Agreement.DISAGREE),
        ("worsening", "sufficient progress", Agreement.DISAGREE),
        ("mixed", "not yet", Agreement.AGREE),
        ("worsening", "not yet", Agreement.AGREE),
        ("too little evidence", "sufficient progress", Agreement.CANNOT_BE_CHECKED),
        ("too little evidence", "not yet", Agreement.CANNOT_BE_CHECKED),
    ],
)
def test_the_leads_assessment_is_held_against_the_evidence(evidence, lead, expected):
    assert agreement(EvidencePosition(evidence), Assessment(lead)) is expected


@pytest.mark.parametrize("evidence", EvidencePosition)
def test_no_assessment_is_no_agreement(evidence):
    assert agreement(evidence, None) is Agreement.NO_ASSESSMENT
