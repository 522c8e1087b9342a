from dataclasses import replace

from kpis.formulas import PublishedValue
from kpis.registry import registry
from programme.published import ForeseenRelease, published_figures
from reports.progress.releases import places_foreseen, ratings_foreseen
from tests.reports.build import a_figure, records_of

OURS = published_figures()


def with_value(series, period, value):
    key = series, "E10000016", period
    changed = replace(OURS[key], numerator=None, denominator=None, value=value)
    return ForeseenRelease(OURS, {**OURS, key: changed})


def test_a_place_among_neighbours_that_becomes_another_is_foreseen():
    records = records_of(a_figure("plans_issued", 100), published=OURS)
    changes = places_foreseen(records, with_value("plans_within_20_weeks", "2024", 1.0))
    place = next(each for each in changes if each.kpi.id == "plans_within_20_weeks")
    assert place.after == ("plans_within_20_weeks", "2024", place.after[3], place.before[3])
    assert place.before[2] < place.after[2]
    assert places_foreseen(records, ForeseenRelease(OURS, OURS)) == []
    assert places_foreseen(records_of(published=OURS), with_value("plans_within_20_weeks", "2024", 1.0)) == []


def test_the_rating_of_a_kpi_that_is_a_published_figure_is_foreseen():
    records = records_of(a_figure("plans_issued", 100), published=OURS)
    kpi = next(each for each in registry().values() if isinstance(each.formula, PublishedValue))
    series = kpi.formula.series
    period = max(when for name, code, when in OURS if name == series and code == "E10000016" and when <= "2024")
    changes = ratings_foreseen(records, with_value(series, period, 0.1))
    assert {now.kpi.id for _, now in changes} == {kpi.id}
    assert all(was.display != now.display for was, now in changes)


def test_nothing_is_foreseen_of_what_stays():
    assert ratings_foreseen(records_of(published=OURS), ForeseenRelease(OURS, OURS)) == []
