"""Layouts that people made: kept with who, when and why, and taken back; and the one that each version was read with."""

from programme.access import Deed, demand
from programme.kept_layouts import KeptLayout
from programme.log import Logged
from programme.submission import Acceptance, ReadBy
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.log import log
from store.order.clock import refuse_doubtful_day
from store.returns.numbered import NumberedTable, rows_numbered
from store.two_people import refuse_unsaid

_MADE = "SELECT number, name, layout, made_at, made_by, account, reason FROM layouts"
_GONE = "SELECT number, withdrawn_at, withdrawn_by, account, reason FROM layout_withdrawals"


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
        at = _TABLE.moment(cursor, acceptance)
        made = KeptLayout(len(_kept(cursor)) + 1, name, layout, at, by, account, acceptance.reason)
        row = [made.number, name, layout, moments.stored(made.at), by, account, made.reason]
        cursor.execute("INSERT INTO layouts VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        log.log_deed(cursor, Logged.KEPT_LAYOUT, acceptance.by, f"number {made.number}: {name}")
    return made


def withdraw_layout(database: Database, number: int, acceptance: Acceptance) -> KeptLayout:
    """Take a layout back: from now on nothing is read with it. What was read with it stays accepted as it was understood.

    Raises NotAllowed, and StoreError: there is none of this number, it is withdrawn already, nobody says who and why, the
    day must be confirmed.
    """
    return _TABLE.take_back(database, number, acceptance)


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
    return [_layout(*row, taken) for row, taken in rows_numbered(cursor, _MADE, _GONE)]


def _layout(number, name, layout, at, by, account, reason, taken) -> KeptLayout:
    return KeptLayout(number, name, layout, moments.aware(at), by, account, reason, taken)


_TABLE = NumberedTable(
    "layouts",
    "layout_withdrawals",
    kept="layouts kept here",
    called="Layout",
    known=_kept,
    logged=Logged.WITHDREW_LAYOUT,
    told=lambda each: f"number {each.number}: {each.name}",
)
