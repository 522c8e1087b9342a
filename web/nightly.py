"""The one thread that the app starts: backups by its clock and for commands that ask, and old rows of the log let go."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from programme.access import THE_APP, Person
from store.backups.backup_asked import BackupAnswer, answer_request, who_asks
from store.backups.backup_runs import WhyBackedUp, backup_runs, make_backup, newest_made, note_watched
from store.backups.backup_times import BackupTimes, configured_times
from store.backups.manifest import hash_of
from store.database import Database, StoreError
from store.errors import Busy
from store.log.log import let_go_of_old_rows, log_ends
from web.app_log import LOGGER, TOLD

EVERY = 2.0  # seconds
AGAIN = timedelta(minutes=15)
"""After what failed."""

LET_GO_AFTER = timedelta(hours=1)
"""After a server began."""

DUE_FAILED = "The backup that was due failed: {got}"
ASKED_FAILED = "The backup failed, with an error that only the maintainer can explain. Nothing of the store is changed."
FOLDER = "The folder of backups cannot be used: {got}."
BROKEN = "What is done beside the pages broke, for a reason that only the maintainer can find. It is tried again."


class Nightly:
    """Looks every few seconds whether a backup is due or asked for. `store` gives the one store of this server.

    `backups` is where commands ask; it is looked at without opening the store. Several of us on one store do it once: who
    holds the mark makes the backup, the others find it made, and who comes second finds nothing to let go.
    """

    def __init__(self, store: Callable[[], Database], backups: Path, times: BackupTimes | None = None):
        self._store, self._backups, self.times = store, backups, times or configured_times()
        self._ended = threading.Event()
        self._not_before = datetime.min.replace(tzinfo=UTC)
        self._done: datetime | None = None
        self._failed, self._broken = "", ""
        self._let_go_at: datetime | None = None

    def start(self) -> None:
        """Begin, in a thread that ends with the process."""
        threading.Thread(target=self._watch, name="nightly", daemon=True).start()

    def stop(self) -> None:
        """Make nothing more."""
        self._ended.set()

    @property
    def trouble(self) -> str:
        """What the last look met, as a sentence; empty where nothing is amiss any more."""
        return self._broken or self._failed

    def look(self, now: datetime) -> None:
        """Do what is asked for and what is due. A failure is told to who watches, and tried again later."""
        try:
            self._do(now)
            self._broken = ""
        except OSError as error:  # the folder is gone, or full: the next look may find it again
            self._broken = FOLDER.format(got=error.strerror)
        except Exception as error:  # noqa: BLE001 - nobody else would ever look again
            LOGGER.error("what is done beside the pages broke", exc_info=error)
            self._broken = BROKEN
        note_watched(self._backups, self.trouble)

    def _do(self, now: datetime) -> None:
        self._let_go(now)
        for path, person in who_asks(self._backups):
            answer_request(path, self._asked(person))
        due = self.times.last_due(now)
        if due is None or due == self._done or (now < self._not_before and not self._is_made(due)):
            return
        self._not_before = now + AGAIN  # whatever happens
        try:
            self._make_due(due)
            self._done, self._failed, self._not_before = due, "", now
        except Busy:  # another process makes it: look again whether it is made
            self._not_before = now
        except StoreError as refusal:
            LOGGER.error("the backup that was due failed")
            self._failed = DUE_FAILED.format(got=refusal.outside)

    def _is_made(self, due: datetime) -> bool:
        """Whether one was made since, by whomever: what failed before is over then."""
        with suppress(StoreError):
            newest = newest_made(backup_runs(self._store()))
            return newest is not None and newest >= due
        return False

    def _make_due(self, due: datetime) -> None:
        database = self._store()
        if not self._is_made(due):
            make_backup(database, THE_APP, WhyBackedUp.BY_THE_CLOCK, self.times.kept)
        with database.cursor() as cursor:
            end = log_ends(cursor)
        LOGGER.info("the log of the store ends here", extra={TOLD: {"number": end.number, "hash": end.hash}})

    def _let_go(self, now: datetime) -> None:
        """Once a day, and not while a server begins: rows of the log that are too old, whether backups are made or not."""
        begun, self._let_go_at = self._let_go_at is None, self._let_go_at or now + LET_GO_AFTER
        if begun or now < self._let_go_at:
            return
        self._let_go_at = now + timedelta(days=1)
        with suppress(StoreError), self._store().transaction() as cursor:
            let_go_of_old_rows(cursor, THE_APP)

    def _asked(self, person: Person) -> BackupAnswer:
        try:
            folder = make_backup(self._store(), person, WhyBackedUp.ASKED_FOR)
            return BackupAnswer(str(folder), hash_of(folder))
        except StoreError as refusal:
            return BackupAnswer(failure=str(refusal))
        except Exception as error:  # noqa: BLE001 - whoever asks is waiting
            LOGGER.error("the backup that was asked for failed", exc_info=error)
            return BackupAnswer(failure=ASKED_FAILED)

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            self.look(datetime.now(UTC))
