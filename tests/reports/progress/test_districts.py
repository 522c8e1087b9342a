import pytest

from kpis.chance import USUAL, binomial_spread, poisson_spread
from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from reports.progress.districts import Band, ChanceVerdict, districts
from reports.progress.readings import Progress
from tests.reports.build import a_figure, records_of
from tests.reports.lines import NOW, PLANS

ASHFORD, CANTERBURY, DARTFORD = DISTRICTS[:3]


def share_figures(values, of=100):
    """One district each; Kent is their sum."""
    figures = []
    for area, value in [*zip(DISTRICTS, values, strict=True), (KENT, sum(values))]:
        base = of * len(values) if area == KENT else of
        figures += [a_figure("plans_issued_within_20_weeks", value, area=area), a_figure("plans_issued", base, area=area)]
    return figures


CASES = [
    *(a_figure("assessments_overdue", 30, area=area) for area in DISTRICTS),
    *(a_figure("plans_in_place", 2000 if area == ASHFORD else 1000, area=area) for area in DISTRICTS),
    a_figure("assessments_overdue", 360),
    a_figure("plans_in_place", 13_000),
]


def found(figures, kpi=PLANS):
    return districts(Progress(records_of(*figures), Role.READER), registry()[kpi], NOW)


def verdicts(given):
    return {district.reading.area.name: district.verdict for district in given.ranked}


def test_even_districts_differ_by_no_more_than_chance():
    even = found(share_figures([50] * 12))
    assert set(verdicts(even).values()) == {ChanceVerdict.WITHIN}


def test_a_district_beyond_chance_is_named_with_its_figure():
    uneven = found(share_figures([50] * 10 + [66, 90]))
    said = verdicts(uneven)
    assert (said[DISTRICTS[11].name], said[DISTRICTS[10].name], said[ASHFORD.name]) == (
        ChanceVerdict.BEYOND,
        ChanceVerdict.PERHAPS,
        ChanceVerdict.WITHIN,
    )


def test_a_share_has_the_exact_binomial_band_of_its_size():
    district = found(share_figures([50] * 12)).ranked[0]
    spread = binomial_spread(100, 0.5, USUAL)
    assert district.band.usual == (spread.low, spread.high) == (40, 60)


def test_the_best_is_first_and_no_figure_last():
    values = [50] * 12
    values[3] = 70
    given = found([*share_figures(values)])
    assert given.ranked[0].reading.area == DISTRICTS[3]
    without = [each for each in share_figures(values) if each.area != DISTRICTS[3]]
    assert found(without).ranked[-1].reading.area == DISTRICTS[3]
    assert found(without).ranked[-1].verdict is ChanceVerdict.NOT_SAID


def test_lower_is_better_turns_the_order_round():
    figures = [a_figure("annual_reviews_overdue", 10 + number, area=area) for number, area in enumerate(DISTRICTS)]
    figures += [a_figure("plans_in_place", 100, area=area) for area in DISTRICTS]
    given = found(figures, "annual_reviews_overdue")
    assert [district.reading.area for district in given.ranked] == list(DISTRICTS)


def test_a_count_is_held_against_its_share_of_children_with_a_plan():
    given = found(CASES, "assessments_overdue")
    bands = {district.reading.area: district.band for district in given.ranked}
    spread = poisson_spread(360 * 2 / 13, USUAL)
    assert bands[ASHFORD].usual == (spread.low, spread.high)
    assert verdicts(given)[ASHFORD.name] is ChanceVerdict.BEYOND


def test_a_rate_has_the_poisson_band_of_its_size():
    figures = []
    for area in (*DISTRICTS, KENT):
        many = 12 if area == KENT else 1
        figures += [a_figure("suspensions_ehcp", 50 * many, area=area), a_figure("pupils_ehcp", 1000 * many, area=area)]
    district = found(figures, "suspensions_ehcp").ranked[0]
    spread = poisson_spread(50, USUAL)
    assert district.band.usual == pytest.approx((spread.low / 10, spread.high / 10))


def test_hidden_districts_are_neither_drawn_nor_given_a_band():
    figures = [a_figure("permanent_exclusions_send", 3 if area == ASHFORD else 9, area=area) for area in DISTRICTS]
    figures += [a_figure("plans_in_place", 1000, area=area) for area in DISTRICTS]
    given = found(figures, "permanent_exclusions_send")
    hidden = [district for district in given.ranked if district.value is None]
    assert len(hidden) == 2  # the small one, and a second that it could be worked out from
    assert all(district.band is None and district.verdict is ChanceVerdict.NOT_SAID for district in hidden)


def test_a_kpi_that_is_not_collected_by_district_has_none():
    assert found([], "plans_over_52_weeks") is None


def test_on_the_edge_is_within():
    band = Band((40, 60), (35, 65))
    assert [band.verdict(value) for value in (40, 60, 39.9, 35, 34.9)] == [
        ChanceVerdict.WITHIN,
        ChanceVerdict.WITHIN,
        ChanceVerdict.PERHAPS,
        ChanceVerdict.PERHAPS,
        ChanceVerdict.BEYOND,
    ]
