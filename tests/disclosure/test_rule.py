from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.rule import SECONDARY, SMALL, THRESHOLD, Hidden, NoFigure, Number, disclose
from kpis.evaluate import evaluate
from kpis.evidence import Evidence, facts_of
from kpis.outcome import Reason
from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.quarter import Quarter
from tests.reports.build import a_figure

EXCLUSIONS = "permanent_exclusions_send"
Q3 = Quarter.parse("2024/25 Q3")


def exclusions(total, districts):
    figures = [a_figure(EXCLUSIONS, total)]
    figures += [a_figure(EXCLUSIONS, count, area=area) for area, count in zip(DISTRICTS, districts, strict=True)]
    kpi = registry()[EXCLUSIONS]
    return [evaluate(kpi, area, Q3, Evidence(facts_of(figures))) for area in kpi.areas]


def test_counts_of_one_to_four_children_are_hidden_and_zero_is_shown():
    results = exclusions(40, [0, 1, 4, 5, 6, 6, 6, 3, 3, 2, 2, 2])
    shown = disclose(results, Role.READER)
    assert shown[0] == Number(40)
    assert shown[1:5] == [Number(0), Hidden(SMALL), Hidden(SMALL), Number(5)]


def test_a_single_hidden_district_takes_the_smallest_other_with_it():
    shown = disclose(exclusions(88, [0, 3, 9, 8, 8, 8, 8, 8, 9, 9, 9, 9]), Role.READER)
    hidden = {area.name: seen.why for area, seen in zip([KENT, *DISTRICTS], shown, strict=True) if isinstance(seen, Hidden)}
    assert hidden == {DISTRICTS[1].name: SMALL, DISTRICTS[3].name: SECONDARY}


def test_an_analyst_sees_everything():
    assert disclose(exclusions(40, [0, 1, 4, 5, 6, 6, 6, 3, 3, 2, 2, 2]), Role.ANALYST)[2] == Number(1)


def test_a_rate_over_few_children_is_hidden_and_one_over_few_staff_is_not():
    of_children = [a_figure("plans_issued_within_20_weeks", 3), a_figure("plans_issued", 60)]
    of_staff = [a_figure("casework_staff_trained", 3), a_figure("casework_staff", 4)]
    evidence = Evidence(facts_of(of_children + of_staff))
    children, staff = (
        evaluate(registry()[name], KENT, Q3, evidence) for name in ("plans_within_20_weeks", "staff_trained_in_sen_law")
    )
    assert disclose([children, staff], Role.READER) == [Hidden(SMALL), Number(75.0, 3.0, 4.0)]


@pytest.mark.parametrize(
    ("typed", "reason"), [("c", Reason.SUPPRESSED), ("x", Reason.NOT_AVAILABLE), ("z", Reason.NOT_APPLICABLE)]
)
def test_a_missing_figure_stays_missing_with_its_reason(typed, reason):
    result = evaluate(registry()[EXCLUSIONS], KENT, Q3, Evidence(facts_of([a_figure(EXCLUSIONS, typed)])))
    assert disclose([result], Role.READER) == [NoFigure(reason, EXCLUSIONS)]


@given(st.lists(st.integers(0, 12), min_size=12, max_size=12))
def test_no_small_count_can_be_seen_or_had_by_subtraction(districts):
    shown = disclose(exclusions(sum(districts), districts), Role.READER)
    assert all(not 0 < seen.value < THRESHOLD for seen in shown if isinstance(seen, Number))
    hidden = [count for count, seen in zip(districts, shown[1:], strict=True) if isinstance(seen, Hidden)]
    others = [count for count in districts if count >= THRESHOLD]
    assert len(hidden) != 1 or not others or isinstance(shown[0], Hidden)


def test_each_quarter_and_each_kpi_is_a_whole_of_its_own():
    """A hidden district of one quarter takes nothing of another with it, wherever they stand among the results."""
    now = exclusions(88, [0, 3, 9, 8, 8, 8, 8, 8, 9, 9, 9, 9])
    before = [replace(each, quarter=Q3 - 1) for each in exclusions(96, [8] * 12)]
    mixed = [each for pair in zip(before, now, strict=True) for each in pair]
    assert disclose(mixed, Role.READER)[1::2] == disclose(now, Role.READER)
    assert disclose(mixed, Role.READER)[::2] == [Number(96), *[Number(8)] * 12]
