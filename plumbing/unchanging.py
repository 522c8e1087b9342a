"""What never changes keeps what was worked out of it: the first who asks works it out."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Unchanging:
    """Something of which the same is worked out for several who ask, none of whom changes it or the answer."""

    @cached_property
    def _answers(self) -> dict[tuple, Any]:
        return {}

    def worked_out(self, how: Callable[..., Answer], *by: Any) -> Answer:
        """`how(self, *by)`, once for each `how` and `by`."""
        asked = how, *by
        if asked not in self._answers:
            self._answers[asked] = how(self, *by)
        return self._answers[asked]
