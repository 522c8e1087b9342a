"""What readers know after changes about which it is decided what is hidden: every one of them taken in again, in order."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from disclosure.knowledge import Knowledge, public_knowledge
from programme.hidden import Decided, MomentCells

MOST_CELLS = 100_000  # more are not kept: of a whole nation they would take more memory than they save time
MOST_REPLAYED = 4  # the newest of two stores, and what came before it
MOST_CHOICES = 8

Setting = tuple
"""What a choice goes by beside what readers know and what the change did: all that could make it another."""


@dataclass(frozen=True, eq=False, slots=True)
class Replayed:
    """Changes, what is decided about each, and what readers know after them. What was decided about the change that comes
    next is kept with it: a preview decides about the same one as the acceptance that follows, and so do copies of a store.
    """

    moments: tuple[MomentCells, ...] = ()
    decided: tuple[Decided, ...] = ()
    _known: Knowledge = field(default_factory=public_knowledge)
    _choices: deque[tuple[tuple, Decided]] = field(default_factory=lambda: deque(maxlen=MOST_CHOICES))
    _lock: Lock = field(default_factory=Lock)

    def knowledge(self) -> Knowledge:
        """What readers know: the caller's own, to go on with."""
        return self._known.copied()

    @property
    def size(self) -> int:
        """How many cells readers know of."""
        return len(self._known.cells)

    def begins(self, moments: Sequence[MomentCells], decided: Sequence[Decided]) -> bool:
        """Whether these changes begin with its own, about which the same is decided."""
        many = len(self.moments)
        return self.moments == (*moments[:many],) and self.decided == (*decided[:many],)

    def then(self, moments: Sequence[MomentCells], decided: Sequence[Decided]) -> "Replayed":
        """These changes, of which its own are the first."""
        known = self.knowledge()
        for moment, each in zip(moments[len(self.moments) :], decided[len(self.moments) :], strict=True):
            known.take_in(moment)
            known.hide(each.hidden)
            if not each.withheld:
                known.show()
        return Replayed((*moments,), (*decided,), known)

    def choice(self, moment: MomentCells, setting: Setting, choose: Callable[[], Decided]) -> Decided:
        """What was decided about this very change as the next one, in this setting; else what is chosen now.

        What the solver did not choose is not kept: it may have been given up for want of time.
        """
        asked = moment, (*moment.cells,), setting  # in the order in which it is taken in: of two choices it can take either
        with self._lock:
            found = next((made for known, made in self._choices if known == asked), None)
        if found is None and (found := choose()).solver:
            with self._lock:
                self._choices.append((asked, found))
        return found


class Replay:
    """Who decides about a change asks for all before it, the next time for those and one more: it is gone on from there."""

    def __init__(self):
        self._lock = Lock()
        self._replayed: list[Replayed] = []  # the one asked for last at the end

    def after(self, moments: Sequence[MomentCells], decided: Sequence[Decided]) -> Replayed:
        """What there is to know after `moments`, about each of which it is `decided`."""
        if not moments:
            return Replayed()
        with self._lock:
            begun = [each for each in self._replayed if each.begins(moments, decided)]
            longest = max(begun, key=lambda each: len(each.moments), default=Replayed())
            if len(longest.moments) == len(moments):
                self._replayed.remove(longest)
            else:
                longest = longest.then(moments, decided)
            self._keep(longest)
        return longest

    def _keep(self, past: Replayed) -> None:
        """Keep it as the one asked for last, and as many of the others as there is room for."""
        self._replayed.append(past)
        while len(self._replayed) > MOST_REPLAYED or sum(each.size for each in self._replayed) > MOST_CELLS:
            del self._replayed[0]


REPLAY = Replay()
