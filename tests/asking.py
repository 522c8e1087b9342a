"""Asks the store one thing at a time, each in a snapshot of its own."""

from store.snapshot import snapshot

TABLES = (
    "answered",
    "entries",
    "figures",
    "files",
    "meeting_agenda",
    "meeting_attendance",
    "meeting_changed",
    "meeting_deeds",
    "meeting_minutes",
    "meeting_records",
    "meeting_replies",
    "meeting_satisfied",
    "meetings",
    "parts",
    "published",
    "releases",
    "sign_offs",
    "release_answered",
    "release_days",
    "release_withdrawals",
    "versions",
    "wording_answered",
    "wording_cells",
    "wording_withdrawals",
    "wordings",
)


def stored(database) -> dict[str, list[tuple]]:
    """Every row of every table; in an order of their own, for no engine promises another."""
    with database.cursor() as cursor:
        return {table: sorted(cursor.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES}


def facts_after(database, submission):
    with snapshot(database) as known:
        return known.after(submission).facts


def facts_without(database, number):
    with snapshot(database) as known:
        return known.without(number).facts


def restatements(database, as_at=None):
    with snapshot(database, as_at) as known:
        return known.restatements


def standing(database, as_at=None):
    with snapshot(database, as_at) as known:
        return known.standing


def entries(database, sheet, as_at=None, quarter=None):
    with snapshot(database, as_at) as known:
        return known.entries(sheet, quarter)


def rows(database, sheet, as_at=None):
    with snapshot(database, as_at) as known:
        return known.rows(sheet)


def published(database, as_at=None):
    with snapshot(database, as_at) as known:
        return known.published


def releases(database, as_at=None):
    with snapshot(database, as_at) as known:
        return list(known.releases)


def spoken(database, sheet, as_at=None):
    """What is said on a sheet at a moment, returned or written on screen: the texts of each row, in order of time."""
    (texts,) = spoken_on(database, sheet, as_at=as_at)
    return texts


def spoken_on(database, *sheets, as_at=None):
    """The same of several sheets, in one snapshot."""
    with snapshot(database, as_at) as known:
        return [
            [[entry.text for entry in row.cells.values()] for _, rows in known.spoken(sheet) for row in rows]
            for sheet in sheets
        ]
