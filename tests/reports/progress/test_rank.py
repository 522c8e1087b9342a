from reports.progress.rank import by_attention
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
