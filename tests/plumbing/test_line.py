import threading
import time

import pytest

from plumbing.line import Crowded, OneByOne


def in_line(line, work, count):
    """`count` threads that take their turn to `work`."""
    threads = [threading.Thread(target=taking, args=(line, work)) for _ in range(count)]
    for each in threads:
        each.start()
    return threads


def taking(line, work):
    with line.turn():
        work()


def until(condition):
    for _ in range(500):
        if condition():
            return
        time.sleep(0.01)
    pytest.fail("it did not come to that within 5 seconds")


def test_one_works_at_a_time():
    line, working, most = OneByOne(most=8, rest=0), [], []

    def work():
        working.append(1)
        most.append(len(working))
        time.sleep(0.01)
        working.pop()

    for each in in_line(line, work, 8):
        each.join()
    assert most == [1] * 8


def test_whoever_comes_to_a_full_line_is_sent_away_and_may_come_again():
    line, leave = OneByOne(most=2, rest=0), threading.Event()
    threads = in_line(line, leave.wait, 2)
    until(lambda: line._here == 2)
    with pytest.raises(Crowded), line.turn():
        pass
    leave.set()
    for each in threads:
        each.join()
    with line.turn():
        pass


def test_a_place_is_given_back_after_a_failure():
    line = OneByOne(most=1, rest=0)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), line.turn():
            raise ZeroDivisionError


def test_whoever_waited_begins_after_a_rest_and_whoever_comes_alone_does_not(monkeypatch):
    slept, clock = [], [100.0]
    monkeypatch.setattr("plumbing.line.time.sleep", slept.append)
    monkeypatch.setattr("plumbing.line.time.monotonic", lambda: clock[0])
    line = OneByOne(most=3, rest=4)

    def work():
        clock[0] += 2

    taking(line, work)
    taking(line, work)
    assert slept == [], "nobody was there"
    line._here = 1  # somebody else waits too
    taking(line, work)
    assert slept == [8.0]
