"""England and the neighbours in a KPI's own chart: real published figures, each with its period."""

from programme.areas import KENT
from programme.quarter import Quarter
from reports.charts.beside import beside_line, england_line
from reports.palette import COMPARATORS
from tests.reports.lines import NOW
from tests.reports.progress.test_comparison import PUBLISHED, shown

QUARTERS = Quarter(2022, 4).to(NOW)


def drawn(unit="percent", quarters=QUARTERS):
    first = shown()[0]
    assert first.area == KENT
    return beside_line(first, PUBLISHED[first.own.series], quarters, unit)


def test_a_calendar_year_is_a_step_over_its_four_quarters():
    (england, neighbours), _ = drawn()
    assert (england.name, neighbours.name) == ("England", "Statistical neighbours")
    assert [round(value, 1) for value in england.values] == [50.3] * 4 + [46.4] * 4
    assert round(neighbours.values[-1], 1) == 35.5
    assert england.stroke.colour == COMPARATORS["England"].colour


def test_each_is_named_once_with_its_newest_figure_and_period():
    _, labels = drawn()
    assert [(str(each.period), each.text, each.side) for each in labels] == [
        ("2023/24 Q4", "England 46.4%, 2024", "above"),
        ("2023/24 Q4", "Neighbours 35.5%, 2024", "below"),
    ]


def test_nothing_is_drawn_of_a_period_that_has_not_ended():
    (england, _), labels = drawn(quarters=Quarter(2022, 4).to(NOW - 1))
    assert [value and round(value, 1) for value in england.values] == [50.3] * 4 + [None] * 3
    assert labels[0].text == "England 50.3%, 2023"


def test_another_unit_has_no_place_on_the_axis():
    assert drawn(unit="count") == ((), ())


def test_england_alone_has_its_steps_and_no_words():
    first = shown()[0]
    (england,), labels = england_line(first, PUBLISHED[first.own.series], QUARTERS, "percent")
    assert [round(value, 1) for value in england.values] == [50.3] * 4 + [46.4] * 4
    assert labels == ()
    assert england_line(first, PUBLISHED[first.own.series], QUARTERS, "weeks") == ((), ())
