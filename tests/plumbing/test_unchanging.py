from dataclasses import dataclass, replace

import pytest

from plumbing.unchanging import Unchanging


@dataclass(frozen=True)
class Number(Unchanging):
    value: int


def asked(of):
    """Works out a sum or fails, and says how often it was asked to."""
    times = []

    def plus(number, more):
        times.append(more)
        return number.value + 12 // more

    return of.worked_out, plus, times


def test_each_question_is_worked_out_once_for_whoever_asks():
    ask, plus, times = asked(Number(5))
    assert [ask(plus, 2), ask(plus, 2), ask(plus, 3), ask(plus, 2)] == [11, 11, 9, 11]
    assert times == [2, 3]


def test_another_one_does_not_know_it_nor_is_it_part_of_what_it_says():
    five = Number(5)
    ask, plus, _ = asked(five)
    assert ask(plus, 2) == 11
    assert replace(five, value=6).worked_out(plus, 2) == 12
    assert (five == Number(5), repr(five), hash(five)) == (True, "Number(value=5)", hash(Number(5)))


def test_what_fails_is_tried_again():
    ask, plus, times = asked(Number(5))
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            ask(plus, 0)
    assert times == [0, 0]
