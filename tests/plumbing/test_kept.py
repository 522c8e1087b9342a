from threading import Barrier, Event, Thread

import pytest

from plumbing.kept import Kept


def counting(made):
    """Work that notes what it made, and makes 1, 2, 3 …"""

    def work():
        made.append(len(made) + 1)
        return made[-1]

    return work


def test_a_question_is_worked_out_once():
    kept, made = Kept(3), []
    assert [kept.answer("a", counting(made)) for _ in range(3)] == [1, 1, 1]
    assert kept.answer("b", counting(made)) == 2
    assert len(kept) == 2


def test_an_answer_may_be_nothing():
    kept, asked = Kept(3), []
    for _ in range(2):
        assert kept.answer("a", lambda: asked.append(1)) is None
    assert asked == [1]


def test_the_answer_asked_for_longest_ago_is_let_go_first():
    kept, made = Kept(2), []
    for question in "abac":
        kept.answer(question, counting(made))
    assert (made, len(kept)) == ([1, 2, 3], 2)
    assert kept.answer("a", counting(made)) == 1
    assert kept.answer("b", counting(made)) == 4


def test_work_may_ask_further_questions():
    kept, made = Kept(3), []
    assert kept.answer("whole", lambda: kept.answer("part", counting(made)) * 10) == 10
    assert (kept.answer("part", counting(made)), made) == (1, [1])


def test_of_several_questions_those_that_are_not_kept_are_worked_out_together():
    kept, asked = Kept(3), []

    def doubled(missing):
        asked.append(list(missing))
        return {each: each * 2 for each in missing}

    assert kept.answers([1, 2], doubled) == [2, 4]
    assert kept.answers([3, 1, 2], doubled) == [6, 2, 4]
    assert kept.answers([2, 3], doubled) == [4, 6]
    assert asked == [[1, 2], [3]]


def test_several_questions_are_answered_also_where_fewer_are_kept():
    kept = Kept(1)
    assert kept.answers("abc", lambda missing: {each: each.upper() for each in missing}) == ["A", "B", "C"]
    assert len(kept) == 1


def test_an_error_is_told_and_not_kept():
    kept, made = Kept(3), []
    with pytest.raises(ZeroDivisionError):
        kept.answer("a", lambda: 1 / 0)
    assert kept.answer("a", counting(made)) == 1


def test_what_no_longer_holds_is_forgotten():
    kept, made = Kept(5), []
    for question in (1, 2, 3):
        kept.answer(question, counting(made))
    kept.forget(unless=lambda question: question >= 2)
    assert len(kept) == 2
    assert [kept.answer(question, counting(made)) for question in (3, 1)] == [3, 4]


def test_threads_that_ask_at_once_share_one_answer():
    kept, made, answers, start = Kept(3), [], [], Barrier(8)

    def ask():
        start.wait()
        answers.append(kept.answer("a", counting(made)))

    threads = [Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (answers, made) == ([1] * 8, [1])


def test_what_is_kept_is_given_at_once_whoever_works():
    kept, made, begun, leave = Kept(3), [], Event(), Event()
    kept.answer("kept", counting(made))

    def slow():
        begun.set()
        leave.wait()

    thread = Thread(target=kept.answer, args=("slow", slow))
    thread.start()
    begun.wait()
    assert kept.answer("kept", counting(made)) == 1
    assert "slow" not in kept
    leave.set()
    thread.join()
    assert "slow" in kept


def test_of_several_the_one_used_last_is_the_newest():
    kept = Kept(3)
    for question in ("a1", "a2", "b"):
        kept.answer(question, question.upper)
    assert kept.newest(lambda question: question.startswith("a")) == "A2"
    kept.answer("a1", str)
    assert kept.newest(lambda question: question.startswith("a")) == "A1"
    assert kept.newest(lambda question: question == "c") is None
