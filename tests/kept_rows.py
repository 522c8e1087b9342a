"""What was typed in returns, read once for every copy of a store that holds the same ones."""

from store.database import Database


def give_rows(database: Database, copy: Database) -> None:
    """Let a copy keep from the start what a database has read of the returns that both hold: that never changes."""
    rows = database.kept._answers
    copy.kept.answers(list(rows), lambda missing: {each: rows[each] for each in missing})
