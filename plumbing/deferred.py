"""Parts of something that are made when somebody first looks at them: of a document with many, some are for nobody."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Part = TypeVar("Part")


class Deferred(Sequence[Part]):
    """What `make` gives, which is asked once, when it is first looked into; it equals a tuple of the same.

    Where two threads look at once, both may ask: give a `make` that always gives the same.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Iterable[Part]]):
        self._make, self._made = make, None

    @property
    def _parts(self) -> tuple[Part, ...]:
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    def __getitem__(self, place):
        return self._parts[place]

    def __len__(self) -> int:
        return len(self._parts)

    def __eq__(self, other: object) -> bool:
        return self._parts == tuple(other) if isinstance(other, tuple | Deferred) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts)
