"""What national publishers print, release by release: what was published later counts, the rest can still be read."""

from collections.abc import Iterable
from datetime import date, datetime

from programme.access import Deed, Person, demand
from programme.finding import Finding, Severity
from programme.hidden import Decider
from programme.log import Logged
from programme.published import LoadedRelease, Published, PublishedFigures, PublishedFile, ReleaseWithdrawal
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import Overtaken, StoreError
from store.hiding.hidden import decide_newest
from store.log import log
from store.order import ledger
from store.order.changes import moments_of
from store.order.clock import refuse_doubtful_day
from store.redactions import refuse_redacted
from store.rows.published_rows import COLUMNS, published_of, published_row
from store.rows.rows import insert, keep_file
from store.two_people import refuse_unsaid

_NEWEST = f"""
    WITH counting AS (SELECT unnest(?::INTEGER[]) AS number, unnest(?::INTEGER[]) AS lateness),
    ranked AS (
        SELECT {COLUMNS}, row_number() OVER (PARTITION BY figure, area_code, period ORDER BY lateness DESC) AS newness
        FROM published JOIN counting ON counting.number = published.release
        WHERE CAST(published.release AS VARCHAR) || '|' || figure || '|' || area_code || '|' || period
            NOT IN (SELECT unnest(?::VARCHAR[]))
    )
    SELECT {COLUMNS} FROM ranked WHERE newness = 1
"""
_RELEASES = """
    SELECT number, change, release, file_name, sha256, loaded_at, loaded_by FROM releases
    WHERE loaded_at <= ? ORDER BY number
"""
_WITHDRAWN = "SELECT release, change, withdrawn_at, withdrawn_by, reason FROM release_withdrawals WHERE withdrawn_at <= ?"
_DAYS = "SELECT release, published_on FROM release_days"
_FIGURES = "SELECT release, count(*) FROM published GROUP BY release"
_LATEST = f"SELECT max(moment) FROM {moments_of('releases', 'release_withdrawals', 'sign_offs')}"
_ON_THE_SAME_DAY = """
    SELECT DISTINCT number, releases.release FROM published AS other JOIN releases ON number = other.release
        JOIN release_days ON release_days.release = number
        JOIN published AS mine ON mine.release = ? AND mine.figure = other.figure
            AND mine.area_code = other.area_code AND mine.period = other.period
    WHERE number NOT IN (SELECT release_withdrawals.release FROM release_withdrawals)
        AND number <> mine.release AND published_on = ? ORDER BY number
"""


def save_release(database: Database, file: PublishedFile, acceptance: Acceptance, decider: Decider | None = None) -> int:
    """Store one file of published figures, all or nothing, and return its number.

    `decider` decides in the same transaction what readers may not see: what is printed elsewhere can be subtracted.

    Raises NotAllowed where the person may not, Overtaken where anything was stored after what was `seen`, StoreError, also
    where another release of the same day holds one of its figures, and ValueError where the file gives two values for one
    figure, area and period, or none at all.
    """
    demand(acceptance.by, Deed.LOAD_RELEASE)
    kept = _distinct(file.figures)
    with database.transaction() as cursor:
        refuse_doubtful_day(cursor, acceptance)
        _refuse_if_overtaken(cursor, acceptance.seen, "load")
        (number,) = cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM releases").fetchone()
        change, moment = _next(cursor, acceptance)
        row = [number, change, moment, file.release, file.file_name, file.sha256]
        cursor.execute(
            "INSERT INTO releases (number, change, loaded_at, release, file_name, sha256, loaded_by) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [*row, acceptance.by.name],
        )
        ledger.note_account(cursor, change, acceptance.by.account)
        if file.published_on:
            cursor.execute("INSERT INTO release_days VALUES (?, ?)", [number, file.published_on])
        if file.content:
            keep_file(cursor, file.sha256, file.content)
        insert(cursor, "published", (published_row(number, each) for each in kept))
        insert(cursor, "release_answered", (_answered_row(number, *each) for each in enumerate(file.answered, start=1)))
        _refuse_the_same_day(cursor, number, file.published_on)
        if decider:
            decide_newest(cursor, decider, database.kept)
        log.log_deed(cursor, Logged.LOADED_RELEASE, acceptance.by, f"release {number}: {file.file_name}")
    return number


def withdraw_release(database: Database, number: int, acceptance: Acceptance, decider: Decider | None = None) -> None:
    """Take a release back: its figures no longer count and those under them do again. Nothing is deleted.

    `decider` as in `save_release`; what was printed once stays known.

    Raises NotAllowed where the person may not, Overtaken where anything was stored after what was `seen`, StoreError for a
    number that is not there or is withdrawn already, and where nobody says who and why.
    """
    demand(acceptance.by, Deed.WITHDRAW_RELEASE)
    with database.transaction() as cursor:
        known = releases(cursor, None)
        found = next((release for release in known if release.number == number), None)
        if found is None:
            raise StoreError(
                f"A release must be one of the {len(known)} that were loaded, got: release {number}. Nothing was changed."
            )
        if found.withdrawal:
            raise StoreError(f"Release {number} was withdrawn already, by {found.withdrawal.doer}. Nothing was changed.")
        refuse_unsaid(acceptance, "A withdrawal must say who withdraws and why")
        refuse_doubtful_day(cursor, acceptance)
        _refuse_if_overtaken(cursor, acceptance.seen, "withdraw")
        change, moment = _next(cursor, acceptance)
        row = [number, change, moment, acceptance.by.name, acceptance.reason]
        cursor.execute("INSERT INTO release_withdrawals VALUES (?, ?, ?, ?, ?)", row)
        ledger.note_account(cursor, change, acceptance.by.account)
        if decider:
            decide_newest(cursor, decider, database.kept)
        log.log_deed(cursor, Logged.WITHDREW_RELEASE, acceptance.by, f"release {number}: {found.file_name}")


def published(
    cursor: Cursor,
    known: Iterable[LoadedRelease],
    without: int | None = None,
    unseen: Iterable[Published] = (),
) -> PublishedFigures:
    """The figures of the releases `known` that count by series, area code and period, but for one release `without`.

    `loaded` is the number of their release. In the place of those `unseen` stands what was loaded before.
    """
    counting = [each.number for each in _by_day(known) if not each.withdrawal and each.number != without]
    if not counting:
        return {}
    named = [f"{each.loaded}|{each.series}|{each.area_code}|{each.period}" for each in unseen]
    if len(counting) == 1 and not named:
        return figures_given(cursor, *counting)
    return _keyed(cursor.execute(_NEWEST, [counting, list(range(len(counting))), named]).fetchall())


def figures_given(cursor: Cursor, number: int) -> PublishedFigures:
    """What one release gave, whether it counts or not, by series, area code and period."""
    return _keyed(cursor.execute(f"SELECT {COLUMNS} FROM published WHERE release = ?", [number]).fetchall())


def releases(cursor: Cursor, as_at: datetime | None) -> list[LoadedRelease]:
    """Every load up to `as_at` (None: all), oldest first, withdrawn ones included."""
    until = datetime.max if as_at is None else moments.stored(as_at)
    rows = cursor.execute(_RELEASES, [until]).fetchall()
    if not rows:
        return []
    accounts = ledger.accounts_noted(cursor)
    days, figures = (dict(cursor.execute(query).fetchall()) for query in (_DAYS, _FIGURES))
    gone = {
        number: ReleaseWithdrawal(moments.aware(at), by, reason, accounts.get(change, ""))
        for number, change, at, by, reason in cursor.execute(_WITHDRAWN, [until]).fetchall()
    }
    return [
        LoadedRelease(
            number,
            *named,
            moments.aware(at),
            by,
            figures.get(number, 0),
            days.get(number),
            gone.get(number),
            accounts.get(change, ""),
        )
        for number, change, *named, at, by in rows
    ]


def release_answers(database: Database, number: int, person: Person) -> list[tuple[Finding, str]]:
    """The queries about a release with the reasons given, in their order. Raises NotAllowed where the person may not."""
    demand(person, Deed.SEE_VERSIONS)
    query = "SELECT rule, severity, sheet, cell, message, reason FROM release_answered WHERE release = ? ORDER BY place"
    with database.cursor() as cursor:
        rows = cursor.execute(query, [number]).fetchall()
    return [(Finding(rule, Severity(severity), *place), reason) for rule, severity, *place, reason in rows]


def release_file(database: Database, number: int, person: Person) -> bytes:
    """The file as it was loaded.

    Raises NotAllowed where the person may not, and StoreError for a number that is not there, where it was redacted, and
    where an earlier edition loaded it and kept only its figures.
    """
    demand(person, Deed.SEE_ORIGINAL)
    query = "SELECT sha256, content FROM releases LEFT JOIN files USING (sha256) WHERE number = ?"
    with database.reading() as cursor:
        found = cursor.execute(query, [number]).fetchone()
        if found is None:
            raise StoreError(f"A release must be one that was loaded, got: release {number}.")
        digest, content = found
        refuse_redacted(cursor, digest, f"release {number}")
        if content is None:
            raise StoreError(f"The original of release {number} was not kept: an earlier edition kept only its figures.")
        database.looks.note(Logged.TOOK_ORIGINAL, person, f"release {number}")
    return content


def _next(cursor: Cursor, acceptance: Acceptance) -> tuple[int, datetime]:
    """The number and the moment of what is stored next."""
    (newest,) = cursor.execute(_LATEST).fetchone()
    return ledger.newest_change(cursor) + 1, moments.following(newest, acceptance.at)


def _refuse_if_overtaken(cursor: Cursor, seen: int | None, again: str) -> None:
    if seen is not None and ledger.newest_change(cursor) > seen:
        raise Overtaken(
            "What you were shown is no longer what is stored: something was accepted or taken back in the meantime. "
            f"Look at what would change now and {again} it again. Nothing of this was stored, and nothing is lost."
        )


def _refuse_the_same_day(cursor: Cursor, number: int, day: date | None) -> None:
    """Of two releases of one day nobody can say which counts."""
    if day is None:
        return
    found = cursor.execute(_ON_THE_SAME_DAY, [number, day]).fetchone()
    if found:
        raise StoreError(
            f"A release that holds figures of another must have been published on another day, got: {day}, as release "
            f"{found[0]} ({found[1]}). Withdraw that one first, or give the day of this one. Nothing was stored."
        )


def _by_day(known: Iterable[LoadedRelease]) -> list[LoadedRelease]:
    """Those published later last, of which each counts before those under it; without a day they come first."""
    return sorted(known, key=lambda release: (release.published_on or date.min, release.number))


def _keyed(rows: Iterable[tuple]) -> PublishedFigures:
    return {(each.series, each.area_code, each.period): each for each in (published_of(*row) for row in rows)}


def _answered_row(number: int, place: int, answer: tuple[Finding, str]) -> tuple:
    finding, reason = answer
    return number, place, finding.rule, finding.severity.value, finding.sheet, finding.cell, finding.message, reason


def _distinct(figures: Iterable[Published]) -> list[Published]:
    kept: dict[tuple[str, str, str], Published] = {}
    for each in figures:
        other = kept.setdefault((each.series, each.area_code, each.period), each)
        if other is not each:
            raise ValueError(f"A release gives one value for a figure, area and period, got: {other} and {each}")
    if not kept:
        raise ValueError("A release must carry at least one figure, got: none")
    return list(kept.values())
