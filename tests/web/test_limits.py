import asyncio

import pytest

from tests.running import run_awaited
from web.limits import MOST_REMEMBERED, PerMinute, TooMany, Turns


def test_one_waits_for_its_turn_and_gets_it():
    async def scene():
        turns, order = Turns(most=1, wait=5), []

        async def first():
            async with turns.turn():
                order.append("first")
                await asyncio.sleep(0.02)
                order.append("first is done")

        async def second():
            async with turns.turn():
                order.append("second")

        await asyncio.gather(first(), second())
        return order

    assert run_awaited(scene()) == ["first", "first is done", "second"]


def test_who_waits_in_vain_is_told():
    async def scene():
        turns = Turns(most=2, wait=0.01)
        async with turns.turn(), turns.turn():
            with pytest.raises(TooMany) as refusal:
                async with turns.turn():
                    pass
        async with turns.turn():  # and there is room again
            return str(refusal.value)

    assert run_awaited(scene()) == (
        "At most 2 files can be on their way at once, got: 2 that have not arrived after 0 seconds. "
        "Try again in a minute. Nothing of this file was stored."
    )


def test_a_place_is_given_back_after_a_failure():
    async def scene():
        turns = Turns(most=1, wait=0.01)
        for _ in range(3):
            with pytest.raises(ValueError, match="broken"):
                async with turns.turn():
                    raise ValueError("broken")

    run_awaited(scene())


def test_so_many_in_any_minute_for_each_who_asks():
    clock = [0.0]
    often = PerMinute(2, lambda: clock[0])
    assert [often.wait("a"), often.wait("a"), often.wait("b")] == [0, 0, 0]
    clock[0] = 59.5
    assert often.wait("a") == 1, "a second that has begun is one to wait"
    clock[0] = 60.0
    assert [often.wait("a"), often.wait("a"), often.wait("a")] == [0, 0, 60]


def test_who_asked_longest_ago_is_forgotten_first():
    often = PerMinute(1, lambda: 0.0)
    assert [often.wait(who) for who in range(MOST_REMEMBERED + 1)] == [0] * (MOST_REMEMBERED + 1)
    assert (often.wait(MOST_REMEMBERED), often.wait(0)) == (60, 0)
