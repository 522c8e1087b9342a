"""Whether both engines say the same: python -m benchmarks.moved [every].

The demonstration is loaded into a file, moved to a PostgreSQL server of its own and back, and loaded into another database
of that server. Of every quarter, as at each moment (or every so-manieth) at which anything was stored, for analysts and for
readers, the results and the actions of all four are held against one another, byte by byte. Leaves with 1 if any differ.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from time import process_time

from loaders.sample import load_demonstration
from programme.access import Role, person_here
from programme.quarter import Quarter
from record.records import read
from reports.exports.plan import action_object
from reports.exports.results import results
from reports.progress.delivery import delivery
from reports.progress.readings import Progress
from store.backups.moving import move
from store.database import Database
from store.hiding import hidden
from store.moments import aware
from store.order.changes import MOMENTS, moments_of
from store.place import Place, place_named
from tests.serving import made, started

ON = date(2025, 6, 1)
ROLES = Role.ANALYST, Role.READER


def moments(database: Database, every: int) -> list[datetime | None]:
    """Now, and every so-manieth moment at which anything was stored."""
    with database.reading() as cursor:
        found = cursor.execute(f"SELECT DISTINCT moment FROM {moments_of(*MOMENTS)} ORDER BY moment").fetchall()
    return [None, *(aware(moment) for (moment,) in found[::every])]


def said_then(database: Database, as_at: datetime | None) -> Iterator[tuple[str, str]]:
    """What is said of each quarter to each role, with its name."""
    records = read(database, as_at)
    for role in ROLES:
        progress = Progress(records, role, ON)
        for quarter in quarters(records.newest):
            told = [*results(progress, quarter), *map(action_object, delivery(progress, quarter).actions)]
            yield f"{quarter} as at {as_at} to the {role}", json.dumps(told, ensure_ascii=False, default=str)


def quarters(newest: Quarter | None) -> list[Quarter]:
    """Every quarter of the demonstration up to the newest of which anything is known."""
    return [] if newest is None else [newest - number for number in range(24)]


def main(every: int) -> int:
    """Compare, and print how much was compared and what differed."""
    hidden.drawn = lambda: bytes(hidden.SECRET)  # each store has a secret of its own otherwise, and hides others beside
    person = person_here("benchmark")
    with tempfile.TemporaryDirectory() as folder, started() as server, ExitStack() as stack:
        here, there, back = Path(folder) / "here.duckdb", made(server, "there"), Path(folder) / "back.duckdb"
        first = stack.enter_context(Database.open(here))
        load_demonstration(first)
        begun = process_time()
        sent = move(first, place_named(there), person)
        second = stack.enter_context(Database.open(there))
        move(second, Place(back), person)
        print(f"{sent.rows:,} rows there and back: {process_time() - begun:.1f} s CPU")
        fourth = stack.enter_context(Database.open(made(server, "loaded")))
        load_demonstration(fourth)
        stores = (first, second, stack.enter_context(Database.open(back)), fourth)
        compared, differing = 0, []
        for as_at in moments(first, every):
            for answers in zip(*(said_then(each, as_at) for each in stores), strict=True):
                compared += 1
                differing += [answers[0][0]] if len(set(answers)) > 1 else []
    print(f"{compared} answers of four stores compared: {len(differing)} differ", *differing[:5], sep="\n  ")
    return int(bool(differing or not compared))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
