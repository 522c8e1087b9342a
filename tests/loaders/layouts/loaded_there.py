"""Run in a copy of the project: loads files, each with its layout, and prints what their measures' pages tell a reader.

`python -m loaded_there DATABASE FILE LAYOUT QUARTER …`, the last three for each file; an empty quarter is asked for nothing.
"""

import json
import sys
from pathlib import Path

import programme.at_start  # noqa: F401 - first: what follows is made of the reference files
from loaders.layouts.layout import layout_read
from loaders.layouts.recognised import ByLayout
from loaders.pipeline import load
from programme.access import EVERY_ROLE, Person, Role
from programme.period_typed import read_period
from programme.submission import Acceptance
from record.records import read
from reports.progress.period_lines import in_no_kpi, period_lines
from reports.progress.readings import Progress
from reports.tables.period_line import period_table
from store.database import Database

WHO = Acceptance(Person("A. Nalyst", "", EVERY_ROLE), "as the sender has it", reasons="as the sender has it")


def loaded(database: Database, file: str, layout: str, quarter: str) -> None:
    """Load one file, or raise with what stands against it."""
    how = ByLayout((), layout_read(Path(layout).read_text("utf-8"), layout), read_period(quarter).period)
    found = load(database, Path(file).read_bytes(), Path(file).name, WHO, how=how)
    assert found.version, (found.refusal, found.checked.findings)


def told(database: Database) -> dict[str, list[list[str]]]:
    """Of each measure that is in no KPI: the caption of its first line, and its figures as shown with their cells."""
    progress = Progress(read(database), Role.READER)
    quarter = progress.records.newest or read_period("2024/25 Q3").period.quarter
    lines = period_lines(progress, quarter)
    tables = {name: period_table(lines[name][0], progress.records) for name in in_no_kpi(progress, quarter)}
    return {
        name: [[table.caption], *([row[at].text for at in (0, 1, 3, 5)] for row in table.rows)]
        for name, table in tables.items()
    }


if __name__ == "__main__":
    path, *rest = sys.argv[1:]
    with Database.open(path) as opened:
        for at in range(0, len(rest), 3):
            loaded(opened, *rest[at : at + 3])
        print(json.dumps(told(opened)))
