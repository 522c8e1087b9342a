import pytest

from programme.areas import KENT
from reports.language.linked import Way
from reports.progress.kpi_groups import beside_in_list, kpi_groups
from reports.progress.overview import overview
from tests.reports.lines import NOW


@pytest.fixture
def judged(demonstration):
    return overview(demonstration, KENT, NOW).judged


@pytest.mark.parametrize(("by", "count"), [("", 9), ("workstream", 5), ("function", 7), ("strategy", 2)])
def test_each_kpi_stands_in_one_group_once(demonstration, judged, by, count):
    groups = kpi_groups(demonstration, NOW, judged, by)
    listed = [each.line.kpi.id for group in groups for each in group.judged]
    assert len(groups) == count
    assert sorted(listed) == sorted(each.line.kpi.id for each in judged)


def test_a_group_leads_to_what_it_is(demonstration, judged):
    assert [group.way for group in kpi_groups(demonstration, NOW, judged)][5] == Way("weakness", (("weakness", "6"),))
    functions = kpi_groups(demonstration, NOW, judged, "function")
    assert (functions[0].name, functions[0].way) == (
        "Statutory assessment", Way("actions", (("function", "Statutory assessment"),)),
    )  # fmt: skip
    assert (functions[-1].name, functions[-1].way) == ("Under no function", None)


def test_a_strategy_has_the_kpis_that_the_decision_on_it_names(demonstration, judged):
    strategy, rest = kpi_groups(demonstration, NOW, judged, "strategy")
    assert (strategy.name, strategy.way) == ("SEND Strategy 2021 to 2024", Way("decisions", (("at", "21/00019"),)))
    assert {each.line.kpi.id for each in strategy.judged} == {
        "plans_within_20_weeks", "plans_educated_in_mainstream", "people_in_co_production",
    }  # fmt: skip
    assert rest.name == "Named by no strategy on record"


def test_those_beside_a_kpi_are_the_ones_of_the_list_round_its_ends(demonstration, judged):
    listed = [each for group in kpi_groups(demonstration, NOW, judged) for each in group.judged]
    assert beside_in_list(demonstration, NOW, judged, listed[3].line.kpi.id) == (listed[2], listed[4])
    assert beside_in_list(demonstration, NOW, judged, listed[0].line.kpi.id) == (listed[-1], listed[1])
    assert beside_in_list(demonstration, NOW, judged, "none") == (None, None)
