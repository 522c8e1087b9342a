from datetime import timedelta

from programme.access import Owned
from programme.draft import KEPT, Draft
from programme.moment import moment

BEGUN = moment("2025-01-20 10:00")
DRAFT = Draft("k", "me@desk-7", "return.xlsx", "f" * 64, 8, BEGUN)


def test_it_is_kept_for_thirty_days():
    assert timedelta(days=30) == KEPT
    assert DRAFT.gone_after == moment("2025-02-19 10:00")


def test_it_belongs_to_whoever_handed_the_file_in():
    assert DRAFT.owned == Owned("me@desk-7")
