from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from reports.charts.ranked import Row, districts_alternative, districts_chart, ranked_chart
from reports.progress.districts import districts
from reports.progress.readings import Progress
from tests.reports.build import a_figure, records_of
from tests.reports.lines import NOW, PLANS
from tests.reports.progress.test_districts import share_figures


def found(figures, kpi=PLANS):
    return districts(Progress(records_of(*figures)), registry()[kpi], NOW)


def test_the_first_row_stands_on_top_and_names_its_amount():
    chart = ranked_chart([Row("A", "60%", 60, "circle", "#000000"), Row("B", "40%", 40, "circle", "#000000")])
    low, high = chart.layout.yaxis.range
    assert low > high
    assert list(chart.layout.yaxis.ticktext) == ["A<br><b>60%</b>", "B<br><b>40%</b>"]
    assert list(chart.data[-1].y) == [0, 1]


def test_lines_to_hold_against_are_shapes_with_their_names():
    chart = ranked_chart([Row("A", "60%", 60, "circle", "#000000")], [("England 46%", 46)])
    assert [(shape.x0, shape.x1) for shape in chart.layout.shapes] == [(46, 46)]
    assert chart.layout.annotations[0].text == "England 46%"


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


def test_the_chart_in_words_best_first():
    said = districts_alternative(found(share_figures([50] * 11 + [90])))
    assert said.startswith(
        f"Plans issued within 20 weeks, districts in 2024/25 Q3, best first: {DISTRICTS[11].name} 90.0% "
        "(by chance 44.0% to 63.0%; more than chance); "
    )
