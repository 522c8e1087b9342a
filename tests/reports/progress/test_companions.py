import pytest

from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from reports.progress.companions import Why, companions, other_periods
from reports.progress.readings import Progress
from tests.reports.build import records_of
from tests.reports.lines import NOW, PLANS, plans


def shown(area=KENT):
    progress = Progress(records_of(*plans([50] * 4), *plans([50], area=area)), Role.READER)
    return companions(progress, registry()[PLANS], area, NOW)


def test_the_20_weeks_figure_is_never_shown_alone():
    assert [(each.why, each.kpi.id) for each in shown()] == [
        (Why.OTHER_PERIOD, "plans_within_20_weeks_rolling_year"),
        (Why.COMPANION, "assessments_overdue"),
        (Why.COMPANION, "oldest_open_assessment_weeks"),
        (Why.COMPANION, "plans_over_52_weeks"),
    ]


def test_each_is_judged_in_the_same_quarter():
    rolling = shown()[0].judged
    assert (rolling.reading.quarter, rolling.reading.display) == (NOW, "50.0%")


def test_one_that_is_not_collected_for_a_district_is_shown_for_kent():
    areas = {each.kpi.id: each.judged.line.area for each in shown(DISTRICTS[0])}
    assert areas["assessments_overdue"] == DISTRICTS[0]
    assert areas["plans_over_52_weeks"] == KENT


@pytest.mark.parametrize("kpi", sorted(registry()))
def test_the_other_period_is_mutual(kpi):
    for other in other_periods(registry()[kpi]):
        assert registry()[kpi] in other_periods(other)


@pytest.mark.parametrize("kpi", sorted(registry()))
def test_no_kpi_stands_twice_beside_another_nor_beside_itself(kpi):
    beside = [each.kpi.id for each in companions(Progress(records_of(), Role.READER), registry()[kpi], KENT, NOW)]
    assert len(beside) == len({*beside, kpi}) - 1
