from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.registry import registry
from reports.figures.frame import (
    GAP,
    LOWEST,
    PLOT,
    apart,
    named_line,
    point_label,
    quarters_frame,
    step_labels,
    upright,
    value_range,
)
from tests.reports.lines import NOW, PLANS

KPI = registry()[PLANS]
AMOUNTS = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(st.none() | AMOUNTS))
def test_everything_drawn_fits_between_the_ends_and_zero_is_always_there(values):
    low, high = value_range(values)
    assert low <= 0 <= high and low < high
    assert all(low <= value <= high for value in values if value is not None)


def test_a_long_axis_names_financial_years_and_a_short_one_every_quarter():
    long = quarters_frame(KPI, NOW.last(23), [1])
    assert list(long.xaxis.ticktext) == ["2019/20", "2020/21", "2021/22", "2022/23", "2023/24", "2024/25"]
    assert list(quarters_frame(KPI, NOW.last(2), [1]).xaxis.ticktext) == ["2024/25 Q2", "2024/25 Q3"]


def test_the_frame_lets_the_pages_ground_through():
    frame = quarters_frame(KPI, NOW.last(3), [1])
    assert (frame.paper_bgcolor, frame.plot_bgcolor) == ("rgba(0,0,0,0)", "rgba(0,0,0,0)")
    assert frame.yaxis.ticksuffix == "%"


def test_a_line_holds_for_its_quarter_and_stays_out_of_the_legend():
    line = named_line(NOW.last(2), [60, None], "Target", "#000000")
    assert (line.line.shape, line.connectgaps, line.showlegend, list(line.y)) == ("hvh", False, False, [60, None])


def test_a_line_is_named_where_it_begins_and_told_again_where_it_steps():
    labels = step_labels(KPI, NOW.last(6), [None, 60, 60, 80, 80, 60], "Target", above=True)
    assert [(label["x"], label["text"]) for label in labels] == [
        (str(NOW - 4), "Target 60.0%"),
        (str(NOW - 2), "80.0%"),
        (str(NOW), "60.0%"),
    ]
    assert step_labels(KPI, NOW.last(2), [None, None], "Target", above=True) == []


@pytest.mark.parametrize(("above", "shift"), [(True, 10), (False, -10)])
def test_a_label_stands_above_or_below_its_line(above, shift):
    assert step_labels(KPI, [NOW], [60], "Floor", above=above)[0]["yshift"] == shift


@given(st.lists(st.tuples(st.sampled_from(["2024/25 Q2", "2024/25 Q3"]), st.floats(0, 100)), max_size=8))
def test_labels_of_one_quarter_never_touch_one_another_or_the_axis(placed):
    labels = apart([{"x": x, "y": y, "yshift": -10} for x, y in placed], [0, 100])
    for quarter in ("2024/25 Q2", "2024/25 Q3"):
        heights = sorted(label["y"] / 100 * PLOT + label["yshift"] for label in labels if label["x"] == quarter)
        assert all(height >= LOWEST - 1e-9 for height in heights)
        assert all(above - below >= GAP - 1e-9 for below, above in pairwise(heights))


def test_an_upright_is_a_shape():
    assert upright(NOW)["x0"] == upright(NOW)["x1"] == "2024/25 Q3"


def test_the_newest_point_bears_its_amount():
    assert point_label(KPI, NOW, 59.96, 2)["text"] == "<b>59.96%</b>"
