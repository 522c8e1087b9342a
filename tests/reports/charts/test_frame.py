import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.registry import registry
from reports.charts.frame import axis_room, named_line, quarters_frame, uprights, value_axis, value_range
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
    assert list(long.xaxis.ticktext) == [
        "2019<br>/20",
        "2020<br>/21",
        "2021<br>/22",
        "2022<br>/23",
        "2023<br>/24",
        "2024<br>/25",
    ]
    assert list(quarters_frame(KPI, NOW.last(2), [1]).xaxis.ticktext) == ["2024/25<br>Q2", "2024/25<br>Q3"]


def test_the_frame_lets_the_pages_ground_through():
    frame = quarters_frame(KPI, NOW.last(3), [1])
    assert (frame.paper_bgcolor, frame.plot_bgcolor) == ("rgba(0,0,0,0)", "rgba(0,0,0,0)")
    assert frame.yaxis.ticksuffix == "%"


def test_a_line_holds_for_its_quarter_and_stays_out_of_the_legend():
    line = named_line(NOW.last(2), [60, None], "Target", "#000000")
    assert (line.line.shape, line.connectgaps, line.showlegend, list(line.y)) == ("hvh", False, False, [60, None])


def test_uprights_are_one_trace_from_bottom_to_top_with_gaps_between():
    drawn = uprights(NOW.last(2), [0, 50], dash="dash")
    quarters = ["2024/25 Q2", "2024/25 Q2", None, "2024/25 Q3", "2024/25 Q3", None]
    assert (list(drawn.x), list(drawn.y)) == (quarters, [0, 50, None, 0, 50, None])
    assert (set(drawn.text), set(drawn.hoverinfo), drawn.line.dash) == ({""}, {"skip"}, "dash")


@pytest.mark.parametrize(
    ("values", "unit", "room"), [([80], "percent", 38), ([1_200], "count", 54), ([120_000], "count", 70)]
)
def test_the_axis_has_the_room_that_its_longest_label_needs(values, unit, room):
    assert axis_room(value_axis(values, unit)) == room
