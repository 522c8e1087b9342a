from datetime import UTC, date, datetime, timedelta

from loaders.published.order import order_asked
from programme.published import LoadedRelease
from tests.loaders.published.published_series import figure, keyed

OURS = keyed([figure()])
NOON = datetime(2025, 7, 1, 12, tzinfo=UTC)


def release(day=None):
    return LoadedRelease(1, "SEN2 2024", "requests.csv", "f" * 64, NOON, "analyst", 1, day)


def told(day, other, given=OURS):
    return [(finding.rule, finding.severity, finding.message) for finding in order_asked(day, OURS, [(other, given)])]


def test_a_day_is_asked_for_where_another_holds_the_same_figure_and_period():
    message = (
        "The file must come with the day it was published (--published on the command line), because release 1 "
        "(SEN2 2024, requests.csv) holds 1 figure of this file, got: no day"
    )
    assert told(None, release(date(2024, 6, 20))) == [("release_day_needed", "error", message)]
    assert told(None, release(), keyed([figure(period="2023")])) == []


def test_one_day_for_two_is_refused():
    message = (
        "The file must be published on another day than what it is to stand beside, because release 1 (SEN2 2024, "
        "requests.csv) holds 1 figure of this file, got: 26 June 2025 for both. Withdraw that release first, or give the "
        "right day"
    )
    assert told(date(2025, 6, 26), release(date(2025, 6, 26))) == [("release_day_taken", "error", message)]
    assert told(date(2025, 6, 26), release(date(2024, 6, 20))) == []


def test_beside_a_release_without_a_day_that_says_something_else_a_reason_is_asked_for():
    message = (
        "It must be known which was published later, because release 1 (SEN2 2024, requests.csv) holds 1 figure of this "
        "file, got: no day for that one. Load its file again with its day, or say why this one is to count"
    )
    other = keyed([figure(counts=(650, 1_000), value=65.0)])
    assert told(date(2025, 6, 26), release(), other) == [("release_day_unknown", "query", message)]
    assert told(date(2025, 6, 26), release()) == []


def test_a_day_that_has_not_come_is_refused():
    tomorrow = date.today() + timedelta(days=1)
    assert [rule for rule, *_ in told(tomorrow, release(date(2024, 6, 20)))] == ["release_day_to_come"]
