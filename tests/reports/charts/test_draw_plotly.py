from reports.charts.chart import Ranked
from reports.charts.draw_plotly import chart_plotly
from tests.reports.charts.drawing import DOT, chart_of, ranking_of


def test_every_kind_of_chart_can_be_drawn_and_lets_the_pages_ground_through():
    for chart in (chart_of(50, None, 60), ranking_of(Ranked("Dover", "50%", 50, DOT)), chart_of(), ranking_of()):
        drawn = chart_plotly(chart).layout
        assert (drawn.paper_bgcolor, drawn.plot_bgcolor) == ("rgba(0,0,0,0)", "rgba(0,0,0,0)")


def test_values_stand_along_the_axis_that_fits_their_kind():
    assert list(chart_plotly(chart_of(50)).data[0].y) == [50]
    assert list(chart_plotly(ranking_of(Ranked("Dover", "50%", 50, DOT))).data[-1].x) == [50]
