"""Whether a log is whole: every row follows from the one before, none is missing, and it ends where it should."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from plumbing.kept import Kept
from programme.access import Deed, Person, demand
from programme.log import LogEnd, Logged, LogRow, LogVerdict
from store.database import Database
from store.log.clock_jumps import clock_set_back
from store.log.log import COLUMNS, NOTHING_YET, left_words, log_ends, log_rows, row_hash, sealed

_LET_GO = re.compile(r"rows up to (\d+):([0-9a-f]{64})")
_LETTERS = [f"coalesce(CAST({column} AS VARCHAR), '-')" for column in COLUMNS]
_ROW = f"concat_ws('|', {', '.join(f'length({each})' for each in _LETTERS)}, {', '.join(_LETTERS)})"
_DIGEST = f"SELECT md5(string_agg(md5({_ROW}), '' ORDER BY number)) FROM log"
"""Of every letter of every row. The lengths come first, or words could move from one column to the next unseen."""

_VERDICTS = Kept(4)
_END = re.compile(r"(\d{1,9}):([0-9a-f]{64})")


def end_typed(text: str) -> LogEnd:
    """An end that somebody kept apart. Raises ValueError for what is none."""
    found = _END.fullmatch(text.strip().lower())
    if not found:
        raise ValueError(f"The end of a log must be like 12:2c26…, as --check prints it, got: {text}")
    return LogEnd(int(found[1]), found[2])


def checked_log(database: Database, person: Person, kept_apart: LogEnd | None = None) -> LogVerdict:
    """Check all of it; `kept_apart` is an end that was noted earlier, in another place. Raises NotAllowed, StoreError.

    What was found is remembered as long as no letter of the log is another: to hash each row takes seconds.
    """
    demand(person, Deed.READ_LOG)
    with database.reading() as cursor:
        (digest,), end = cursor.execute(_DIGEST).fetchone(), log_ends(cursor)
        return _VERDICTS.answer((digest, end, kept_apart), lambda: _verdict(log_rows(cursor), end, kept_apart))


def read_log(database: Database, person: Person, since: datetime | None = None) -> list[LogRow]:
    """The rows at or after `since` (None: all), in the order written. Raises NotAllowed, StoreError."""
    demand(person, Deed.READ_LOG)
    with database.reading() as cursor:
        return log_rows(cursor, since)


def _verdict(rows: Sequence[LogRow], end: LogEnd, kept_apart: LogEnd | None) -> LogVerdict:
    found = next(_wrongs(rows, end, kept_apart), None)
    row, wrong = found or (None, "")
    return LogVerdict(len(rows), end, row, wrong, clock_set_back(rows))


def _wrongs(rows: Sequence[LogRow], end: LogEnd, kept_apart: LogEnd | None) -> Iterator[tuple[int, str]]:
    """What is wrong, the first row first: its number and the sentence."""
    begins = _begins_after(rows)
    before, redacted = begins, {row.redacts: row for row in rows if row.redacts}
    for row in rows:
        if row.number != before.number + 1:
            yield before.number + 1, f"row {before.number + 1} is missing: row {before.number} is followed by {row.number}"
        if row.hash != row_hash(row, before.hash):
            yield row.number, f"row {row.number} does not follow from the one before: it, or that one, was altered"
        if row.salt and row.sealed != sealed(row.salt, row.words):
            yield row.number, f"the words of row {row.number} are not those that were logged"
        if not row.salt and not _left(row, redacted.get(row.number)):
            yield row.number, f"the words of row {row.number} were taken away, and no redaction says so"
        before = LogEnd(row.number, row.hash)
    if before != end:
        yield before.number + 1, f"it ends with row {before.number} and must end with row {end.number}: the rest was cut off"
    if kept_apart:
        yield from _against(kept_apart, rows, begins, before)


def _begins_after(rows: Sequence[LogRow]) -> LogEnd:
    """What the first row follows: nothing, or the rows that were let go last, which a row that is left vouches for."""
    said = [_LET_GO.fullmatch(row.what) for row in rows if row.deed == Logged.LET_GO]
    ends = [LogEnd(int(found[1]), found[2]) for found in said if found]
    return ends[-1] if ends else NOTHING_YET


def _left(row: LogRow, redaction: LogRow | None) -> bool:
    """Whether a redaction vouches for the words that are left of a row. It is looked at itself where it stands."""
    return redaction is not None and redaction.what == left_words(row.number, row.words)


def _against(kept: LogEnd, rows: Sequence[LogRow], begins: LogEnd, ends: LogEnd) -> Iterator[tuple[int, str]]:
    hashes = {begins.number: begins.hash} | {row.number: row.hash for row in rows}
    if kept.number > ends.number:
        yield ends.number + 1, f"it ends with row {ends.number}, and what was kept apart is of row {kept.number}"
    elif kept.number in hashes and hashes[kept.number] != kept.hash:
        yield kept.number, f"row {kept.number} is another than the one whose hash was kept apart"
