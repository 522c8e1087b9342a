"""Keeps the log: each row vouches for the one before it, so that none can be altered, taken out or put in unseen.

A row's `sealed` is the SHA-256 of its salt (32 random bytes) and of the canonical bytes of [name, account, from, what]; its
`hash` that of the canonical bytes of [number, moment, deed, redacts, sealed, hash of the row before]. Canonical bytes are
JSON in UTF-8, without spaces and with every letter as itself; a moment is UTC with six decimals. Before the first row
there are 64 zeros. Whoever can write the file can make a whole log anew: against that its end is kept apart, see LogEnd.
"""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import chain

from programme.access import Person
from programme.log import LogEnd, Logged, LogRow
from store import moments
from store.cursor import Cursor
from store.log.clock_jumps import age_of_rows

BEFORE_THE_FIRST = "0" * 64
LONGEST_WHAT = 500
KEPT = timedelta(days=731)
"""24 months."""

NOTHING_YET = LogEnd(0, BEFORE_THE_FIRST)

COLUMNS = ("number", "happened_at", "deed", "name", "account", "came_from", "what", "redacts", "salt", "sealed", "hash")
_ROWS = f"SELECT {', '.join(COLUMNS)} FROM log WHERE happened_at >= ? ORDER BY number"
_APPENDED = f"INSERT INTO log ({', '.join(COLUMNS)}) VALUES "
_MARKS = f"({', '.join('?' * len(COLUMNS))})"


@dataclass(frozen=True, slots=True)
class Looked:
    """Who looked at what, and when, as stored."""

    at: datetime
    deed: Logged
    person: Person
    what: str


def log_deed(
    cursor: Cursor,
    deed: Logged,
    person: Person,
    what: str,
    *,
    at: datetime | None = None,
    redacts: int | None = None,
) -> LogRow:
    """Add a row in the transaction of the deed itself. `at` is for what was looked at a little earlier, as stored."""
    before = log_ends(cursor)
    row = _following(before, Looked(at or moments.now(), deed, person, what), redacts)
    _append(cursor, before, [row])
    return row


def log_looks(cursor: Cursor, looks: Iterable[Looked]) -> None:
    """Add a row for each of many looks, in a transaction of their own and in one statement."""
    before = end = log_ends(cursor)
    rows = []
    for each in looks:
        rows.append(_following(end, each))
        end = LogEnd(rows[-1].number, rows[-1].hash)
    if rows:
        _append(cursor, before, rows)


def _following(end: LogEnd, look: Looked, redacts: int | None = None) -> LogRow:
    """The row that comes after this end of the log, and vouches for it."""
    words = tuple(_plain(each) for each in (look.person.name, look.person.account, look.person.came_from, look.what))
    salt = secrets.token_hex(32)
    made = sealed(salt, words)
    row = LogRow(end.number + 1, moments.aware(look.at), str(look.deed), *words, redacts, salt, made, "")
    return replace(row, hash=row_hash(row, end.hash))


def _append(cursor: Cursor, before: LogEnd, rows: Sequence[LogRow]) -> None:
    columns = [
        [row.number, moments.stored(row.at), row.deed, *row.words, row.redacts, row.salt, row.sealed, row.hash]
        for row in rows
    ]
    cursor.execute(_APPENDED + ", ".join([_MARKS] * len(rows)), list(chain.from_iterable(columns)))
    _move_end(cursor, before, LogEnd(rows[-1].number, rows[-1].hash))


def canonical(values: list) -> bytes:
    """The bytes that are hashed."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def sealed(salt: str, words: Iterable[str]) -> str:
    """What vouches for the words of a row without giving any away."""
    return sha256(bytes.fromhex(salt) + canonical(list(words))).hexdigest()


def row_hash(row: LogRow, before: str) -> str:
    """What vouches for a row and, through the hash of the one before, for all before it."""
    moment = f"{moments.stored(row.at):%Y-%m-%dT%H:%M:%S.%f}Z"
    return sha256(canonical([row.number, moment, row.deed, row.redacts, row.sealed, before])).hexdigest()


def log_ends(cursor: Cursor) -> LogEnd:
    """Where the log ends, as it is said beside it."""
    found = cursor.execute("SELECT number, hash FROM log_end").fetchone()
    return LogEnd(*found) if found else NOTHING_YET


def log_rows(cursor: Cursor, since: datetime | None = None) -> list[LogRow]:
    """The rows that happened at or after `since` (None: all), in the order in which they were written."""
    found = cursor.execute(_ROWS, [moments.stored(since) if since else datetime.min]).fetchall()
    return [LogRow(number, moments.aware(at), *rest) for number, at, *rest in found]


def let_go_of_old_rows(cursor: Cursor, by: Person) -> int:
    """Delete the rows older than 24 months, from the first one on, and say in the log on which hash the rest follows.

    Returns how many. A jump of the clock makes nothing old: see `age_of_rows`.
    """
    old = [row for row, age in age_of_rows(log_rows(cursor), moments.aware(moments.now())) if age > KEPT]
    if not old:
        return 0
    cursor.execute("DELETE FROM log WHERE number <= ?", [old[-1].number])
    log_deed(cursor, Logged.LET_GO, by, let_go_words(LogEnd(old[-1].number, old[-1].hash)))
    return len(old)


def let_go_words(end: LogEnd) -> str:
    """What is said of rows that were let go: the last of them, with its hash, on which the first that is left follows."""
    return f"rows up to {end}"


def left_words(number: int, words: Iterable[str]) -> str:
    """What the log says of one of its rows whose words were redacted: what is left of them, by its hash."""
    return f"row {number}, of which is left {sha256(canonical(list(words))).hexdigest()}"


def _move_end(cursor: Cursor, before: LogEnd, end: LogEnd) -> None:
    if before.number:
        cursor.execute("UPDATE log_end SET number = ?, hash = ?", [end.number, end.hash])
    else:
        cursor.execute("INSERT INTO log_end VALUES (1, ?, ?)", [end.number, end.hash])


def _plain(text: str) -> str:
    """Bounded, and of signs that a database can keep."""
    return text[:LONGEST_WHAT].encode("utf-8", "replace").decode()
