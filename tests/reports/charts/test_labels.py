from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.registry import registry
from reports.charts.frame import PLOT
from reports.charts.labels import GAP, LOWEST, Label, apart, label_trace, pixels, point_label, step_labels
from tests.reports.lines import NOW, PLANS

KPI = registry()[PLANS]


def test_a_line_is_named_where_it_begins_and_told_again_where_it_steps():
    labels = step_labels(KPI, NOW.last(6), [None, 60, 60, 80, 80, 60], "Target", above=True)
    assert [(label.quarter, label.text) for label in labels] == [
        (NOW - 4, "Target 60.0%"),
        (NOW - 2, "80.0%"),
        (NOW, "60.0%"),
    ]
    assert step_labels(KPI, NOW.last(2), [None, None], "Target", above=True) == []


@pytest.mark.parametrize(("above", "up"), [(True, 10), (False, -10)])
def test_a_label_stands_above_or_below_its_line(above, up):
    assert step_labels(KPI, [NOW], [60], "Floor", above=above)[0].up == up


@given(st.lists(st.tuples(st.sampled_from([NOW - 1, NOW]), st.floats(0, 100)), max_size=8))
def test_labels_of_one_quarter_never_touch_one_another_or_the_axis(placed):
    labels = apart([Label(quarter, value, "", -10) for quarter, value in placed], [0, 100])
    for quarter in (NOW - 1, NOW):
        heights = sorted(pixels(label, [0, 100]) for label in labels if label.quarter == quarter)
        assert all(height >= LOWEST - 1e-9 for height in heights)
        assert all(above - below >= GAP - 1e-9 for below, above in pairwise(heights))


def test_the_newest_point_bears_its_amount():
    assert point_label(KPI, NOW, 59.96, 2).text == "\u2003<b>59.96%</b>"


@given(st.floats(0, 100), st.floats(-10, 40))
def test_a_label_is_drawn_as_many_pixels_up_as_it_says(value, up):
    label = Label(NOW, value, "60%", up)
    drawn = label_trace([label], [0, 100])
    assert drawn.y[0] / 100 * PLOT == pytest.approx(pixels(label, [0, 100]))
    assert (drawn.x[0], drawn.text[0], drawn.textposition) == ("2024/25 Q3", "60%", "middle right")
