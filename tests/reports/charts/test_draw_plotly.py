from plotly.io import templates

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


def test_what_plotly_is_given_twice_it_knows_for_the_same():
    """Streamlit hands it over twice; a template is never the same one, and data without a revision are drawn anew."""
    templates.default = "plotly_dark"  # as Streamlit names its own, once it is there
    charts = chart_of(50), chart_of(50), chart_of(60)
    given = [chart_plotly.__wrapped__(chart).to_plotly_json()["layout"] for chart in charts]
    assert not [each for each in given if "template" in each]
    same, again, other = (each["datarevision"] for each in given)
    assert same == again != other
