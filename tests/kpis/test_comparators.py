from datetime import date

import pytest

from kpis.basis import annual
from kpis.comparators import (
    Comparator,
    comparators_of,
    compare,
    last_day,
    mismatches,
    missing_comparators,
    newest_period,
)
from kpis.formulas import PublishedValue
from kpis.registry import registry
from plumbing.reference import rows
from programme.areas import DISTRICTS, KENT, NHS_KENT_AND_MEDWAY
from programme.published import Published, published_figures
from programme.quarter import Quarter
from tests.kpis.series import kpi

ALL = Comparator("plans_within_20_weeks_all", "higher", "")
BEDFORD = "E06000055"
NOW = Quarter(2024, 3)


def row(basis="calendar year", period="2024"):
    return Published("series", "Figure", "E1", "Area", basis, period, None, None, 1.0, None, "percent", "DfE", "f.csv", 2)


@pytest.fixture(scope="module")
def timeliness():
    return compare(published_figures(), ALL, "2024")


def rounded(number):
    return round(number, 1)


def test_on_2024_timeliness_the_answer_depends_on_the_set_and_on_the_average(timeliness):
    old, new = timeliness.sets
    assert (old.dated, rounded(old.mean), rounded(old.median), rounded(old.pooled)) == ("2021-04", 33.2, 30.3, 27.7)
    assert (new.dated, rounded(new.mean), rounded(new.median), rounded(new.pooled)) == ("2025-05", 40.5, 35.5, 32.1)
    assert timeliness.own.value == 32.3
    assert (timeliness.england.value, timeliness.south_east.value) == (45.9, 37.9)
    assert old.missing == new.missing == ()
    assert [(each.rank, each.ranked) for each in timeliness.sets] == [(6, 11), (7, 11)]


def test_losing_bedford_moves_the_mean_and_is_named():
    without = {key: figure for key, figure in published_figures().items() if key[1] != BEDFORD}
    new = compare(without, ALL, "2024").sets[1]
    assert (rounded(new.mean), new.missing, len(new.known), new.ranked) == (36.8, ("Bedford Borough",), 9, 10)


def test_a_period_nobody_published_gives_nothing_rather_than_another_period():
    found = compare(published_figures(), ALL, "1999")
    assert (found.own, found.england, found.south_east) == (None, None, None)
    assert [(each.mean, len(each.missing)) for each in found.sets] == [(None, 10), (None, 10)]


def test_the_nhs_area_has_no_neighbours():
    figure = Comparator("community_paediatrics_waiting_over_18_weeks_share", "lower", "")
    found = compare(published_figures(), figure, "2023-03", NHS_KENT_AND_MEDWAY)
    assert found.sets == ()
    assert found.own is not None


@pytest.mark.parametrize(
    ("quarter", "expected"), [("2024/25 Q3", "2024"), ("2024/25 Q2", "2023"), ("2020/21 Q1", "2019"), ("2010/11 Q1", None)]
)
def test_the_newest_period_is_one_that_had_ended(quarter, expected):
    assert newest_period(published_figures(), ALL.series, KENT, Quarter.parse(quarter)) == expected


def test_an_area_that_nothing_is_published_for_has_no_period():
    assert newest_period(published_figures(), ALL.series, DISTRICTS[0], NOW) is None


@pytest.mark.parametrize(
    ("basis", "period", "expected"),
    [
        ("calendar year", "2024", date(2024, 12, 31)),
        ("academic year", "2024", date(2024, 8, 31)),
        ("academic year", "2023/24", date(2024, 8, 31)),
        ("financial year", "2024", date(2024, 3, 31)),
        ("January census", "2025", date(2025, 1, 31)),
        ("month", "2024-02", date(2024, 2, 29)),
    ],
)
def test_the_last_day_of_a_period(basis, period, expected):
    assert last_day(row(basis, period)) == expected


def test_every_published_period_can_be_read():
    assert all(last_day(figure) <= date(2026, 12, 31) for figure in published_figures().values())


def test_another_period_and_another_definition_are_labelled(timeliness):
    differing = compare(published_figures(), Comparator(ALL.series, "higher", "includes exceptions"), "2024")
    assert mismatches(kpi(), NOW, differing) == (
        "Published for calendar year 2024; this KPI covers October to December 2024.",
        "Another definition: includes exceptions.",
    )
    assert len(mismatches(kpi(), NOW, timeliness)) == 1


def test_the_same_period_and_definition_are_not(timeliness):
    yearly = kpi(basis=annual("calendar", reported_in=3))
    assert mismatches(yearly, NOW, timeliness) == ()
    assert mismatches(yearly, Quarter(2025, 3), timeliness) == (
        "Published for calendar year 2024; this KPI covers calendar year 2025.",
    )


def test_a_monthly_figure_is_the_kpis_own_only_where_it_takes_it_as_published():
    autism = Comparator("autism_first_appointment_after_13_weeks_age_10_to_17", None, "")
    found = compare(published_figures(), autism, "2023-06", NHS_KENT_AND_MEDWAY)
    june = Quarter(2023, 1)
    assert mismatches(kpi(formula=PublishedValue(found.comparator.series)), june, found) == ()
    assert mismatches(kpi(), june, found) == ("Published for month 2023-06; this KPI covers April to June 2023.",)


def test_nothing_published_has_nothing_to_label():
    assert mismatches(kpi(), NOW, compare(published_figures(), ALL, "1999")) == ()


def test_the_20_week_kpi_is_held_against_both_published_definitions():
    found = comparators_of(registry()["plans_within_20_weeks"])
    assert [each.series for each in found] == ["plans_within_20_weeks", "plans_within_20_weeks_all"]
    assert [bool(each.difference) for each in found] == [False, True]


def test_a_kpi_that_is_not_listed_is_held_against_what_its_definition_names():
    unlisted = kpi(module="kpis.ehcp_quality.another", published="requests_refused", better="lower")
    assert comparators_of(unlisted) == (Comparator("requests_refused", "lower", ""),)
    assert comparators_of(kpi(module="kpis.ehcp_quality.another", published="")) == ()


def test_a_proxy_gives_way_to_saying_what_is_missing():
    for kpi_id, said in (
        ("plans_educated_in_mainstream", "caseload.csv"),
        ("plans_in_independent_special", "caseload.csv"),
        ("absence_ehcp", "absence by SEN status"),
        ("suspensions_ehcp", "suspensions by SEN status"),
    ):
        assert comparators_of(registry()[kpi_id]) == ()
        (missing,) = missing_comparators(registry()[kpi_id])
        assert said in missing
    assert missing_comparators(registry()["plans_within_20_weeks"]) == ()
    assert {each["kpi"] for each in rows("comparators_missing")} <= set(registry())


@pytest.mark.parametrize("kpi_id", ["requests_refused", "annual_review_decisions_within_4_weeks", "tribunal_appeal_rate"])
def test_where_the_publisher_counts_otherwise_it_is_said_beside_the_number(kpi_id):
    (found,) = comparators_of(registry()[kpi_id])
    assert found.series == registry()[kpi_id].published
    assert "while this KPI" in found.difference


def test_a_count_is_held_against_no_other_place():
    assert registry()["community_paediatrics_over_52_weeks"].published
    assert comparators_of(registry()["community_paediatrics_over_52_weeks"]) == ()


def test_every_listed_comparator_exists():
    figures = {figure for figure, _, _ in published_figures()}
    assert {each["kpi"] for each in rows("comparators")} <= set(registry())
    assert {each["series"] for each in rows("comparators")} <= figures
    assert {each["better"] for each in rows("comparators")} <= {"higher", "lower", ""}
