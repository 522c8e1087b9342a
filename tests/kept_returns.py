"""What returns say, read once for every copy of a store that holds the same ones, and what readers know of it."""

from disclosure.replay import REPLAY
from store.database import Database
from store.hiding.hidden import cell_changes, decisions


def give_returns(database: Database, copy: Database) -> None:
    """Let a copy keep from the start what a database has read of the returns that both hold: that never changes."""
    for read, its in ((database.kept, copy.kept), (database.histories, copy.histories)):
        known = read._answers
        its.answers(list(known), lambda missing, known=known: {each: known[each] for each in missing})


class Replayed:
    """What readers know after all that a database decided, replayed once for all who go on from there in copies of it."""

    def __init__(self, database: Database):
        with database.cursor() as cursor:
            self._begun = cell_changes(cursor), decisions(cursor)
        self._known = REPLAY.after(*self._begun)

    def give(self) -> None:
        """Let whoever decides next about a copy find it replayed, as if it had been asked for last."""
        REPLAY._last = *self._begun, self._known.copied()
