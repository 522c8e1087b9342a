import pytest

from kpis.basis import MS, R12M, YTD, Q, annual
from kpis.breaks import Break, newest_break, whole_from, within_one_definition
from programme.quarter import Quarter
from tests.kpis.series import kpi, series

BROKEN = Break(Quarter.parse("2022/23 Q4"), "another return")
AT_Q4 = {"2022/23 Q4": "another return"}


def test_the_newest_break_is_the_last_one_up_to_a_quarter():
    about = kpi(breaks={"2020/21 Q1": "first", "2022/23 Q4": "another return", "2030/31 Q1": "later"})
    assert newest_break(about, Quarter.parse("2024/25 Q3")) == BROKEN
    assert newest_break(about, Quarter.parse("2022/23 Q4")) == BROKEN
    assert newest_break(about, Quarter.parse("2022/23 Q3")).reason == "first"
    assert newest_break(about, Quarter.parse("2020/21 Q1") - 1) is None
    assert newest_break(kpi(), Quarter.parse("2024/25 Q3")) is None


@pytest.mark.parametrize(
    ("basis", "first"),
    [
        (Q, "2022/23 Q4"),
        (MS, "2022/23 Q4"),
        (R12M, "2023/24 Q3"),
        (YTD, "2023/24 Q1"),
        (annual("academic", reported_in=3), "2022/23 Q4"),
    ],
)
def test_a_figure_of_several_quarters_is_whole_later(basis, first):
    assert whole_from(basis, BROKEN) == Quarter.parse(first)


def test_a_break_that_begins_a_year_leaves_the_year_to_date_whole():
    assert whole_from(YTD, Break(Quarter.parse("2023/24 Q1"), "")) == Quarter.parse("2023/24 Q1")


def test_only_what_stands_within_one_definition_is_comparable():
    values = series("2022/23 Q2", 1, 2, 3, 4)
    assert within_one_definition(kpi(), values) == values
    assert within_one_definition(kpi(breaks=AT_Q4), values) == series("2022/23 Q4", 3, 4)
    assert within_one_definition(kpi(breaks={"2022/23 Q2": "at the first"}), values) == values
    assert within_one_definition(kpi(breaks=AT_Q4), {}) == {}


def test_a_rolling_year_that_mixes_definitions_is_comparable_with_nothing():
    about = kpi(basis=R12M, breaks=AT_Q4)
    assert within_one_definition(about, series("2021/22 Q4", 1, 2, 3, 4, 5, 6)) == series("2023/24 Q1", 6)
    assert within_one_definition(about, series("2022/23 Q3", 1, 2, 3, 4, 5, 6)) == series("2023/24 Q3", 5, 6)
    assert within_one_definition(about, series("2022/23 Q1", 1, 2, 3)) == series("2022/23 Q1", 1, 2, 3)
