import pytest

from kpis.formulas import Count, Latest, Maximum, PublishedValue, Rate, Ratio, Share
from kpis.outcome import Known
from kpis.registry import registry
from kpis.sample import Sample, sample_of
from tests.kpis.building import a_kpi


def test_a_share_counts_some_of_its_base():
    assert sample_of(a_kpi(), Known(40.0, 80, 200)) == Sample(40.0, "share", 80, 200, 100)


def test_a_rate_counts_events_beside_its_base():
    rate = a_kpi(formula=Rate("complaints_received", "plans_in_place", 1000), unit="rate")
    assert sample_of(rate, Known(8.0, 80, 10_000)) == Sample(8.0, "rate", 80, 10_000, 1000)


def test_a_count_has_a_base_of_one():
    assert sample_of(a_kpi(formula=Count("complaints_received")), Known(30.0)) == Sample(30.0, "count", 30, 1, 1)


def test_more_than_the_whole_is_no_share():
    assert sample_of(a_kpi(), Known(150.0, 30, 20)).kind == "rate"


@pytest.mark.parametrize(
    "formula", [Latest("assessments_overdue"), Maximum("assessments_overdue"), Ratio("plans_in_place", "casework_staff")]
)
def test_snapshots_longest_waits_and_ratios_count_nothing(formula):
    assert not sample_of(a_kpi(formula=formula), Known(30.0, 30, 1)).testable


def test_money_and_scores_count_nothing():
    assert not sample_of(registry()["high_needs_deficit"], Known(4.4, 62_880, 1_429_070)).testable
    assert not sample_of(registry()["attainment_8_ehcp"], Known(13.3)).testable
    assert not sample_of(
        a_kpi(formula=Share("educational_psychology_posts_vacant", "plans_issued")), Known(5.0, 1, 20)
    ).testable


def test_a_published_share_counts_where_its_counts_are_published():
    published = a_kpi(formula=PublishedValue("tribunal_appeal_rate"))
    assert sample_of(published, Known(3.6, 300, 8330)) == Sample(3.6, "share", 300, 8330, 100)
    assert not sample_of(published, Known(3.6)).testable


def test_half_a_case_is_no_count():
    assert not sample_of(a_kpi(), Known(40.0, 80.5, 200)).testable
    assert not sample_of(a_kpi(), Known(40.0, -80, 200)).testable


def test_a_distance_from_a_target_counts_nothing():
    assert sample_of(a_kpi(better="target"), Known(20.0, 80, 200)) == Sample(20.0)


def test_chance_and_error_are_in_the_unit_of_the_kpi():
    before, now = Sample(50, "share", 50, 100, 100), Sample(60, "share", 60, 100, 100)
    assert now.error_against(before) == pytest.approx(7.035, abs=0.001)
    assert now.chance_against(before) == pytest.approx(0.1593, abs=0.001)
    assert Sample(60, "rate", 60, 100).chance_against(Sample(50, "rate", 50, 100)) == pytest.approx(0.3428, abs=0.001)
