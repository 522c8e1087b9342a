"""What keeps the store, for its page: the log, backups and redaction, each by who may."""

from datetime import UTC, datetime
from pathlib import Path

from programme.access import Person
from store.backups.backup_runs import BackupRun, WhyBackedUp, backup_runs, backup_trouble, make_backup
from store.backups.backup_times import configured_times
from store.backups.manifest import hash_of
from store.database import Database
from store.log_check import checked_log, read_log
from store.log_commands import verdict_text
from store.redaction.copies import CopyKept, copies_kept
from store.redaction.redacting import RedactionDone, carry_out
from store.redactions import name_redaction, redaction_of_file, redactions, refuse_redaction

__all__ = [
    "BackupRun",
    "CopyKept",
    "RedactionDone",
    "backup_runs",
    "carry_out",
    "checked_log",
    "copies_kept",
    "name_redaction",
    "read_log",
    "redactions",
    "refuse_redaction",
    "verdict_text",
]


def back_up_now(database: Database, person: Person) -> tuple[Path, str]:
    """Make a backup because somebody asks; its folder, and the hash of its manifest. Raises NotAllowed and StoreError."""
    folder = make_backup(database, person, WhyBackedUp.ASKED_FOR)
    return folder, hash_of(folder)


def gone_original(database: Database, digest: str) -> str:
    """What stands where an original was that a redaction took away: when and why; empty for one that is there."""
    with database.cursor() as cursor:
        found = redaction_of_file(cursor, digest)
    return f"The original was {found.sentence}. Its figures stay." if found else ""


def what_is_amiss(database: Database) -> list[str]:
    """What whoever keeps the store must know: a backup that failed or was missed, a log that cannot be written.

    The pages say it, and `/readyz`.
    """
    found = (backup_trouble(database, configured_times(), datetime.now(UTC)), database.looks.trouble)
    return [said.strip() for said in found if said]
