"""Plays the sign-off of the demonstration: `signoffs.csv`, a deed a line, each as of the moment it stands at."""

import csv
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from programme.access import Person, Role
from programme.quarter import Quarter
from programme.signoff import SignOffDeed
from programme.submission import Acceptance
from store.database import Database
from store.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication
from store.signoff_rows import sign_off_of

SIGN_OFFS = "signoffs.csv"

_DEEDS: Mapping[str, Callable] = {
    "send": send_for_review,
    "approve": approve_quarter,
    "publish": publish_quarter,
    "withdraw": withdraw_publication,
}


def play_sign_offs(database: Database, folder: Path) -> int:
    """Do what the file says, and give how many deeds it says; 0 where the folder has none. Raises StoreError.

    Everything else must be stored already: nothing comes into a state that was signed.
    """
    lines = _lines(folder)
    for line in lines:
        who = Person(line["by"], "", frozenset({Role(line["role"])}))
        embargo = {"embargo": datetime.fromisoformat(line["embargo"])} if line["embargo"] else {}
        acceptance = Acceptance(who, line["note"], at=datetime.fromisoformat(line["at"]))
        _DEEDS[line["deed"]](database, Quarter.parse(line["quarter"]), acceptance, **embargo)
    return len(lines)


def sign_offs_missing_from(database: Database, folder: Path) -> str:
    """That no quarter of the demonstration that a database holds was published; empty where one was, or none is today."""
    if not _lines(folder) or any(each.deed is SignOffDeed.PUBLISHED for each in sign_off_of(database).signatures):
        return ""
    return "It has no quarter that was approved and published, and none that was corrected since."


def _lines(folder: Path) -> list[dict[str, str]]:
    listed = folder / SIGN_OFFS
    if not listed.exists():
        return []
    with listed.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
