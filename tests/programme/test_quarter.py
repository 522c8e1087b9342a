from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.quarter import Quarter

quarters = st.builds(Quarter, st.integers(1999, 2097), st.integers(1, 4))
steps = st.integers(-200, 200)


@pytest.mark.parametrize(
    "day, written",
    [
        (date(2021, 3, 31), "2020/21 Q4"),
        (date(2021, 4, 1), "2021/22 Q1"),
        (date(2021, 12, 31), "2021/22 Q3"),
        (date(2022, 1, 1), "2021/22 Q4"),
        (date(1999, 12, 31), "1999/00 Q3"),
        (date(2000, 3, 31), "1999/00 Q4"),
    ],
)
def test_the_financial_year_starts_in_april(day, written):
    assert str(Quarter.containing(day)) == written


@pytest.mark.parametrize("text", ["2021/22 Q3", "2021-22-Q3", " 2021/22 q3 ", "2021-22 Q3"])
def test_each_way_to_write_it_is_the_same_quarter(text):
    assert Quarter.parse(text) == Quarter(2021, 3)


@pytest.mark.parametrize(
    "text", ["", "2021/22", "2021/23 Q3", "2021/22 Q5", "2021/22 Q0", "Q3 2021/22", "2021/2022 Q3", "2021/22 Q3 prov"]
)
def test_anything_else_is_refused_and_shown(text):
    with pytest.raises(ValueError, match="A quarter is written like 2021/22 Q3, got: " + text):
        Quarter.parse(text)


def test_a_quarter_knows_its_days_year_and_file_name():
    quarter = Quarter(2021, 4)
    assert (quarter.start, quarter.end) == (date(2022, 1, 1), date(2022, 3, 31))
    assert (quarter.financial_year, quarter.file_name) == ("2021/22", "2021-22-Q4")


def test_ranges_run_oldest_first_with_both_ends():
    assert [str(each) for each in Quarter(2021, 2).last(4)] == ["2020/21 Q3", "2020/21 Q4", "2021/22 Q1", "2021/22 Q2"]
    assert Quarter(2021, 2).to(Quarter(2021, 3)) == [Quarter(2021, 2), Quarter(2021, 3)]
    assert Quarter(2021, 2).to(Quarter(2021, 1)) == []


@given(quarters)
def test_what_is_printed_can_be_read(quarter):
    assert Quarter.parse(str(quarter)) == quarter == Quarter.parse(quarter.file_name)


@given(st.lists(quarters, min_size=2))
def test_text_sorts_as_time_does(several):
    same_century = [each for each in several if 2000 <= each.year < 2099]
    assert [str(each) for each in sorted(same_century)] == sorted(map(str, same_century))
    assert sorted(several) == sorted(several, key=lambda each: each.start)


@given(quarters, steps)
def test_steps_forward_and_back_cancel(quarter, count):
    assert quarter + count - count == quarter
    assert (quarter + count) - quarter == count


@given(quarters)
def test_quarters_follow_each_other_without_a_gap(quarter):
    assert quarter.end + timedelta(days=1) == (quarter + 1).start
    assert 90 <= (quarter.end - quarter.start).days + 1 <= 92


@given(st.dates(date(1999, 4, 1), date(2097, 3, 31)))
def test_a_day_lies_in_its_quarter(day):
    quarter = Quarter.containing(day)
    assert quarter.start <= day <= quarter.end
