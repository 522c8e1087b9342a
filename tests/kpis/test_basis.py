import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.basis import MS, R12M, YTD, Q, annual
from programme.quarter import Quarter

NOW = Quarter(2024, 3)
ACADEMIC = annual("academic", reported_in=3)
SCHOOL = annual("school", reported_in=4, published_after=-1)
DESTINATIONS = annual("academic", reported_in=3, published_after=2)
CALENDAR = annual("calendar", reported_in=4)
FINANCIAL = annual("financial", reported_in=4)
quarters = st.builds(Quarter, st.integers(2015, 2035), st.integers(1, 4))


@pytest.mark.parametrize(
    "basis, covered",
    [
        (Q, ["2024/25 Q3"]),
        (MS, ["2024/25 Q3"]),
        (R12M, ["2023/24 Q4", "2024/25 Q1", "2024/25 Q2", "2024/25 Q3"]),
        (YTD, ["2024/25 Q1", "2024/25 Q2", "2024/25 Q3"]),
        (ACADEMIC, ["2024/25 Q3"]),
        (CALENDAR, ["2023/24 Q4"]),
    ],
)
def test_the_quarters_that_are_combined(basis, covered):
    assert [str(quarter) for quarter in basis.quarters(NOW)] == covered


@pytest.mark.parametrize(
    "quarter, reported", [("2024/25 Q2", "2023/24 Q3"), ("2024/25 Q3", "2024/25 Q3"), ("2025/26 Q2", "2024/25 Q3")]
)
def test_an_annual_figure_is_carried_until_the_next(quarter, reported):
    assert str(ACADEMIC.reported(Quarter.parse(quarter))) == reported


@pytest.mark.parametrize(
    "basis, quarter, period",
    [
        (ACADEMIC, "2024/25 Q3", "2024"),
        (ACADEMIC, "2024/25 Q2", "2023"),
        (DESTINATIONS, "2025/26 Q3", "2023"),
        (CALENDAR, "2023/24 Q4", "2023"),
        (Q, "2023/24 Q1", "2023-06"),
        (Q, "2022/23 Q4", "2023-03"),
    ],
)
def test_the_period_as_publishers_label_it(basis, quarter, period):
    assert basis.published_period(Quarter.parse(quarter)) == period


@pytest.mark.parametrize(
    "basis, words",
    [
        (Q, "October to December 2024"),
        (MS, "at the end of December 2024"),
        (R12M, "12 months to December 2024"),
        (YTD, "April to December 2024"),
        (ACADEMIC, "academic year 2023/24"),
        (SCHOOL, "school year 2023/24"),
        (DESTINATIONS, "academic year 2021/22"),
        (CALENDAR, "calendar year 2023"),
        (FINANCIAL, "financial year 2023/24"),
    ],
)
def test_what_a_reader_is_told_the_figure_covers(basis, words):
    assert basis.label(NOW) == words


@pytest.mark.parametrize(
    "basis, name",
    [
        (Q, "quarter"),
        (R12M, "rolling 12 months"),
        (YTD, "financial year to date"),
        (MS, "snapshot at the end of the quarter"),
        (ACADEMIC, "academic year"),
    ],
)
def test_every_basis_has_a_name(basis, name):
    assert basis.name == name


@given(quarters)
def test_a_rolling_year_is_four_quarters_and_ends_now(quarter):
    assert R12M.quarters(quarter) == quarter.last(4)


@given(quarters)
def test_a_year_to_date_never_leaves_its_financial_year(quarter):
    assert {each.financial_year for each in YTD.quarters(quarter)} == {quarter.financial_year}
    assert len(YTD.quarters(quarter)) == quarter.number


@given(quarters, st.integers(1, 4))
def test_an_annual_figure_is_at_most_three_quarters_old(quarter, reported_in):
    reported = annual("calendar", reported_in=reported_in).reported(quarter)
    assert reported.number == reported_in
    assert 0 <= quarter - reported <= 3
