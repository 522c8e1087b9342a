from itertools import product

import pytest

from kpis.direction import Barrier, Direction, Step
from kpis.movement import Movement, Reference
from kpis.position import RULE, Agreement, Assessment, EvidencePosition, Position, agreement
from programme.areas import KENT
from tests.kpis.series import kpi

BETTER, WORSE, SAME = Direction.IMPROVING, Direction.WORSENING, Direction.NO_REAL_CHANGE


def moved(direction, better="higher", weaknesses=(6,)):
    barrier = Barrier.NOTHING_BEFORE if direction is Direction.CANNOT_BE_SAID else None
    step = Step(direction, barrier=barrier)
    return Movement(kpi(better=better, weaknesses=weaknesses), KENT, dict.fromkeys(Reference, step), Step(SAME))


def position(better=0, worse=0, same=0, unknown=0, activity=0, borrowed=0):
    ways = {BETTER: better, WORSE: worse, SAME: same, Direction.CANNOT_BE_SAID: unknown}
    own = [moved(way) for way, count in ways.items() for _ in range(count)]
    lent = [moved(BETTER, weaknesses=(1, 6))] * borrowed
    return Position((*own, *lent, *[moved(Direction.RISING, better=None)] * activity), 6)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"better": 3}, "improving"),
        ({"better": 3, "worse": 1}, "improving"),  # three times as many
        ({"better": 2, "worse": 1}, "mixed"),
        ({"better": 5, "worse": 2}, "mixed"),
        ({"worse": 3, "better": 1}, "worsening"),
        ({"worse": 3}, "worsening"),
        ({"better": 2, "worse": 2}, "mixed"),
        ({"better": 2, "same": 2}, "improving"),  # half is not more than half
        ({"better": 2, "same": 3}, "no real change"),
        ({"worse": 2, "same": 3}, "no real change"),
        ({"same": 3}, "no real change"),
        ({"better": 2}, "too little evidence"),
        ({"better": 2, "unknown": 9}, "too little evidence"),
        ({"better": 3, "unknown": 9}, "improving"),
        ({"better": 2, "activity": 5}, "too little evidence"),  # activity indicators are left out
        ({"borrowed": 5}, "too little evidence"),  # none of its own
        ({"borrowed": 5, "unknown": 1}, "too little evidence"),  # its own cannot be compared
        ({"borrowed": 2, "better": 1}, "improving"),
        ({}, "too little evidence"),
    ],
)
def test_the_rule(counts, expected):
    assert position(**counts).evidence == expected
    assert [position(**counts).since(reference).word for reference in Reference] == [expected] * 3


def test_the_rule_is_printed_with_its_numbers_and_every_answer():
    assert all(answer.value in RULE.lower() for answer in EvidencePosition)
    for part in (
        *map(str, Reference),
        "names first; the others borrow it",
        "fewer than 3 KPIs can be compared, or none of its own",
        "more than half of those that can did not really move",
        "at least 3 times as many are really better as really worse",
        "Activity indicators",
    ):
        assert part in RULE


def test_a_kpi_belongs_to_the_weakness_it_names_first():
    first, second = moved(BETTER, weaknesses=(2, 9)), moved(BETTER, weaknesses=(9, 2))
    found = Position((first, second), 9).since(Reference.BASELINE)
    assert (found.own, found.borrowed) == ((second,), (first,))
    assert Position((first, second)).since(Reference.BASELINE).own == (first, second)  # a workstream owns all of its KPIs


def test_one_more_improvement_never_makes_a_position_worse():
    order = ["worsening", "mixed", "improving"]
    for better, worse, same in product(range(5), repeat=3):
        before = position(better=better, worse=worse, same=same + 1).evidence
        after = position(better=better + 1, worse=worse, same=same).evidence
        if before in order and after in order:
            assert order.index(after) >= order.index(before)
        assert not (before == "improving" and after != "improving")


def test_every_movement_is_counted_and_nothing_is_left_out():
    found = position(better=3, worse=1, same=2, unknown=2, activity=4, borrowed=1).since(Reference.REVISIT)
    assert [found.going(way) for way in (BETTER, WORSE, SAME, Direction.CANNOT_BE_SAID)] == [4, 1, 2, 2]
    assert (len(found.directed), len(found.comparable), len(found.not_comparable)) == (9, 7, 2)
    assert position(same=2).latest[SAME] == 2


@pytest.mark.parametrize(
    ("evidence", "lead", "expected"),
    [
        ("improving", "sufficient progress", Agreement.AGREE),
        ("improving", "not yet", Agreement.DISAGREE),
        ("mixed", "sufficient progress", Agreement.DISAGREE),
        ("worsening", "sufficient progress", Agreement.DISAGREE),
        ("no real change", "sufficient progress", Agreement.DISAGREE),
        ("no real change", "not yet", Agreement.AGREE),
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
