from disclosure.items import Seeing, items_of, items_seen, items_with, seeings_of, spans_of
from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from programme.hidden import Item
from tests.disclosure.tables import IN_TIME, ISSUED, Q3

ASHFORD = DISTRICTS[0]


def test_a_share_shows_its_numerator_and_its_denominator():
    assert items_of(registry()["plans_within_20_weeks"], KENT, Q3) == (
        Item(IN_TIME, KENT.code, Q3, 1),
        Item(ISSUED, KENT.code, Q3, 1),
    )


def test_a_rolling_year_adds_up_four_quarters_and_a_snapshot_none():
    assert {item.span for item in items_of(registry()["plans_within_20_weeks_rolling_year"], KENT, Q3)} == {4}
    assert {item.span for item in items_of(registry()["plans_educated_in_mainstream"], KENT, Q3)} == {1}


def test_an_annual_figure_is_that_of_the_quarter_it_is_reported_in():
    appeals = registry()["tribunal_appeal_rate"]
    assert {str(item.quarter) for item in items_of(appeals, KENT, Q3)} == {"2023/24 Q4"}


def test_what_nobody_is_counted_by_is_no_item():
    assert items_of(registry()["special_schools_with_nurse"], KENT, Q3) == ()
    assert [item.measure for item in items_of(registry()["plans_per_caseworker"], KENT, Q3)] == ["plans_in_place"]
    assert items_of(registry()["pupils_with_ehcp"], KENT, Q3) == ()  # published


def test_every_reading_that_shows_a_number_is_found_from_it():
    plans = {seeing.kpi for seeing in seeings_of(Item("plans_in_place", KENT.code, Q3, 1))}
    assert plans >= {"annual_reviews_overdue", "plans_educated_in_mainstream", "complaints_per_1000_plans"}
    year = Item(ISSUED, ASHFORD.code, Q3, 4)
    assert seeings_of(year) == (Seeing("plans_within_20_weeks_rolling_year", ASHFORD.code, Q3),)
    assert year in items_seen(seeings_of(year)[0])


def test_a_number_that_no_kpi_shows_is_in_no_reading():
    assert seeings_of(Item(ISSUED, KENT.code, Q3, 2)) == ()
    assert (spans_of("send_16_17_not_known"), seeings_of(Item("send_16_17_not_known", KENT.code, Q3, 1))) == ((), ())


def test_a_count_is_part_of_its_quarter_and_of_four_rolling_years():
    assert spans_of(ISSUED) == (1, 4)
    found = [(str(item.quarter), item.span) for item in items_with(ISSUED, ASHFORD.code, Q3)]
    assert found == [
        ("2024/25 Q3", 1),
        *((quarter, 4) for quarter in ("2024/25 Q3", "2024/25 Q4", "2025/26 Q1", "2025/26 Q2")),
    ]
