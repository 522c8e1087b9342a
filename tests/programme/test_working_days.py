from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.quarter import Quarter
from programme.working_days import bank_holidays, return_due, working_day


@pytest.mark.parametrize(
    "quarter, due",
    [
        ("2019/20 Q1", date(2019, 8, 2)),  # no bank holiday in July
        ("2019/20 Q4", date(2020, 5, 7)),  # Good Friday and Easter Monday
        ("2021/22 Q3", date(2022, 2, 7)),  # New Year's Day, taken on 3 January
        ("2022/23 Q2", date(2022, 11, 4)),
        ("2024/25 Q3", date(2025, 2, 5)),  # New Year's Day
        ("2024/25 Q4", date(2025, 5, 8)),  # Easter and the early May bank holiday
    ],
)
def test_a_return_is_due_25_working_days_after_its_quarter(quarter, due):
    assert return_due(Quarter.parse(quarter)) == due


def test_the_queens_funeral_was_a_bank_holiday():
    assert date(2022, 9, 19) in bank_holidays()
    assert working_day(date(2022, 9, 16), 1) == date(2022, 9, 20)


def test_christmas_is_counted_out():
    assert working_day(date(2024, 12, 24), 1) == date(2024, 12, 27)


def test_no_working_day_later_is_the_same_day():
    assert working_day(date(2024, 12, 25), 0) == date(2024, 12, 25)


def test_every_year_of_the_programme_has_its_bank_holidays():
    on_weekdays = {
        year: sum(day.year == year and day.weekday() < 5 for day in bank_holidays()) for year in range(2019, 2031)
    }
    more = {2022: 10, 2023: 9}  # the jubilee and the funeral, the coronation
    assert on_weekdays == {year: more.get(year, 8) for year in range(2019, 2031)}


@given(st.dates(date(2019, 1, 1), date(2030, 6, 30)), st.integers(1, 40))
def test_it_lands_on_a_working_day_and_has_passed_exactly_so_many(start, count):
    landed = working_day(start, count)
    days = [start + timedelta(days=step) for step in range(1, (landed - start).days + 1)]
    worked = [day for day in days if day.weekday() < 5 and day not in bank_holidays()]
    assert (len(worked), worked[-1]) == (count, landed)
