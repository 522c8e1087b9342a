from kpis.rating import Rating
from reports.rank import by_attention, worst_first
from tests.reports.lines import judged, plans

WORSENING_RED = judged(plans([90, 80, 70, 60, 50, 39, 20]))
FAR_RED = judged(plans([5, 6, 7, 8, 9, 10]))
NEAR_RED = judged(plans([30, 31, 32, 33, 34, 35]))
AMBER = judged(plans([50]))
GREEN = judged(plans([90]))
NONE = judged([])


def test_red_and_worsening_first_then_reds_by_distance_not_rated_last():
    mixed = [NONE, GREEN, NEAR_RED, AMBER, FAR_RED, WORSENING_RED]
    assert by_attention(mixed) == [WORSENING_RED, FAR_RED, NEAR_RED, AMBER, GREEN, NONE]


def test_readings_are_ranked_by_rating_and_distance():
    readings = [each.reading for each in (NONE, GREEN, NEAR_RED, AMBER, FAR_RED)]
    ranked = worst_first(readings)
    assert [reading.rated.rating for reading in ranked] == [
        Rating.RED,
        Rating.RED,
        Rating.AMBER,
        Rating.GREEN,
        Rating.NOT_RATED,
    ]
    assert ranked[0] is FAR_RED.reading
