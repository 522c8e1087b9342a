"""Answers that are worked out once and kept: bounded, the one asked for longest ago let go first, one working at a time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from threading import Lock, RLock
from typing import Any

_NOTHING = object()


class Kept:
    """The answers to the `most` questions asked last. A question is anything hashable."""

    def __init__(self, most: int):
        self._most = most
        self._ever = 0  # kept: who waited looks again only where this grew meanwhile
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._working = RLock()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._answers)

    def __contains__(self, question: Hashable) -> bool:
        return question in self._answers

    def answer(self, question: Hashable, work: Callable[[], Any]) -> Any:
        """The answer kept, or else that of `work`, which may ask further questions itself. An error is not kept.

        Two threads never work at once: what the second waits for is mostly what it would have worked out again. What is
        kept is given at once, whoever works.
        """
        before = self._ever
        if (answer := self._look(question)) is not _NOTHING:
            return answer
        with self._working:
            if self._ever != before and (answer := self._look(question)) is not _NOTHING:
                return answer  # another thread's, meanwhile
            return self._keep(question, work())

    def answers(
        self, questions: Sequence[Hashable], work: Callable[[Sequence[Hashable]], Mapping[Hashable, Any]]
    ) -> list[Any]:
        """The answers to several questions, in their order; `work` gives those that are not kept, all at once."""
        with self._working:
            found = {each: answer for each in questions if (answer := self._look(each)) is not _NOTHING}
            if missing := [each for each in questions if each not in found]:
                made = work(missing)
                found |= {each: self._keep(each, made[each]) for each in missing}
        return [found[each] for each in questions]

    def _look(self, question: Hashable) -> Any:
        """What is kept, `_NOTHING` where nothing is: an answer may be None."""
        with self._lock:
            answer = self._answers.get(question, _NOTHING)
            if answer is not _NOTHING:
                self._answers.move_to_end(question)
            return answer

    def _keep(self, question: Hashable, made: Any) -> Any:
        with self._lock:
            self._ever += 1
            self._answers[question] = made
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return made

    def newest(self, like: Callable[[Any], bool]) -> Any | None:
        """The answer used last of those to a question that `like` holds for; None where there is none."""
        with self._lock:
            return next((self._answers[each] for each in reversed(self._answers) if like(each)), None)

    def forget(self, *, unless: Callable[[Any], bool]) -> None:
        """Let go of every answer to a question that `unless` does not hold for."""
        with self._lock:
            for question in [each for each in self._answers if not unless(each)]:
                del self._answers[question]
