"""Plays the sign-off of the demonstration: `signoffs.csv`, a deed a line, each as of the moment it stands at."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from loaders.sample_files import SIGN_OFFS, listed_lines
from programme.access import Person, Role
from programme.quarter import Quarter
from programme.submission import Acceptance
from store.database import Database
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication

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
    lines = listed_lines(folder / SIGN_OFFS)
    for line in lines:
        who = Person(line["by"], "", frozenset({Role(line["role"])}))
        embargo = {"embargo": datetime.fromisoformat(line["embargo"])} if line["embargo"] else {}
        acceptance = Acceptance(who, line["note"], at=datetime.fromisoformat(line["at"]))
        _DEEDS[line["deed"]](database, Quarter.parse(line["quarter"]), acceptance, **embargo)
    return len(lines)
