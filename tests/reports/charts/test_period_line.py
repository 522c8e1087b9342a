from reports.charts.period_line import period_chart
from tests.reports.periods import WAITING_MONTHS, line_of, months, reported
from tests.store.returns.test_period_figures import WAITING


def test_a_month_that_nobody_gave_is_a_gap():
    drawn = period_chart(line_of(*WAITING_MONTHS))
    assert drawn.subject == "Children waiting for community paediatrics, NHS Kent and Medway ICB, by month"
    assert drawn.periods == ("Jul 2024", "Aug 2024", "Sep 2024", "Oct 2024")
    (series,) = drawn.series
    assert series.values == (7000, 7010, None, 7020)
    assert series.told == ("7,000", "7,010", "", "7,020")
    assert drawn.standards == drawn.limits == ()


def test_the_newest_months_are_drawn_back_to_the_same_month_of_the_year_before():
    two_years = {f"{year}-{month:02d}": 100 * month for year in (2023, 2024) for month in range(1, 13)}
    drawn = period_chart(line_of(*months(WAITING, two_years)))
    assert (len(drawn.periods), drawn.periods[0], drawn.periods[-1]) == (13, "Dec 2023", "Dec 2024")


def test_years_stand_side_by_side_as_they_were_given():
    drawn = period_chart(line_of(reported("2014"), reported("2016", 38.0)))
    assert (drawn.periods, drawn.series[0].values, drawn.suffix) == (("2014", "2016"), (41.5, 38.0), "%")
    assert drawn.subject.endswith(", Kent, by calendar year, as reported, not worked out here")
