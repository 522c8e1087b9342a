import pytest

from plumbing.deferred import Deferred


def asked(*parts):
    """Parts that are made when looked at, and how often they were."""
    times = []

    def make():
        times.append(1)
        return iter(parts)

    return Deferred(make), times


def test_nothing_is_made_until_somebody_looks_and_then_once():
    deferred, times = asked("a", "b", "c")
    assert times == []
    assert (list(deferred), len(deferred), deferred[1], deferred[1:]) == (["a", "b", "c"], 3, "b", ("b", "c"))
    assert times == [1]


def test_nothing_at_all_is_made_once_as_well():
    deferred, times = asked()
    assert (list(deferred), len(deferred), bool(deferred)) == ([], 0, False)
    assert times == [1]


def test_it_equals_a_tuple_of_the_same():
    (deferred, _), same = asked("a", "b"), ("a", "b")
    assert deferred == same and same == deferred and deferred == asked("a", "b")[0]
    assert deferred != ("a",) and deferred != "ab"
    assert hash(deferred) == hash(same)


def test_what_fails_is_asked_again():
    answers = [["a"], None]
    deferred = Deferred(lambda: answers.pop())
    with pytest.raises(TypeError):
        len(deferred)
    assert list(deferred) == ["a"]
