from dataclasses import replace

import pytest

from kpis.direction import Direction
from kpis.kpi import Target
from kpis.rating import rate_by
from kpis.registry import registry
from reports.sentences.standards import standards_moved, target_history, turn_words
from tests.reports.lines import NOW, PLANS, line_of, plans
from tests.reports.progress.test_turns import KPI, USUAL, held, hidden, judgement, progress_with, to


@pytest.mark.parametrize(
    ("shares", "then", "now", "direction", "words"),
    [
        ([50, 65], USUAL, USUAL, Direction.IMPROVING, "↗ better"),
        ([50, 35], USUAL, USUAL, Direction.WORSENING, "↘ worse"),
        ([50, 65], USUAL, USUAL, Direction.NO_REAL_CHANGE, "↗ better, without a real change of the figure"),
        ([50, 35], USUAL, USUAL, Direction.CANNOT_BE_SAID, "↘ worse, and the direction of the figure cannot be said"),
        ([65, 65], to(80), to(60), Direction.NO_REAL_CHANGE,
         "– neither: its target was lowered from at least 80.0% to at least 60.0%"),
        ([65, 65], to(60), to(80), Direction.NO_REAL_CHANGE,
         "– neither: its target was raised from at least 60.0% to at least 80.0%"),
        ([38, 38], to(60, 40), to(55, 35), Direction.NO_REAL_CHANGE,
         "– neither: its target was lowered from at least 60.0% to at least 55.0% and its floor was lowered from 40.0% to "
         "35.0%"),
        ([65, 65], None, USUAL, Direction.NO_REAL_CHANGE, "– neither: a target of at least 60.0% began"),
        ([65, 65], USUAL, None, Direction.NO_REAL_CHANGE, "– neither: the target of at least 60.0% ended"),
        ([None, 65], USUAL, USUAL, Direction.CANNOT_BE_SAID, "– neither: rated in one quarter only"),
        ([50, 35], USUAL, USUAL, Direction.IMPROVING,
         "– neither: the figure is improving against the last one that it can be compared with"),
    ],
)  # fmt: skip
def test_a_turn_says_what_turned_it(shares, then, now, direction, words):
    assert turn_words(held(shares, then, now, direction)) == words


def test_across_a_break_it_says_the_break():
    broken = replace(KPI, breaks={str(NOW): "in the returns: counted anew"})
    assert turn_words(held([35, 65], kpi=broken)) == f"– neither: not comparable: break in {NOW}"


def test_what_a_lead_judged_is_said_beside_the_rule():
    def reading(*judged, quarter=NOW):
        return progress_with(plans([35, 35]), *judged).reading(registry()[PLANS], KPI.areas[0], quarter)

    plain, judged = held([35, 35]), reading(judgement("amber"))
    assert turn_words(replace(plain, now=judged)) == "– neither: judged amber by its lead, and red by the rule"
    earlier = reading(judgement("amber", NOW - 1), quarter=NOW - 1)
    assert turn_words(replace(plain, before=earlier)) == (
        "– neither: judged amber by its lead last quarter, and not any more"
    )


def of(share, *targets):
    kpi = replace(KPI, targets=targets)
    (reading,) = line_of(plans([share], of=1000), quarters=1).readings
    result = replace(reading.result, kpi=kpi)
    return replace(reading, result=result, rated=rate_by(result, kpi.target_in(NOW)))


EIGHTY = Target(since="2023/24 Q3", value=80, floor=40, basis="test")
SIXTY = Target(since="2024/25 Q1", value=60, floor=40, basis="test")


def test_a_lowered_target_is_told_with_what_the_figure_would_be_by_the_old_one():
    assert target_history(of(65, EIGHTY, SIXTY)) == (
        "Its target was lowered from at least 80.0% to at least 60.0% from 2024/25 Q1 on, which is easier to meet. By what "
        "was asked before it would be amber."
    )
    assert target_history(of(50, EIGHTY, SIXTY)) == (
        "Its target was lowered from at least 80.0% to at least 60.0% from 2024/25 Q1 on, which is easier to meet."
    )


def test_a_raised_target_is_harder_and_one_that_never_moved_is_not_told():
    later = replace(EIGHTY, since="2024/25 Q1", floor=45)
    assert target_history(of(65, replace(SIXTY, since="2019/20 Q3"), later)) == (
        "Its target was raised from at least 60.0% to at least 80.0% and its floor was raised from 40.0% to 45.0% from "
        "2024/25 Q1 on, which is harder to meet. By what was asked before it would be green."
    )
    assert target_history(of(65, SIXTY)) == ""
    assert target_history(of(65, replace(SIXTY, since="2019/20 Q3"), SIXTY)) == ""
    assert target_history(of(65)) == ""


def test_a_target_lowered_with_a_raised_floor_is_neither():
    assert target_history(of(65, EIGHTY, replace(SIXTY, floor=50))).startswith(
        "Its target was lowered from at least 80.0% to at least 60.0% and its floor was raised from 40.0% to 50.0% from "
        "2024/25 Q1 on, which is neither simply easier nor harder to meet."
    )


def test_for_fewer_is_better_a_raised_target_is_easier():
    fewer = replace(KPI, better="lower", targets=(replace(SIXTY, value=10, floor=20), replace(SIXTY, value=15, floor=20)))
    assert standards_moved(fewer, *fewer.targets) == "its target was raised from at most 10.0% to at most 15.0%"


def test_a_widened_tolerance_is_told():
    near = replace(registry()["plans_per_caseworker"], breaks={})
    before, now = (Target(since="2021/22 Q3", value=180, floor=60, basis="test", tolerance=each) for each in (20, 30))
    assert standards_moved(near, before, now) == "its tolerance was raised from 20 to 30"
    moved = replace(now, value=190, floor=70)
    assert standards_moved(near, before, moved) == (
        "its target was raised from 180 to 190, its tolerance was raised from 20 to 30 and its floor was raised from 60 "
        "to 70"
    )


def test_a_hidden_figure_turned_nothing_and_it_is_said_so():
    seen = held([65, 65])
    assert turn_words(replace(seen, now=hidden(seen.now))) == "– neither: the figure is hidden"
    assert turn_words(replace(seen, before=hidden(seen.before))) == "– neither: the figure was hidden"
