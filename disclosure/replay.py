"""What readers know after changes about which it is decided what is hidden: every one of them taken in again, in order."""

from collections.abc import Sequence
from threading import Lock

from disclosure.knowledge import Knowledge, public_knowledge
from programme.hidden import Decided, MomentCells

MOST_CELLS = 100_000  # more are not kept: of a whole nation they would take more memory than they save time


class Replay:
    """Who decides about a change asks for all before it, the next time for those and one more: it is gone on from there."""

    def __init__(self):
        self._lock = Lock()
        self._last: tuple[list[MomentCells], list[Decided], Knowledge] | None = None

    def after(self, moments: Sequence[MomentCells], decided: Sequence[Decided]) -> Knowledge:
        """What readers know after `moments`, about each of which it is `decided`: the caller's own, to go on with."""
        if not moments:
            return public_knowledge()
        with self._lock:
            known, many = self._begun(moments, decided)
            for moment, each in zip(moments[many:], decided[many:], strict=True):
                known.take_in(moment)
                known.hide(each.hidden)
                if not each.withheld:
                    known.show()
            if len(known.cells) > MOST_CELLS:
                return known
            self._last = [*moments], [*decided], known
            return known.copied()

    def _begun(self, moments: Sequence[MomentCells], decided: Sequence[Decided]) -> tuple[Knowledge, int]:
        """What was replayed last, where these begin with the same, and how many changes that were. It is not kept then: who
        breaks off while going on would leave it half done."""
        last, self._last = self._last, None
        if last is None or [*moments[: len(last[0])]] != last[0] or [*decided[: len(last[1])]] != last[1]:
            return public_knowledge(), 0
        return last[2], len(last[0])


REPLAY = Replay()
