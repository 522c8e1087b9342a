"""Adds the aliases of the demonstration: `aliases.csv`, a name a line, each as of the moment somebody said it."""

from datetime import datetime
from pathlib import Path

from loaders.naming import naming
from loaders.sample_files import ALIASES, listed_lines
from programme.access import Person, Role
from programme.aliases import Alias, Thing
from programme.submission import Acceptance
from store.database import Database
from store.returns.aliases import keep_alias


def add_sample_aliases(database: Database, folder: Path) -> int:
    """Keep what the file says, and give how many names it says; 0 where the folder has none. Raises StoreError."""
    lines = listed_lines(folder / ALIASES)
    for line in lines:
        alias = Alias(Thing(line["kind"]), line["of"], line["called"])
        who = Person(line["by"], "", frozenset({Role.ANALYST}))
        keep_alias(database, alias, Acceptance(who, line["reason"], at=datetime.fromisoformat(line["at"])), naming())
    return len(lines)
