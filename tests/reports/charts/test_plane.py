from datetime import date

import pytest

from reports.charts.chart import Against, Label, Ranked
from reports.charts.paper import Paper
from reports.charts.plane import plane_of
from tests.reports.charts.drawing import DOT, chart_of, ranking_of
from tests.reports.lines import NOW


@pytest.mark.parametrize(
    ("high", "ticks"),
    [
        (100, ["0%", "20%", "40%", "60%", "80%", "100%"]),
        (3, ["0.0%", "0.5%", "1.0%", "1.5%", "2.0%", "2.5%", "3.0%"]),
        (0.9, ["0.0%", "0.2%", "0.4%", "0.6%", "0.8%"]),
    ],
)
def test_amounts_on_the_axis_are_round(high, ticks):
    plane = plane_of(chart_of(high / 1.12, suffix="%"), Paper(), 0)
    assert [tick.lines for tick in plane.up.ticks] == [(tick,) for tick in ticks]


def test_low_stands_at_the_bottom_and_high_at_the_top():
    plane = plane_of(chart_of(100, 50), Paper(), 10)
    assert (plane.y(0), plane.y(112)) == pytest.approx((plane.foot, plane.top))
    assert plane.left < plane.x(NOW - 1) < plane.x(NOW) < plane.left + plane.width


def test_the_first_of_a_ranking_stands_on_top_with_name_and_amount():
    plane = plane_of(ranking_of(Ranked("Kent", "60%", 60, DOT, bold=True), Ranked("Dover", "40%", 40, DOT)), Paper(), 0)
    assert plane.y(0) < plane.y(1)
    assert [(tick.lines, tick.bold) for tick in plane.up.ticks] == [
        (("Kent", "60%"), (True, True)),
        (("Dover", "40%"), (False, True)),
    ]


def test_a_chart_of_days_names_the_years():
    plane = plane_of(chart_of(date(2022, 5, 1), date(2024, 1, 31), dated=True), Paper(), 0)
    assert [tick.lines for tick in plane.up.ticks] == [("2022",), ("2023",), ("2024",), ("2025",)]
    assert plane.y(date(2024, 1, 31)) < plane.y(date(2022, 5, 1))


def test_room_is_left_for_what_stands_around_the_plane():
    bare, wide = plane_of(chart_of(60), Paper(), 0), plane_of(chart_of(60_000), Paper(), 0)
    assert bare.left < wide.left
    beside = plane_of(chart_of(60, labels=(Label(NOW, 60, "60.0%", "beside"),)), Paper(), 0)
    assert beside.left + beside.width < bare.left + bare.width
    one, two = (plane_of(ranking_of(against=(Against("England", 1),) * count), Paper(), 0).top for count in (1, 2))
    assert two == one + 14


def test_a_chart_is_as_high_as_the_paper_says():
    assert plane_of(chart_of(60), Paper(height=300), 0).foot == 300 - 44
    assert plane_of(chart_of(60), Paper(), 0).foot == 380 - 44
