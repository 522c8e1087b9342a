from dataclasses import FrozenInstanceError

import pytest

from reports.charts.chart import Chart, RankedChart, Series, Sign, Steps, Stroke
from tests.reports.charts.drawing import chart_of, ranking_of


def test_the_title_is_what_is_drawn_and_what_is_to_be_seen_in_it():
    assert chart_of(50, 60).title == ranking_of().title == "Plans, Kent: From 50% to 60%"


def test_a_chart_is_not_changed_once_it_is_made():
    with pytest.raises(FrozenInstanceError):
        chart_of(50).headline = "another"
    assert not hasattr(chart_of(50), "__dict__") and not hasattr(ranking_of(), "__dict__")


@pytest.mark.parametrize("kind", ["series", "standards", "limits"])
def test_every_line_has_one_value_for_each_period(kind):
    short = Series("Short", (50,)) if kind == "series" else Steps("Short", (50,), Stroke("#000000"))
    with pytest.raises(ValueError) as refused:
        chart_of(50, 60, **{kind: (short,)})
    assert str(refused.value) == "Every line must have one value for each of 2 periods, got: 1 for Short"


def test_an_outline_is_no_filled_shape():
    assert Sign("circle-open", "#000000").hollow
    assert not Sign("circle", "#000000").hollow


def test_a_chart_must_say_what_it_shows():
    with pytest.raises(TypeError):
        Chart(periods=(), series=())
    with pytest.raises(TypeError):
        RankedChart(ranked=())
