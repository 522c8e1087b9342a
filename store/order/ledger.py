"""The list of versions, written and read: each row is a return that was accepted, or taken back."""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple

from programme.parts import Part, Parts
from programme.quarter import Quarter
from programme.submission import Cover, Submission, Version
from programme.symbols import Status
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.order.changes import CHANGES, OF_WORDS, moments_of, numbers_of
from store.rows.rows import insert

_COLUMNS = (
    "number, kind, quarter, workstreams, organisation, lead_role, prepared_by, data_as_at, status, illustrative, "
    "file_name, sha256, accepted_at, accepted_by, reason, withdraws"
)
_VERSIONS = f"SELECT {_COLUMNS}, change FROM versions"
_PARTS = "SELECT version, sheet, organisation, quarter, workstream FROM parts WHERE version BETWEEN ? AND ?"
_NEWEST_CHANGE = f"SELECT coalesce(max(change), 0) FROM {numbers_of(*CHANGES)}"
_NEXT_NUMBER = "SELECT coalesce(max(number), 0) + 1 FROM versions"
_NEWEST_WORDS = f"SELECT max(moment) FROM {moments_of('versions', *OF_WORDS, 'sign_offs')}"


LARGEST = 2**31 - 1
"""No number that the store gives is larger; the engines cannot be asked about one that is."""


class Slot(NamedTuple):
    """Where the next version goes: its number and the moment it is accepted."""

    number: int
    moment: datetime


def next_slot(cursor: Cursor, at: datetime | None) -> Slot:
    """The slot after the newest version, at `at` or now: see `next_moment_of_words`."""
    (number,) = cursor.execute(_NEXT_NUMBER).fetchone()
    return Slot(number, next_moment_of_words(cursor, at))


def as_next_version(cursor: Cursor, submission: Submission) -> Version:
    """The version that a return would be if it were accepted as the next thing, by nobody yet."""
    number, moment = next_slot(cursor, None)
    file_name, digest = submission.file_name, submission.sha256
    return Version(number, submission.cover, file_name, digest, moment, "", "", parts=submission.parts)


def next_moment_of_words(cursor: Cursor, at: datetime | None) -> datetime:
    """When the next return, or words written on screen, come: after all of both, so that it can be told which came later;
    and after every sign-off, so that nothing comes into a state that somebody signed.

    Raises ValueError when `at` is before the newest of them.
    """
    (newest,) = cursor.execute(_NEWEST_WORDS).fetchone()
    return moments.aware(moments.following(newest, at))


def append(cursor: Cursor, version: Version) -> None:
    """Add one version, as the next thing ever stored."""
    cover, change = version.cover, newest_change(cursor) + 1
    row = [
        version.number,
        cover.kind,
        str(cover.quarter) if cover.quarter else None,
        list(cover.workstreams),
        cover.organisation,
        cover.lead_role,
        cover.prepared_by,
        cover.data_as_at,
        cover.status.value,
        cover.illustrative,
        version.file_name,
        version.sha256,
        moments.stored(version.accepted_at),
        version.accepted_by,
        version.reason,
        version.withdraws,
        change,
    ]
    cursor.execute(f"INSERT INTO versions ({_COLUMNS}, change) VALUES ({', '.join('?' * len(row))})", row)
    note_account(cursor, change, version.account)
    insert(
        cursor, "parts", ((version.number, *part[:2], str(part.quarter), part.workstream) for part in version.parts or ())
    )


def note_account(cursor: Cursor, change: int, account: str) -> None:
    """Keep the account that the `change`-th thing was stored with; nothing where none is known."""
    if account:
        cursor.execute("INSERT INTO accounts VALUES (?, ?)", [change, account])


def accounts_noted(cursor: Cursor) -> dict[int, str]:
    """The account that each change was stored with, where one is known.

    A question of its own: joined to each that needs them, they would take several times as long.
    """
    return dict(cursor.execute("SELECT change, account FROM accounts").fetchall())


def read_ledger(cursor: Cursor, as_at: datetime | None = None) -> list[Version]:
    """The versions accepted at or before `as_at` (None: all), oldest first."""
    return _versions(cursor) if as_at is None else _versions(cursor, "WHERE accepted_at <= ?", moments.stored(as_at))


def every_version(database: Database) -> tuple[Version, ...]:
    """All of them, oldest first; read once until anything is stored."""

    def read() -> tuple[Version, ...]:
        with database.reading() as cursor:
            return tuple(read_ledger(cursor))

    return database.unchanged("every version", read)


def since(cursor: Cursor, change: int) -> list[Version]:
    """The versions stored after the `change`-th thing, oldest first."""
    return _versions(cursor, "WHERE change > ?", change)


def numbered(cursor: Cursor, number: int) -> Version:
    """One version. Raises StoreError for a number that is not there."""
    found = _versions(cursor, "WHERE number = ?", number) if number <= LARGEST else []
    if not found:
        (held,) = cursor.execute("SELECT count(*) FROM versions").fetchone()
        raise StoreError(f"A version must be one of the {held} that were stored, got: version {number}.")
    return found[0]


def newest_change(cursor: Cursor) -> int:
    """How many things were ever stored: returns, releases of published figures, words written on screen, withdrawals of all
    three, what was granted to be hidden no longer, the deeds of meetings and of sign-offs."""
    return cursor.execute(_NEWEST_CHANGE).fetchone()[0]


def _versions(cursor: Cursor, where: str = "", *values: object) -> list[Version]:
    """The versions of which this holds, oldest first, each with the parts that it spoke for."""
    rows = sorted(cursor.execute(f"{_VERSIONS} {where}", values).fetchall(), key=itemgetter(0))
    if not rows:
        return []
    accounts = accounts_noted(cursor)
    found: dict[int, set[Part]] = {}
    for number, sheet, organisation, quarter, stream in cursor.execute(_PARTS, [rows[0][0], rows[-1][0]]).fetchall():
        found.setdefault(number, set()).add(Part(sheet, organisation, Quarter.parse(quarter), stream))
    return [
        _version(row, accounts.get(change, ""), frozenset(found[row[0]]) if row[0] in found else None)
        for *row, change in rows
    ]


def _version(row: Sequence, account: str, parts: Parts | None) -> Version:
    number, kind, quarter, streams, organisation, lead, prepared, data_as_at, status, illustrative, *accepted = row
    file_name, sha256, accepted_at, accepted_by, reason, withdraws = accepted
    return Version(
        number=number,
        cover=Cover(
            kind=kind,
            quarter=Quarter.parse(quarter) if quarter else None,
            workstreams=tuple(streams),
            organisation=organisation,
            lead_role=lead,
            prepared_by=prepared,
            data_as_at=data_as_at,
            status=Status(status),
            illustrative=illustrative,
        ),
        file_name=file_name,
        sha256=sha256,
        accepted_at=moments.aware(accepted_at),
        accepted_by=accepted_by,
        reason=reason,
        withdraws=withdraws,
        account=account,
        parts=parts,
    )
