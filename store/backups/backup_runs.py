"""The backups that this app made: one at a time, whoever asks; the oldest made by the clock go; what failed is told."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from programme.access import Deed, Person, demand
from programme.moment import time_text
from store import moments
from store.backups.backup import back_up
from store.backups.backup_times import BackupTimes
from store.cursor import Cursor
from store.database import Database, StoreError
from store.errors import Busy

CUT_SHORT = "it was cut short, because the app ended"
BEING_MADE = (
    "Only one backup is made at a time, got: one that was begun {since} and is not done. Wait until it is, and look at the "
    "list. Nothing was changed."
)
FAILED = "The backup begun {at} failed: {failure}"
MISSED = "A backup was due {due} and none was made since; the newest is {newest}."
_ALL = "SELECT number, why, begun_at, ended_at, folder, failure FROM backup_runs ORDER BY number"
MARK = "backup"
GRACE = timedelta(seconds=10)
"""Within which whoever makes what is due has begun it."""

_watched: dict[Path, str] = {}


class WhyBackedUp(StrEnum):
    """Why the app made a backup."""

    BY_THE_CLOCK = "by the clock"
    ASKED_FOR = "asked for"


@dataclass(frozen=True, slots=True)
class BackupRun:
    """One that was begun: `folder` is its name in `backups`, `failure` why there is none; without end it goes on."""

    number: int
    why: str
    begun_at: datetime
    ended_at: datetime | None
    folder: str
    failure: str

    @property
    def made(self) -> bool:
        """Whether it is whole."""
        return self.ended_at is not None and not self.failure


def backup_runs(database: Database) -> list[BackupRun]:
    """Every backup that was begun here, oldest first."""

    def read() -> list[BackupRun]:
        with database.cursor() as cursor:
            return _runs(cursor)

    return list(database.unchanged("backup runs", read))


def make_backup(database: Database, person: Person, why: WhyBackedUp, kept: int = BackupTimes().kept) -> Path:
    """Make a backup, unless one is being made; of those made by the clock `kept` are left afterwards.

    Raises NotAllowed and StoreError; a failure is kept with the run where it can be.
    """
    demand(person, Deed.BACK_UP)
    with database.marked(MARK) as ours:
        if not ours:
            since = [time_text(run.begun_at) for run in backup_runs(database) if run.ended_at is None]
            raise Busy(BEING_MADE.format(since=since[-1] if since else "just now"))
        number = _begin(database, why)
        try:
            folder = back_up(database, person)
        except BaseException as error:
            said = error.outside if isinstance(error, StoreError) else "an error that only the maintainer can explain"
            _end(database, number, "", said)
            raise
        _end(database, number, folder.name, "")
    if why is WhyBackedUp.BY_THE_CLOCK:
        _let_go_of_the_oldest(database, kept)
    return folder


def backup_trouble(database: Database, times: BackupTimes, now: datetime) -> str:
    """What is amiss with backups, as a sentence: one that failed, or was due and was not made; empty where nothing is.

    What whoever watches met last comes first. One that goes on is not missed.
    """
    if said := times.wrong or _watched.get(database.backups, ""):
        return said
    runs = backup_runs(database)
    ended = [run for run in runs if run.ended_at]
    if ended and ended[-1].failure:
        return FAILED.format(at=time_text(ended[-1].begun_at), failure=ended[-1].failure)
    due, newest = times.last_due(now - GRACE), newest_made(ended)
    if due and (newest is None or newest < due) and not database.is_marked(MARK):
        return MISSED.format(due=time_text(due), newest=f"of {time_text(newest)}" if newest else "none at all")
    return ""


def note_watched(backups: Path, trouble: str) -> None:
    """Keep what whoever makes what is due met last in this process, as a sentence; empty where nothing is amiss any more."""
    _watched[backups] = trouble


def newest_made(runs: list[BackupRun]) -> datetime | None:
    """When the newest that is whole was begun."""
    return max((run.begun_at for run in runs if run.made), default=None)


def _begin(database: Database, why: WhyBackedUp) -> int:
    """By whoever holds the mark: one that has not ended is of a process that is gone."""
    with database.transaction() as cursor:
        gone = "UPDATE backup_runs SET ended_at = ?, failure = ? WHERE ended_at IS NULL"
        cursor.execute(gone, [moments.now(), CUT_SHORT])
        number = max((run.number for run in _runs(cursor)), default=0) + 1
        cursor.execute("INSERT INTO backup_runs VALUES (?, ?, ?, NULL, '', '')", [number, str(why), moments.now()])
    return number


def _end(database: Database, number: int, folder: str, failure: str) -> None:
    ended = "UPDATE backup_runs SET ended_at = ?, folder = ?, failure = ? WHERE number = ?"
    with database.transaction() as cursor:
        cursor.execute(ended, [moments.now(), folder, failure, number])


def _let_go_of_the_oldest(database: Database, kept: int) -> None:
    """Those asked for stay until somebody deletes them."""
    made = [run for run in backup_runs(database) if run.made and run.why == WhyBackedUp.BY_THE_CLOCK]
    there = [path for run in made if (path := database.backups / run.folder).is_dir() and not path.is_symlink()]
    for path in there[: max(0, len(there) - kept)]:
        shutil.rmtree(path, ignore_errors=True)


def _runs(cursor: Cursor) -> list[BackupRun]:
    rows = cursor.execute(_ALL).fetchall()
    return [
        BackupRun(number, why, moments.aware(begun), ended and moments.aware(ended), folder, failure)
        for number, why, begun, ended, folder, failure in rows
    ]
