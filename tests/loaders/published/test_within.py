from dataclasses import replace

import pytest

from loaders.published.within import doubts_within
from tests.loaders.published.published_series import figure
from tests.loaders.well_said import badly_said

ENGLAND = figure(area="England", counts=(50_000, 100_000), value=50.0)
SURREY = figure(area="Surrey", counts=(400, 1_000), value=40.0)


def messages(*figures):
    found = doubts_within(figures)
    assert [badly_said(finding.message) for finding in found if badly_said(finding.message)] == []
    return [(finding.rule, finding.message) for finding in found]


def test_figures_that_agree_are_not_asked_about():
    assert messages(ENGLAND, figure(), SURREY) == []


def test_kent_under_another_code_is_asked_about_and_so_is_another_area_under_kents():
    (found,) = messages(ENGLAND, replace(figure(), area_code="E06000099"), SURREY)
    assert found == ("dfe_area_code", "Kent must have the code E10000016, got: Kent with E06000099")
    (found,) = messages(ENGLAND, replace(figure(), area="Essex"), SURREY)
    assert found == ("dfe_area_code", "Kent must have the code E10000016, got: Essex with E10000016")
    assert messages(ENGLAND, replace(figure(), area="KENT\u00a0"), SURREY) == []


def test_a_period_with_other_authorities_and_without_kent_is_asked_about_once_for_the_file():
    earlier = [replace(each, period="2023") for each in (ENGLAND, figure(), SURREY)]
    (found,) = messages(*earlier, ENGLAND, SURREY, replace(SURREY, period="2025"))
    assert found == (
        "dfe_area_missing",
        "Kent (E10000016) must have a line for each period that other authorities have one for, got: none for 2024 and 2025",
    )
    assert messages(*earlier, ENGLAND) == [], "a period of countries and regions alone"


@pytest.mark.parametrize("value", [6.0, 60.1, 0.6, 59.9])
def test_a_share_that_its_counts_do_not_give_is_asked_about(value):
    (found,) = messages(figure(value=value), figure(area="Surrey", counts=(401, 1_000), value=40.1))
    assert found == (
        "dfe_share_against_counts",
        f"Requests refused, Kent, 2024 (per cent) must be what its counts give, 60.0 (600 of 1,000), got: {value:g}",
    )


def test_the_rounding_is_that_of_the_column():
    whole = figure(counts=(2_200, 4_001), value=55.0)
    assert messages(whole, figure(area="Surrey", value=60.0)) == []
    assert len(messages(whole, figure(area="Surrey", counts=(10_001, 100_000), value=10.001))) == 1


def test_a_denominator_that_is_a_sum_may_be_a_little_smaller_than_the_whole():
    share = {"series": "requests_decided_within_6_weeks", "counts": (269, 432)}
    assert messages(figure(**share, value=58.6)) == []
    assert len(messages(figure(**share, value=6.2))) == 1


def test_a_country_outside_its_areas_is_asked_about():
    (found,) = messages(
        figure(area="England", counts=(75_200, 100_000), value=75.2),
        figure(counts=(None, None), value=55.0),
        figure(area="Surrey", counts=(None, None), value=10.0),
    )
    assert found == (
        "dfe_country_outside_areas",
        "Requests refused, England, 2024 (per cent) must lie between 10 and 55, as its areas do, got: 75.2",
    )


def test_a_country_below_what_its_areas_count_together_is_asked_about():
    assert messages(figure(area="England", counts=(500, 1_000), value=50.0), figure(), SURREY) == [
        (
            "dfe_country_below_areas",
            "Requests refused, England, 2024 (number counted) must be no less than its authorities together, 1,000, "
            "got: 500",
        ),
        (
            "dfe_country_below_areas",
            "Requests refused, England, 2024 (number it is counted in) must be no less than its authorities together, "
            "2,000, got: 1,000",
        ),
    ]
