from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from reports.charts.districts import districts_chart
from reports.progress.districts import districts
from reports.progress.readings import Progress
from tests.reports.build import a_figure, records_of
from tests.reports.lines import NOW, PLANS
from tests.reports.progress.test_districts import share_figures


def found(figures, kpi=PLANS):
    return districts(Progress(records_of(*figures)), registry()[kpi], NOW)


def test_districts_are_ranked_with_their_bands_and_kent_as_a_line():
    chart = districts_chart(found(share_figures([50] * 11 + [90])))
    rare, usual, dots = chart.data
    assert chart.layout.yaxis.ticktext[0] == f"{DISTRICTS[11].name}<br><b>90.0%</b>"
    assert dots.marker.symbol[0] == "triangle-up"
    assert set(dots.marker.symbol[1:]) == {"circle"}
    assert chart.layout.annotations[0].text == "Kent 53.3%"
    assert rare.x[0] <= usual.x[0] < usual.x[1] <= rare.x[1]


def test_kents_count_is_no_line_for_districts():
    figures = [a_figure("assessments_overdue", 30, area=area) for area in (*DISTRICTS, KENT)]
    assert len(districts_chart(found(figures, "assessments_overdue")).layout.shapes) == 0


def test_a_hidden_district_is_not_drawn():
    figures = [a_figure("permanent_exclusions_send", 3 if area == DISTRICTS[0] else 9, area=area) for area in DISTRICTS]
    chart = districts_chart(found(figures, "permanent_exclusions_send"))
    assert len(chart.data[-1].x) == 10
    assert not any("Ashford" in text for text in chart.layout.yaxis.ticktext)
