from benchmarks.materiality import material, outside_limits
from programme.areas import DISTRICTS, KENT
from programme.quarter import Quarter
from tests.factories import figure

NOW = Quarter.parse("2024/25 Q3")
BEFORE = (NOW - 10).to(NOW - 1)


def facts(measure, numbers, area=KENT):
    found = [figure(measure, area, quarter, number) for quarter, number in zip(BEFORE, numbers, strict=True)]
    return {each.key: each for each in found}


def test_a_figure_that_leaves_the_limits_of_its_series_is_material():
    sound = facts("complaints_received", (100, 104) * 5) | {
        each.key: each for each in [figure("complaints_received", KENT, NOW, 102)]
    }
    key = ("complaints_received", KENT.code, NOW)
    assert outside_limits(sound, key, 204)
    assert not outside_limits(sound, key, 105)


def test_a_change_of_rating_or_of_a_share_is_material_and_one_of_nothing_is_not():
    figures = [figure("complaints_answered_in_time", KENT, NOW, 90), figure("complaints_answered", KENT, NOW, 100)]
    key = figures[0].key
    assert material({}, figures, {key: 30.0})
    assert not material({}, figures, {key: 90.0})


def test_a_change_of_rank_is_material():
    figures = [figure("requests_received", area, NOW, 50 + at) for at, area in enumerate(DISTRICTS)]
    assert material({}, figures, {figures[0].key: 55.5})
    assert not material({}, figures, {figures[0].key: 50.5})
