from concurrent.futures import ThreadPoolExecutor

import pytest

from access import delays
from access.delays import Delays

HERE, THERE = "192.0.2.1", "192.0.2.2"


class Clock:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def kept(clock):
    return Delays(clock)


def test_the_wait_doubles_up_to_a_quarter_of_an_hour_and_no_further(kept, clock):
    waits = []
    for _ in range(14):
        assert kept.begin("ann", HERE) == 0
        waits.append(kept.begin("ann", HERE))
        clock.now += waits[-1]
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]


def test_a_try_that_comes_too_early_does_not_count(kept, clock):
    kept.begin("ann", HERE)
    for _ in range(50):
        assert kept.begin("ann", HERE) == 1
    clock.now += 1
    assert kept.begin("ann", HERE) == 0


def test_who_fails_elsewhere_or_as_somebody_else_keeps_nobody_out(kept):
    assert kept.begin("ann", HERE) == 0
    assert kept.begin("ann", THERE) == 0
    assert kept.begin("bo", HERE) == 0
    assert kept.begin(" ANN ", HERE) == 1, "the same name, typed in another way"


def test_who_tries_many_names_waits_as_well(kept, clock):
    for number in range(21):
        assert kept.begin(f"name {number}", HERE) == 0
    assert kept.begin("another", HERE) == 1
    assert kept.begin("another", THERE) == 0
    clock.now += 1
    assert kept.begin("another", HERE) == 0
    assert kept.begin("one more", HERE) == 2


def test_who_signs_in_begins_anew_and_was_no_failure_of_the_address(kept, clock):
    for _ in range(3):
        kept.begin("ann", HERE)
        clock.now += 60
    kept.begin("ann", HERE)
    kept.succeeded("ann", HERE)
    assert kept.begin("ann", HERE) == 0
    for _ in range(100):
        kept.begin("bo", HERE)
        kept.succeeded("bo", HERE)
    assert kept.begin("somebody", HERE) == 0


def test_many_tries_at_once_are_one(kept):
    with ThreadPoolExecutor(8) as threads:
        waits = list(threads.map(lambda _: kept.begin("ann", HERE), range(40)))
    assert sorted(waits) == [0] + [1] * 39


def test_failures_are_forgotten_after_a_day(kept, clock):
    for _ in range(11):
        kept.begin("ann", HERE)
        clock.now += 900
    clock.now += 24 * 60 * 60 + 1
    assert kept.begin("ann", HERE) == 0
    assert kept.begin("ann", HERE) == 1


def test_what_is_kept_is_bounded(kept, monkeypatch):
    monkeypatch.setattr(delays, "MOST_KEPT", 10)
    for number in range(50):
        kept.begin("x" * 500 + str(number), f"192.0.2.{number}")
    assert len(kept._failures) == 10
    assert max(len(name) for name, _ in kept._failures) == 200


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", HERE, True),
        ("unknown", "unknown", True),
    ],
)
def test_whoever_has_one_address_of_a_network_has_them_all(kept, one, other, same):
    kept.begin("ann", one)
    assert (kept.begin("ann", other) > 0) == same
