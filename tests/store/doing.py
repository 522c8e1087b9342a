"""Does to a store what was drawn in `happenings`."""

from datetime import datetime

from programme.submission import Submission, Version
from store.database import Database
from store.returns import versions
from tests.accepting import by


def withdrawable(known: list[Version]) -> list[int]:
    gone = {version.withdraws for version in known}
    return [version.number for version in known if version.withdraws is None and version.number not in gone]


def do(database: Database, step: Submission | int, moment: datetime) -> Submission | None:
    """Take one step; the submission that was stored, if any."""
    if isinstance(step, Submission):
        versions.accept(database, step, by("analyst", at=moment))
        return step
    choice = withdrawable(versions.versions(database))
    if choice:
        versions.withdraw(database, choice[step % len(choice)], by("analyst", "why", at=moment))
    return None
