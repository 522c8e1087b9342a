"""Keeps the layouts of the demonstration: `layouts.csv`, one a line, each as of the moment somebody kept it."""

from datetime import datetime
from pathlib import Path

from loaders.layouts.layout import layout_read
from loaders.sample_files import LAYOUTS, listed_lines
from programme.access import Person, Role
from programme.submission import Acceptance
from store.database import Database
from store.returns.layouts import keep_layout


def add_sample_layouts(database: Database, folder: Path) -> int:
    """Keep what the file says, and give how many it says; 0 where the folder has none. Raises StoreError."""
    lines = listed_lines(folder / LAYOUTS)
    for line in lines:
        text = (folder / line["file"]).read_text("utf-8")
        who = Person(line["by"], "", frozenset({Role.ANALYST}))
        acceptance = Acceptance(who, line["reason"], at=datetime.fromisoformat(line["at"]))
        keep_layout(database, layout_read(text, line["file"]).name, text, acceptance)
    return len(lines)
