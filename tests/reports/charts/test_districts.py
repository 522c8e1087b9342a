from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from reports.charts.districts import districts_chart
from reports.progress.districts import districts
from reports.progress.readings import Progress
from tests.reports.build import a_figure, records_of
from tests.reports.lines import NOW, PLANS
from tests.reports.progress.test_districts import share_figures


def found(figures, kpi=PLANS):
    return districts(Progress(records_of(*figures), Role.READER), registry()[kpi], NOW)


def test_districts_are_ranked_with_their_bands_and_kent_as_a_line():
    chart = districts_chart(found(share_figures([50] * 11 + [90])))
    first, *others = chart.ranked
    assert (first.name, first.amount, first.value) == (DISTRICTS[11].name, "90.0%", 90)
    assert first.sign.shape == "triangle-up"
    assert {each.sign.shape for each in others} == {"circle"}
    assert [(each.name, each.value) for each in chart.against] == [("Kent 53.3%", 100 * 640 / 1200)]
    assert all(each.rare[0] <= each.usual[0] < each.usual[1] <= each.rare[1] for each in chart.ranked)


def test_kents_count_is_no_line_for_districts():
    figures = [a_figure("assessments_overdue", 30, area=area) for area in (*DISTRICTS, KENT)]
    assert districts_chart(found(figures, "assessments_overdue")).against == ()


def test_a_hidden_district_is_not_drawn():
    figures = [a_figure("permanent_exclusions_send", 3 if area == DISTRICTS[0] else 9, area=area) for area in DISTRICTS]
    chart = districts_chart(found(figures, "permanent_exclusions_send"))
    assert len(chart.ranked) == 10
    assert not any("Ashford" in each.name for each in chart.ranked)


def test_it_says_what_is_to_be_seen_and_how_the_bands_are_meant():
    places = found(share_figures([50] * 11 + [90]))
    chart = districts_chart(places)
    assert chart.title == (
        "Plans issued within 20 weeks, districts in 2024/25 Q3: Further from Kent's 53.3% than chance would give, "
        f"1 of 12 districts: {DISTRICTS[11].name} (90.0%)"
    )
    assert chart.notes[0].startswith("Each district is expected to have Kent's percentage (exact binomial limits).")
    assert chart.alternative.startswith(
        f"Plans issued within 20 weeks, districts in 2024/25 Q3, best first: {DISTRICTS[11].name}"
    )
