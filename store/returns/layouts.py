"""Layouts that people made: kept with who, when and why, and taken back; and the one that each version was read with."""

from datetime import datetime

from programme.access import Deed, TakenBack, demand
from programme.kept_layouts import KeptLayout
from programme.log import Logged
from programme.submission import Acceptance, ReadBy
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.log import log
from store.order.changes import moments_of
from store.order.clock import refuse_doubtful_day
from store.two_people import refuse_unsaid

_ALL = """
    SELECT layouts.number, name, layout, made_at, made_by, layouts.account, layouts.reason,
        withdrawn_at, withdrawn_by, gone.account, gone.reason
    FROM layouts LEFT JOIN layout_withdrawals AS gone ON gone.number = layouts.number
    ORDER BY layouts.number
"""
_NEWEST = f"SELECT max(moment) FROM {moments_of('layouts', 'layout_withdrawals')}"


def layouts_kept(database: Database) -> list[KeptLayout]:
    """Every layout that was ever kept, oldest first, with what became of it. Raises StoreError."""
    with database.cursor() as cursor:
        return _kept(cursor)


def keep_layout(database: Database, name: str, layout: str, acceptance: Acceptance) -> KeptLayout:
    """Keep a layout, whose text is sound, under a name; what was read with one of the same name before stays as it is.

    Raises NotAllowed where the person may not, and StoreError: nobody says who and why, the day must be confirmed.
    """
    demand(acceptance.by, Deed.KEEP_LAYOUT)
    refuse_unsaid(acceptance, "Whoever keeps a layout must say who and why")
    with database.transaction() as cursor:
        refuse_doubtful_day(cursor, acceptance)
        by, account = acceptance.by.name, acceptance.by.account
        made = KeptLayout(len(_kept(cursor)) + 1, name, layout, _moment(cursor, acceptance), by, account, acceptance.reason)
        row = [made.number, name, layout, moments.stored(made.at), by, account, made.reason]
        cursor.execute("INSERT INTO layouts VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        log.log_deed(cursor, Logged.KEPT_LAYOUT, acceptance.by, f"number {made.number}: {name}")
    return made


def withdraw_layout(database: Database, number: int, acceptance: Acceptance) -> KeptLayout:
    """Take a layout back: from now on nothing is read with it. What was read with it stays accepted as it was understood.

    Raises NotAllowed, and StoreError: there is none of this number, it is withdrawn already, nobody says who and why, the
    day must be confirmed.
    """
    demand(acceptance.by, Deed.KEEP_LAYOUT)
    with database.transaction() as cursor:
        found = _numbered(_kept(cursor), number)
        refuse_doubtful_day(cursor, acceptance)
        if found.withdrawal:
            raise StoreError(f"Layout {number} was withdrawn already, by {found.withdrawal.doer}. Nothing was changed.")
        refuse_unsaid(acceptance, "A withdrawal must say who withdraws and why")
        row = [number, moments.stored(_moment(cursor, acceptance)), acceptance.by.name, acceptance.by.account]
        cursor.execute("INSERT INTO layout_withdrawals VALUES (?, ?, ?, ?, ?)", [*row, acceptance.reason])
        log.log_deed(cursor, Logged.WITHDREW_LAYOUT, acceptance.by, f"number {number}: {found.name}")
        return _numbered(_kept(cursor), number)


def note_read_by(cursor: Cursor, number: int, read_by: ReadBy | None) -> None:
    """Keep with which layout version `number` was read; nothing of one that is a form of ours."""
    if read_by is not None:
        cursor.execute("INSERT INTO read_by VALUES (?, ?, ?)", [number, read_by.name, read_by.layout])


def layout_of_version(database: Database, number: int) -> ReadBy | None:
    """The layout that a version was read with, as it was then; None for a form of ours. Raises StoreError."""
    with database.cursor() as cursor:
        row = cursor.execute("SELECT name, layout FROM read_by WHERE version = ?", [number]).fetchone()
    return row and ReadBy(*row)


def _kept(cursor: Cursor) -> list[KeptLayout]:
    return [_layout(*row) for row in cursor.execute(_ALL).fetchall()]


def _layout(number, name, layout, at, by, account, reason, *gone) -> KeptLayout:
    withdrawal = TakenBack(moments.aware(gone[0]), *gone[1:]) if gone[0] else None
    return KeptLayout(number, name, layout, moments.aware(at), by, account, reason, withdrawal)


def _moment(cursor: Cursor, acceptance: Acceptance) -> datetime:
    (newest,) = cursor.execute(_NEWEST).fetchone()
    return moments.aware(moments.following(newest, acceptance.at))


def _numbered(kept: list[KeptLayout], number: int) -> KeptLayout:
    found = next((each for each in kept if each.number == number), None)
    if found is None:
        raise StoreError(f"It must be one of the {len(kept)} layouts kept here, got: number {number}. Nothing was changed.")
    return found
