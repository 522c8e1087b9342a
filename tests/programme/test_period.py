from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.period import Period, PeriodKind, months_of
from programme.quarter import Quarter

FINANCIAL, ACADEMIC = PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR
years = st.integers(1990, 2098)
periods = st.one_of(
    st.builds(Period.of_month, years, st.integers(1, 12)),
    st.builds(Period.of_quarter, st.builds(Quarter, years, st.integers(1, 4))),
    st.builds(Period.of_year, years, st.sampled_from([PeriodKind.CALENDAR_YEAR, FINANCIAL, ACADEMIC])),
)

EACH = [
    (Period.of_month(2023, 1), "2023-01", date(2023, 1, 1), date(2023, 1, 31), "2022/23 Q4", False),
    (Period.of_month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29), "2023/24 Q4", False),
    (Period.of_month(2023, 6), "2023-06", date(2023, 6, 1), date(2023, 6, 30), "2023/24 Q1", True),
    (Period.of_month(2023, 12), "2023-12", date(2023, 12, 1), date(2023, 12, 31), "2023/24 Q3", True),
    (Period.of_quarter(Quarter(2024, 3)), "2024/25 Q3", date(2024, 10, 1), date(2024, 12, 31), "2024/25 Q3", True),
    (Period.of_quarter(Quarter(2024, 4)), "2024/25 Q4", date(2025, 1, 1), date(2025, 3, 31), "2024/25 Q4", True),
    (Period.of_year(2014), "2014", date(2014, 1, 1), date(2014, 12, 31), "2014/15 Q3", True),
    (Period.of_year(2024, FINANCIAL), "2024/25", date(2024, 4, 1), date(2025, 3, 31), "2024/25 Q4", True),
    (Period.of_year(2023, ACADEMIC), "2023/24 academic year", date(2023, 9, 1), date(2024, 8, 31), "2024/25 Q2", False),
]


@pytest.mark.parametrize("period, written, start, end, quarter, ends", EACH, ids=[each[1] for each in EACH])
def test_a_period_knows_its_days_and_the_quarter_it_ends_in(period, written, start, end, quarter, ends):
    assert (str(period), period.start, period.end) == (written, start, end)
    assert (str(period.quarter), period.ends_quarter) == (quarter, ends)


@given(periods)
def test_what_a_period_is_written_like_is_read_as_itself(period):
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize("text", ["2023-13", "2023-1", "2024-25 Q3", "2023/25", "Q1 2023/24", "14", "2023/24 academic", ""])
def test_what_is_written_otherwise_is_refused(text):
    with pytest.raises(ValueError, match=f"^A period is written like 2023-01, 2024/25 Q3, 2014 or 2024/25, got: {text}$"):
        Period.parse(text)


@pytest.mark.parametrize(
    "month, kind", [(2, PeriodKind.QUARTER), (0, PeriodKind.MONTH), (13, PeriodKind.MONTH), (4, ACADEMIC), (1, FINANCIAL)]
)
def test_a_period_begins_with_a_month_that_its_kind_can_begin_with(month, kind):
    with pytest.raises(ValueError, match=f"^A period must begin with .*, got: {kind}, {month}$"):
        Period(2023, month, kind)


def test_periods_stand_in_order_of_time():
    later, first, middle = Period.of_month(2023, 4), Period.of_year(2022), Period.of_quarter(Quarter(2022, 4))
    assert sorted([later, first, middle]) == [first, middle, later]


def test_a_quarter_has_three_months():
    assert list(map(str, months_of(Quarter(2022, 4)))) == ["2023-01", "2023-02", "2023-03"]
    assert [month.ends_quarter for month in months_of(Quarter(2022, 4))] == [False, False, True]
