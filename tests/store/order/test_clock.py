from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from programme.published import Published, PublishedFile
from programme.symbols import Symbol
from store import moments
from store.comparators import save_release, withdraw_release
from store.errors import StoreError
from store.order import clock
from store.returns import versions
from tests.accepting import by
from tests.store.submissions import ISSUED, NHS, history, standard

FIRST = datetime(2025, 3, 3, 12, tzinfo=UTC)
RELEASE = PublishedFile(
    "2025",
    "requests.csv",
    "f" * 64,
    (
        Published(
            *("requests_refused", "Requests refused", "E10000016", "Kent", "calendar year", "2023"),
            *(None, None, None, Symbol.SUPPRESSED, "percent", "DfE", "requests.csv", 2),
        ),
    ),
)


@pytest.fixture
def at_day(monkeypatch):
    """Sets the machine's clock."""
    return lambda moment: monkeypatch.setattr(moments, "now", lambda: moments.stored(moment))


def illustrative(submission):
    return replace(submission, cover=replace(submission.cover, illustrative=True))


def accept(database, acceptance):
    return versions.accept(database, standard({ISSUED: 44}), acceptance)


DEEDS = {
    "accept": accept,
    "withdraw": lambda database, acceptance: versions.withdraw(database, 1, replace(acceptance, reason="wrong")),
    "load release": lambda database, acceptance: save_release(database, RELEASE, acceptance),
    "withdraw release": lambda database, acceptance: withdraw_release(database, 1, replace(acceptance, reason="wrong")),
}


@pytest.fixture
def held(database):
    """A store with one real return, of 3 March 2025."""
    versions.accept(database, standard({ISSUED: 41}), by(at=FIRST))
    return database


@pytest.fixture
def both(held):
    """And with a release that was loaded on the same day."""
    save_release(held, RELEASE, by(at=FIRST))
    return held


def refused(database, acceptance, deed=accept) -> str:
    before = versions.latest_change(database)
    with pytest.raises(StoreError) as error:
        deed(database, acceptance)
    assert versions.latest_change(database) == before
    return str(error.value)


@pytest.mark.parametrize("deed", DEEDS)
def test_long_after_the_newest_moment_the_day_must_be_confirmed(both, at_day, deed):
    at_day(FIRST + timedelta(days=120, seconds=1))
    assert versions.day_to_confirm(both) == date(2025, 7, 1)
    assert refused(both, by(), DEEDS[deed]) == (
        "More than 120 days after the newest thing that is stored, 3 March 2025, somebody must confirm the machine's day, "
        "1 July 2025, got: nothing. If it is right, tick it on the page or give --today 2025-07-01; if not, set the clock "
        "of the machine right. Nothing was stored."
    )
    DEEDS[deed](both, by(confirmed=date(2025, 7, 1)))
    assert versions.latest_change(both) == 3
    assert versions.day_to_confirm(both) is None
    accept(both, by())


@pytest.mark.parametrize("deed", DEEDS)
def test_a_hundred_and_twenty_days_are_not_asked_about(both, at_day, deed):
    at_day(FIRST + timedelta(days=120))
    assert versions.day_to_confirm(both) is None
    DEEDS[deed](both, by())
    assert versions.latest_change(both) == 3


@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2025, 7, 2), date(2024, 7, 1)])
@pytest.mark.parametrize("days", [1, 120])
def test_another_day_than_the_machines_is_refused_also_where_none_is_asked_for(held, at_day, day, days):
    at_day(datetime(2025, 7, 1, 13, tzinfo=UTC))
    assert refused(held, by(confirmed=day)) == (
        f"The day that is confirmed must be this machine's, 1 July 2025, got: {day.day} {day:%B %Y}. Give today's day, or "
        "set the clock of the machine right. Nothing was stored."
    )


@pytest.mark.parametrize("confirmed", [None, date(2025, 3, 2)])
@pytest.mark.parametrize("deed", DEEDS)
def test_a_clock_that_was_set_back_to_a_day_before_is_refused_whatever_is_confirmed(both, at_day, deed, confirmed):
    at_day(FIRST - timedelta(days=1))
    assert refused(both, by(confirmed=confirmed), DEEDS[deed]) == (
        "This machine's day must not be before the newest thing that is stored, 3 March 2025, got: 2 March 2025. "
        "Set the clock of the machine right and try again. Nothing was stored."
    )


def test_on_the_same_day_the_clock_may_be_some_hours_behind(held, at_day):
    at_day(FIRST - timedelta(hours=3))
    assert accept(held, by()).accepted_at == FIRST + moments.TICK


def test_the_day_is_that_of_kent(held, at_day):
    at_day(datetime(2025, 7, 31, 23, 30, tzinfo=UTC))
    assert versions.day_to_confirm(held) == date(2025, 8, 1)


def test_an_empty_store_does_not_ask(database, at_day):
    at_day(datetime(2031, 1, 1, tzinfo=UTC))
    assert versions.day_to_confirm(database) is None
    assert accept(database, by()).number == 1


def test_a_store_of_illustrative_returns_does_not_ask(database, at_day):
    versions.accept(database, history(()), by(at=FIRST))
    versions.accept(database, illustrative(standard({ISSUED: 41})), by(at=FIRST + timedelta(days=1)))
    at_day(datetime(2031, 1, 1, tzinfo=UTC))
    assert versions.day_to_confirm(database) is None
    assert accept(database, by()).number == 3


def test_one_real_return_that_stands_among_illustrative_ones_is_enough_to_ask(held, at_day):
    versions.accept(held, illustrative(standard({ISSUED: 41}, organisation=NHS)), by(at=FIRST))
    at_day(datetime(2031, 1, 1, tzinfo=UTC))
    assert versions.day_to_confirm(held) == date(2031, 1, 1)
    versions.withdraw(held, 1, by(reason="a trial", at=FIRST + timedelta(days=1)))
    assert versions.day_to_confirm(held) is None


def test_where_nothing_stands_a_real_return_that_was_withdrawn_still_asks(held, at_day):
    versions.withdraw(held, 1, by(reason="a trial", at=FIRST))
    at_day(datetime(2031, 1, 1, tzinfo=UTC))
    assert versions.day_to_confirm(held) == date(2031, 1, 1)


def test_a_release_is_no_illustration(database, at_day):
    save_release(database, RELEASE, by(at=FIRST))
    at_day(FIRST + clock.LONGEST_SILENCE + moments.TICK)
    assert versions.day_to_confirm(database) == date(2025, 7, 1)


def test_a_moment_that_is_given_is_not_the_machines(held, at_day):
    at_day(FIRST - timedelta(days=900))
    assert accept(held, by(at=FIRST + timedelta(days=900))).number == 2
