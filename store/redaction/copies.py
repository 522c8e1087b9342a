"""The copies of the store that lie beside it: what a redaction took out of the store still stands in those made before."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.database import Database
from store.engines.in_file import FileDatabase
from store.redactions import redactions

TO_BE_DELETED = timedelta(days=30)
"""Within how many days of a redaction the copies made before it are to be deleted."""

_MADE_AT = re.compile(r"(\d{4}-\d\d-\d\d-\d{6}-\d{6})")


@dataclass(frozen=True, slots=True)
class CopyKept:
    """A copy of the store: its name, what it is, when it was made (UTC), by when it is to be deleted (None: it may stay)."""

    name: str
    kind: str
    made_at: datetime
    delete_by: datetime | None = None


def copies_kept(database: Database) -> list[CopyKept]:
    """The backups, and the files kept before a migration, oldest first. Raises StoreError."""
    done = [each.ruling.at for each in redactions(database) if each.ruling and each.ruling.carried_out]
    found = [(path, "backup") for path in database.backups.glob(f"{database.place.stem}-*") if path.is_dir()]
    beside = database.path.parent.glob(f"{database.path.stem}-edition-*") if isinstance(database, FileDatabase) else ()
    found += [(path, "before an upgrade") for path in beside if path.is_file()]
    copies = [_copy(path, kind, done) for path, kind in found if _MADE_AT.search(path.name)]
    return sorted(copies, key=lambda copy: copy.made_at)


def _copy(path: Path, kind: str, done: list[datetime]) -> CopyKept:
    made_at = datetime.strptime(_MADE_AT.search(path.name)[1], "%Y-%m-%d-%H%M%S-%f").replace(tzinfo=UTC)
    after = [at for at in done if at > made_at]
    return CopyKept(path.name, kind, made_at, min(after) + TO_BE_DELETED if after else None)
