"""What returns say, read once for every copy of a store that holds the same ones."""

from store.database import Database


def give_returns(database: Database, copy: Database) -> None:
    """Let a copy keep from the start what a database has read of the returns that both hold: that never changes."""
    for read, its in ((database.kept, copy.kept), (database.histories, copy.histories)):
        known = read._answers
        its.answers(list(known), lambda missing, known=known: {each: known[each] for each in missing})
