"""Answers that are worked out once and kept: bounded, the one asked for longest ago let go first, one thread at a time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any


class Kept:
    """The answers to the `most` questions asked last. A question is anything hashable."""

    def __init__(self, most: int):
        self._most = most
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = RLock()

    def __len__(self) -> int:
        return len(self._answers)

    def __contains__(self, question: Hashable) -> bool:
        return question in self._answers

    def answer(self, question: Hashable, work: Callable[[], Any]) -> Any:
        """The answer kept, or else that of `work`, which may ask further questions itself. An error is not kept.

        Two threads never work at once: what the second waits for is mostly what it would have worked out again.
        """
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
            made = self._answers[question] = work()
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
            return made

    def forget(self, *, unless: Callable[[Any], bool]) -> None:
        """Let go of every answer to a question that `unless` does not hold for."""
        with self._lock:
            for question in [each for each in self._answers if not unless(each)]:
                del self._answers[question]
