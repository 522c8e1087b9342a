from dataclasses import replace

from disclosure.decide import decide
from disclosure.totals import same_counts, totals_of
from plumbing.reference import rows
from programme.areas import KENT
from programme.hidden import MomentCells
from programme.measures import measures
from programme.published import Published
from programme.quarter import Quarter
from tests.disclosure.tables import IN_TIME, ISSUED, Q3, kent, moment, year

PRINTED = Published(
    *("plans_within_20_weeks", "New EHC plans issued within 20 weeks", KENT.code, "Kent", "calendar year", "2024"),
    *(432.0, 960.0, 45.0, None, "percent", "DfE", "plans.csv", 7),
)


def test_a_published_year_is_the_sum_of_its_four_quarters():
    assert totals_of([PRINTED]) == {kent(IN_TIME, span=4): 432.0, kent(ISSUED, span=4): 960.0}
    assert Quarter.parse("2024/25 Q3") == Q3  # October to December 2024


def test_a_financial_year_ends_with_its_last_quarter():
    found = totals_of([replace(PRINTED, period_basis="financial year", period="2023/24")])
    assert {item.quarter for item in found} == {Quarter.parse("2023/24 Q4")}


def test_other_years_other_areas_and_counts_that_are_not_printed_say_nothing():
    assert totals_of([replace(PRINTED, period_basis="academic year", period="2023/24")]) == {}
    assert totals_of([replace(PRINTED, area_code="E92000001")]) == {}
    assert totals_of([replace(PRINTED, series="plans_in_place_january", period_basis="January census")]) == {}
    assert totals_of([replace(PRINTED, numerator=None, denominator=None)]) == {}


def test_every_count_of_the_file_is_returned_in_quarters_and_says_why_it_is_the_same():
    for row in rows("same_counts"):
        measure = measures()[row["measure"]]
        assert (measure.period, measure.combine) == ("in the quarter", "sum")
        assert row["because"]
    assert same_counts()["requests_refused"] == (("denominator", "requests_received"),)


RECEIVED = "requests_received"
IN_PRINT = replace(PRINTED, series="requests_refused", numerator=9.0, denominator=93.0)
RETURNED = {(RECEIVED, KENT.code, Q3 - back): 3.0 if back == 1 else 30.0 for back in range(4)}


def test_what_is_printed_elsewhere_is_known_although_no_page_shows_it():
    """No page adds four quarters of requests up; with their sum in print, three of them give the fourth, a 3, away."""
    (alone,) = decide([MomentCells(1, RETURNED)], (), (), b"secret")
    assert set(alone.hidden) == {kent(RECEIVED, Q3 - 1)}
    (beside,) = decide([MomentCells(1, RETURNED, (IN_PRINT,))], (), (), b"secret")
    assert len(beside.hidden) == 2 and kent(RECEIVED, Q3 - 1) in beside.hidden
    assert beside.withheld == ""


def test_a_total_known_before_its_quarters_are_returned_counts_once_they_are():
    first, second = decide([MomentCells(1, {}, (IN_PRINT,)), MomentCells(2, RETURNED)], (), (), b"secret")
    assert first.hidden == {}
    assert len(second.hidden) == 2


def test_a_total_that_says_another_thing_is_of_something_else():
    cells = moment(*year([9] * 12, [20] * 12))
    for printed in ((), (replace(PRINTED, numerator=431.0, denominator=961.0),)):
        (decided,) = decide([MomentCells(1, cells.cells, printed)], (), (), b"secret")
        assert (decided.hidden, decided.withheld) == ({}, "")
