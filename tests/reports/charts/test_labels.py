from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.registry import registry
from reports.charts.chart import Label, Steps, Stroke
from reports.charts.labels import GAP, LOWEST, heights, point_label, step_labels
from tests.reports.charts.drawing import chart_of
from tests.reports.lines import NOW, PLANS, line_of, plans

KPI = registry()[PLANS]
PLOT = 308


def steps(name, *values):
    return Steps(name, values, Stroke("#000000"))


def test_a_line_is_named_where_it_begins_and_told_again_where_it_steps():
    labels = step_labels(KPI, NOW.last(6), steps("Target", None, 60, 60, 80, 80, 60))
    assert [(label.period, label.text) for label in labels] == [
        (NOW - 4, "Target 60.0%"),
        (NOW - 2, "80.0%"),
        (NOW, "60.0%"),
    ]
    assert list(step_labels(KPI, NOW.last(2), steps("Target", None, None))) == []


@pytest.mark.parametrize(("side", "up"), [("above", 10), ("below", -10), ("beside", 0)])
def test_a_label_stands_above_its_line_below_it_or_beside_its_point(side, up):
    (label,) = step_labels(KPI, [NOW], steps("Floor", 60), side)
    ((_, height),) = heights(chart_of(100, labels=(label,)), PLOT)
    assert height == pytest.approx(60 / 112 * PLOT + up)


def test_a_label_that_would_cover_a_figure_stands_on_the_other_side_of_its_line():
    england = Label(NOW - 2, 46, "England 46%, 2024", "above")
    chart = chart_of(10, 20, 50, labels=(england,))
    ((label, height),) = heights(chart, PLOT, width=300)
    assert (label.side, height) == ("below", pytest.approx(46 / 56 * PLOT - 10))
    ((free, _),) = heights(chart_of(10, 20, 90, labels=(england,)), PLOT, width=300)
    ((short, _),) = heights(chart_of(10, 20, 50, labels=(replace(england, text="E"),)), PLOT, width=300)
    assert (free.side, short.side) == ("above", "above")


def test_a_label_that_covers_a_figure_on_either_side_stays():
    label = Label(NOW - 1, 50, "England", "above")
    assert heights(chart_of(52, 48, labels=(label,)), PLOT)[0][0] == label


@given(st.lists(st.tuples(st.sampled_from([NOW - 1, NOW]), st.floats(0, 100)), max_size=8))
def test_labels_of_one_quarter_never_touch_one_another_or_the_axis(placed):
    labels = tuple(Label(quarter, value, "", "below") for quarter, value in placed)
    found = heights(chart_of(100, 100, labels=labels), PLOT)
    for quarter in (NOW - 1, NOW):
        drawn = sorted(height for label, height in found if label.period == quarter)
        assert all(height >= LOWEST - 1e-9 for height in drawn)
        assert all(above - below >= GAP - 1e-9 for below, above in pairwise(drawn))
    assert len(found) == len(labels)


def test_the_newest_point_bears_its_amount():
    (newest,) = line_of(plans([59.96], of=10_000), quarters=1).readings
    assert point_label(newest) == Label(NOW, 59.96, "59.96%", "beside")


@given(st.floats(0, 100), st.floats(0, 100))
def test_the_newest_amount_stays_beside_its_point_whatever_is_near_it(newest, other):
    labels = (Label(NOW, newest, "60%", "beside"), Label(NOW, other, "Target", "below"))
    drawn = {label.text: height for label, height in heights(chart_of(100, labels=labels), PLOT)}
    assert drawn["60%"] == pytest.approx(newest / 112 * PLOT)
