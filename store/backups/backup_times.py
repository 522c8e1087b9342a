"""When the app makes a backup by itself, and how many of those it keeps: WSOA_BACKUP_AT and WSOA_BACKUPS_KEPT."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from programme.moment import LONDON

MOST_KEPT = 1_000
AS_WRITTEN = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class BackupTimes:
    """At which time of the day in Kent (None: never by itself), and how many are kept; `wrong` says what is amiss."""

    at: time | None = None
    kept: int = 14
    wrong: str = ""

    def last_due(self, now: datetime) -> datetime | None:
        """When a backup was due last, UTC: once for each day in Kent, also where the clocks change."""
        if self.at is None:
            return None
        today = now.astimezone(LONDON).date()
        found = [datetime.combine(day, self.at, LONDON).astimezone(UTC) for day in (today, today - timedelta(days=1))]
        return next((due for due in found if due <= now), None)


def configured_times(environment: Mapping[str, str] = os.environ) -> BackupTimes:
    """What the environment says. What is written wrongly is said, and then nothing is made by the clock."""
    at, kept = environment.get("WSOA_BACKUP_AT", "").strip(), environment.get("WSOA_BACKUPS_KEPT", "").strip()
    meant = AS_WRITTEN.fullmatch(at)
    if at and not meant:
        return BackupTimes(wrong=f"WSOA_BACKUP_AT must be a time like 02:00, got: {at}. No backup is made by the clock.")
    if kept and not (kept.isascii() and kept.isdigit() and 1 <= int(kept) <= MOST_KEPT):
        told = (
            f"WSOA_BACKUPS_KEPT must be a whole number from 1 to {MOST_KEPT:,}, got: {kept}. No backup is made by the clock."
        )
        return BackupTimes(wrong=told)
    return BackupTimes(time(int(meant[1]), int(meant[2])) if meant else None, int(kept) if kept else BackupTimes().kept)
