import pytest

from kpis.kpi import Target
from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from programme.quarter import Quarter
from tests.kpis.building import a_kpi

EARLY = Target(since="2019/20 Q3", value=60, floor=40, basis="illustrative")
LATE = Target(since="2023/24 Q3", value=80, floor=50, basis="plan")


def test_the_file_name_is_the_id_and_the_folder_the_workstream():
    kpi = registry()["plans_within_20_weeks"]
    assert (kpi.module, kpi.id, kpi.workstream) == ("kpis.ehcp_quality.plans_within_20_weeks", "plans_within_20_weeks", 3)


@pytest.mark.parametrize(
    "quarter, target",
    [("2019/20 Q2", None), ("2019/20 Q3", EARLY), ("2023/24 Q2", EARLY), ("2023/24 Q3", LATE), ("2030/31 Q1", LATE)],
)
def test_a_target_applies_from_its_quarter_until_the_next(quarter, target):
    assert a_kpi(targets=(EARLY, LATE)).target_in(Quarter.parse(quarter)) == target


def test_a_target_must_start_in_a_quarter():
    with pytest.raises(ValueError, match="A quarter is written like 2021/22 Q3, got: April 2019"):
        Target(since="April 2019", value=60, floor=40, basis="illustrative")


@pytest.mark.parametrize("unit, in_district", [("percent", True), ("rate", True), ("count", False), ("weeks", False)])
def test_a_counts_target_is_for_the_whole_and_not_for_its_parts(unit, in_district):
    kpi = a_kpi(unit=unit, areas=(KENT, *DISTRICTS))
    assert kpi.targets_apply_in(KENT)
    assert kpi.targets_apply_in(DISTRICTS[0]) is in_district
