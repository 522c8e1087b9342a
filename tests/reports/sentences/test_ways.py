from dataclasses import replace

from programme.areas import NHS_KENT_AND_MEDWAY, area_named
from programme.figure import Source
from programme.quarter import Quarter
from reports.language.linked import Way, leads, plain_text
from reports.sentences.ways import (
    CELLS,
    action_link,
    cells_link,
    decision_link,
    kpi_link,
    reading_link,
    returned_link,
    risk_link,
    source_link,
    version_link,
    weakness_named,
    weaknesses_linked,
    workstream_linked,
)
from tests.reports.acting import Q3, followed, log
from tests.reports.lines import PLANS, line_of, plans

READING = line_of(plans([50])).readings[-1]


def test_a_kpi_leads_to_its_page_by_its_title_or_another_text():
    assert kpi_link(READING.kpi) == leads("Plans issued within 20 weeks", "kpi", kpi=PLANS)
    assert kpi_link(READING.kpi, "it") == leads("it", "kpi", kpi=PLANS)


def test_a_figure_leads_to_its_quarter_and_area_and_to_its_cells():
    where = {"kpi": PLANS, "quarter": "2024/25 Q3", "area": "Kent"}
    assert reading_link(READING, "50.0%") == leads("50.0%", "kpi", **where)
    assert cells_link(READING, "50.0%") == leads("50.0%", "kpi", **where, tab="Definition and source")
    health, abroad = (
        replace(READING, result=replace(READING.result, area=each)) for each in (NHS_KENT_AND_MEDWAY, area_named("England"))
    )
    assert dict(reading_link(health, "").to.choices)["area"] == NHS_KENT_AND_MEDWAY.name
    assert dict(reading_link(abroad, "").to.choices)["area"] == "Kent", "an area that no page can be asked for"


def test_an_action_leads_to_the_list_of_its_plan_or_to_what_became_of_it():
    assert action_link(followed(log(Q3=[{}]))) == leads("APP-6.01", "actions", action="APP-6.01", at="APP-6.01")
    old = followed(log(W1=[{"Ref": "WSOA-6.01"}]), "2022/23 Q1", "WSOA-6.01")
    assert action_link(old) == leads("WSOA-6.01", "actions", action="WSOA-6.01", at="WSOA-6.01")
    over = replace(old, quarter=Quarter.parse(Q3))
    assert action_link(over, "Backlog") == leads("Backlog", "ended", at="WSOA-6.01")


def test_risks_and_decisions_lead_to_their_own_row():
    assert risk_link("R-1").to == Way("risks", (("at", "R-1"),))
    assert decision_link("21/00019").to == Way("decisions", (("at", "21/00019"),))


def test_weaknesses_and_workstreams_lead_to_their_pages_and_a_number_that_is_none_leads_nowhere():
    assert weaknesses_linked((1, 77)) == (leads("1", "weakness", weakness="1"), ", ", "77")
    assert workstream_linked(3) == (leads("3", "workstream", workstream="3"),)
    assert workstream_linked(77) == ("77",)
    assert workstream_linked(None) == ()
    assert plain_text(weaknesses_linked((1, 3))) == "1, 3"


def test_a_returned_figure_leads_to_its_row_among_the_cells_of_a_kpi():
    second = Quarter.parse("2024/25 Q2")
    where = {"kpi": PLANS, "quarter": "2024/25 Q2", "area": "Ashford", "tab": CELLS}
    led = returned_link("plans_issued_within_20_weeks", area_named("Ashford"), second, "Plans")
    assert led == leads("Plans", "kpi", **where, at="plans-issued-within-20-weeks-ashford-2024-25-q2")
    assert returned_link("no_such_measure", area_named("Ashford"), second, "Plans") == "Plans"


def test_a_version_leads_to_its_row_among_the_returns():
    assert version_link(6) == leads("6", "returns", at="version-6")
    assert version_link(6, "12 December 2024") == leads("12 December 2024", "returns", at="version-6")


def test_a_cell_is_told_with_the_way_to_its_version_and_a_weakness_by_its_name():
    source = Source("return.xlsx", "Participation", "A2", 3)
    told = ("return.xlsx Participation!A2, version ", leads("3", "returns", at="version-3"))
    assert source_link(source) == told
    assert source_link(replace(source, version=None)) == ("return.xlsx Participation!A2",)
    assert weakness_named(3) == leads("Weakness 3: Co-production", "weakness", weakness="3")
    assert weakness_named(12) == "12"
