"""Adds the aliases of the demonstration: `aliases.csv`, a name a line, each as of the moment somebody said it."""

import csv
from datetime import datetime
from pathlib import Path

from loaders.naming import naming
from programme.access import Person, Role
from programme.aliases import Alias, Thing
from programme.submission import Acceptance
from store.aliases import aliases_of, keep_alias
from store.database import Database

ALIASES = "aliases.csv"


def add_sample_aliases(database: Database, folder: Path) -> int:
    """Keep what the file says, and give how many names it says; 0 where the folder has none. Raises StoreError."""
    lines = _lines(folder)
    for line in lines:
        alias = Alias(Thing(line["kind"]), line["of"], line["called"])
        who = Person(line["by"], "", frozenset({Role.ANALYST}))
        keep_alias(database, alias, Acceptance(who, line["reason"], at=datetime.fromisoformat(line["at"])), naming())
    return len(lines)


def aliases_missing_from(database: Database, folder: Path) -> str:
    """That nobody said of any name what it means; empty where somebody did, or nobody does today."""
    if not _lines(folder) or aliases_of(database):
        return ""
    return "It has no name of which somebody said what is meant by it."


def _lines(folder: Path) -> list[dict[str, str]]:
    listed = folder / ALIASES
    if not listed.exists():
        return []
    with listed.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
