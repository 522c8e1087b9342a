from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.chart import Against, Label, Ranked, Steps, Stroke
from reports.charts.frame import (
    amount_written,
    height_of,
    named_periods,
    span_of,
    suffix_of,
    top_of,
    value_range,
    years,
)
from tests.reports.charts.drawing import DOT, chart_of, ranking_of
from tests.reports.lines import NOW

AMOUNTS = st.floats(-1e6, 1e6, allow_nan=False)
PLAIN = Stroke("#000000")


@given(st.lists(st.none() | AMOUNTS))
def test_everything_drawn_fits_between_the_ends_and_zero_is_always_there(values):
    low, high = value_range(values)
    assert low <= 0 <= high and low < high
    assert all(low <= value <= high for value in values if value is not None)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_standards_and_limits_fit_as_the_figures_do(figure, standard, limit):
    chart = chart_of(figure, standards=(Steps("Target", (standard,), PLAIN),), limits=(Steps("Limit", (limit,), PLAIN),))
    low, high = span_of(chart)
    assert all(low <= each <= high for each in (figure, standard, limit))


def test_a_ranking_has_room_for_its_bands_and_what_it_is_held_against():
    chart = ranking_of(Ranked("Dover", "50%", 50, DOT, (30, 60), (-10, 90)), against=(Against("England", 120),))
    assert span_of(chart) == pytest.approx((-11.2, 134.4))


def test_days_lie_in_whole_years():
    days = [date(2021, 3, 4), None, date(2023, 12, 31)]
    assert years(days) == (date(2021, 1, 1), date(2024, 1, 1))
    assert span_of(chart_of(*days, dated=True)) == (date(2021, 1, 1), date(2024, 1, 1))
    first, last = years([])
    assert first < last


def test_a_long_axis_names_financial_years_and_a_short_one_every_quarter():
    assert [lines for _, lines in named_periods(NOW.last(23))] == [
        ("2019", "/20"),
        ("2020", "/21"),
        ("2021", "/22"),
        ("2022", "/23"),
        ("2023", "/24"),
        ("2024", "/25"),
    ]
    assert [lines for _, lines in named_periods(NOW.last(2))] == [("2024/25", "Q2"), ("2024/25", "Q3")]


def test_published_periods_are_all_named_as_they_are_called():
    assert named_periods(["2023", "2023/24"]) == [("2023", ("2023",)), ("2023/24", ("2023", "/24"))]


def test_a_chart_by_quarter_is_higher_than_one_by_published_period_and_a_ranking_grows():
    assert (height_of(chart_of(50)), height_of(chart_of(50, periods=("2024",)))) == (380, 300)
    assert height_of(ranking_of(*[Ranked("Dover", "50%", 50, DOT)] * 12)) == 526


def test_amounts_are_written_with_their_decimals_and_days_in_words():
    chart = chart_of(60, suffix=suffix_of("percent"), decimals=1)
    assert amount_written(chart, 60) == "60.0%"
    assert amount_written(chart, date(2024, 9, 30)) == "30 September 2024"
    assert amount_written(chart_of(1200, suffix=suffix_of("count")), 1200) == "1,200"


def test_room_is_left_above_for_letters_labels_and_the_names_of_lines():
    assert (top_of(chart_of(50)), top_of(chart_of(50, labels=(Label(NOW, 50, "50%", "beside"),)))) == (8, 28)
    one, two = (ranking_of(against=(Against("England", 46),) * count) for count in (1, 2))
    assert (top_of(one), top_of(two)) == (28, 42)
