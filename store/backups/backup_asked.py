"""How a command asks the app that holds the database for a backup: by a file in `backups`, answered by another.

Only its owner can write to that folder, so that whoever asks could have read the database itself: no port is opened and no
secret is kept for it. The app looks every few seconds; its answer is whole when it bears its name.
"""

import json
import os
import secrets
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from programme.access import HERE, Person, Role
from store.errors import StoreError

ASKED, ANSWERED, PART = ".asked-", ".answered-", ".part"
LARGEST = 10_000  # bytes
OLD = 300.0  # seconds after which nobody waits for an answer any more
NOBODY_ANSWERS = (
    "{held} It was asked for a backup and did not answer within {seconds:.0f} seconds. If it is WSoA Monitor, an "
    "administrator makes one there on the page Upkeep, or sets WSOA_BACKUP_AT; if it is another program, close it "
    "and try again."
)


@dataclass(frozen=True, slots=True)
class BackupAnswer:
    """What the app answers: the folder and the hash of its manifest, or why there is none."""

    folder: str = ""
    manifest: str = ""
    failure: str = ""


def ask_for_backup(backups: Path, person: Person, held: StoreError, seconds: float = 120.0) -> BackupAnswer:
    """Ask whoever holds the database, and wait. Raises StoreError: nobody answers (`held` says who holds it)."""
    name = secrets.token_hex(8)
    asked, answered = backups / f"{ASKED}{name}", backups / f"{ANSWERED}{name}"
    backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    _written(asked, {"name": person.name, "account": person.account})
    try:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if answered.is_file():
                return BackupAnswer(**json.loads(answered.read_text(encoding="utf-8")))
            time.sleep(0.1)
    finally:
        asked.unlink(missing_ok=True)
        answered.unlink(missing_ok=True)
    raise StoreError(NOBODY_ANSWERS.format(held=held, seconds=seconds))


def who_asks(backups: Path) -> list[tuple[Path, Person]]:
    """Each request that stands there, with who asks; what is old, or is no request, is taken away."""
    found = []
    _forget_old(backups)
    for path in sorted(backups.glob(f"{ASKED}*")) if backups.is_dir() else ():
        person = _person(path)
        path.unlink(missing_ok=True)
        if person:
            found.append((path, person))
    return found


def answer_request(path: Path, answer: BackupAnswer) -> None:
    """Answer the request that stood at `path`."""
    _written(path.with_name(path.name.replace(ASKED, ANSWERED, 1)), asdict(answer))


def _forget_old(backups: Path) -> None:
    """Answers that came after the asker gave up, and what was cut short while it was written."""
    for begun in (ANSWERED, f"{PART}{ASKED}", f"{PART}{ANSWERED}"):
        for path in backups.glob(f"{begun}*"):
            with suppress(OSError):
                if _is_old(path.lstat()):
                    path.unlink()


def _is_old(about: os.stat_result) -> bool:
    return time.time() - about.st_mtime > OLD


def _person(path: Path) -> Person | None:
    try:
        about = path.lstat()
        if path.is_symlink() or about.st_size > LARGEST or _is_old(about):
            return None
        told = json.loads(path.read_text(encoding="utf-8"))
        return Person(str(told["name"]), str(told["account"]), frozenset({Role.ADMINISTRATOR}), came_from=HERE)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _written(path: Path, told: dict) -> None:
    making = path.with_name(f"{PART}{path.name}")
    with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(told, file)
    making.rename(path)
