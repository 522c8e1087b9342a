"""How the records grow from one area to every local authority: python benchmarks/national.py [server], in its project.

A store of 88 measures over 40 quarters, as many as there were when the limits were set, is made for 13, 50 and 153 areas
through the store's own functions: a history workbook for the first half, a return each quarter for the second, and a
correction of every hundredth figure of the newest. Beside them one is made of all measures there are today. Kent and its
districts come first; every other area stands alone. Each size is made in one process and read in another; with `server` on
a PostgreSQL server, whose own work is not counted.
"""

import gc
import json
import random
import resource
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.timing import best
from disclosure.decide import decider
from kpis.registry import registry
from programme import areas as known_areas
from programme.access import Role, person_here
from programme.areas import DISTRICTS, KENT, Area
from programme.figure import Figure, Source
from programme.measures import measures
from programme.quarter import Quarter
from programme.submission import Acceptance, Cover, Submission
from programme.symbols import Status
from record.records import read
from reports.progress.overview import overview
from reports.progress.readings import Progress
from store.database import Database
from store.engines.in_file import FileDatabase
from store.hiding.hidden import bring_up_to_date
from store.returns import versions
from tests.serving import made, started

THEN = 88
SIZES = ((13, THEN), (50, THEN), (153, THEN), (153, len(measures())))
LAST = Quarter.parse("2026/27 Q2")
QUARTERS = LAST.last(40)
HISTORY = QUARTERS[:20]
SEED = 1
LIMITS = {"records": "0.8 s", "memory": "250 MB", "overview": "0.3 s"}


def national(count: int) -> tuple[Area, ...]:
    """Kent, its districts and further areas, `count` in all; every KPI is widened to them."""
    more = [Area(f"E99{number:06}", f"Authority {number}", "local authority", "") for number in range(count - 13)]
    known_areas._by_code().update({area.code: area for area in more})
    for name, kpi in dict(registry()).items():
        registry()[name] = replace(kpi, areas=(*kpi.areas, *more))
    return KENT, *DISTRICTS, *more


def returned(
    kind: str, quarters: list[Quarter], places: tuple[Area, ...], counted: list[str], corrected: int = 0
) -> Submission:
    """One return of these measures for every place and quarter, the same on every run; each figure at a multiple of
    `corrected` is one higher than it was."""
    chance, name = random.Random(SEED), f"{kind}-{quarters[0].file_name}.xlsx"
    figures = tuple(
        Figure(measure, area, quarter, _amount(chance, row, corrected), None, Source(name, "Figures", f"D{row}"))
        for quarter in quarters
        for row, (measure, area) in enumerate(((measure, area) for measure in counted for area in places), start=2)
    )
    quarter = quarters[0] if kind == "standard" else None
    cover = Cover(kind, quarter, (1, 2, 3, 4, 5), "Benchmark", "Lead", "Analyst", None, Status.FINAL, illustrative=True)
    content = f"{kind} {quarters[0]} {corrected}".encode()
    return Submission(cover, name, content, sha256(content).hexdigest(), figures, ())


def _amount(chance: random.Random, row: int, corrected: int) -> float:
    return float(chance.randint(20, 900)) + bool(corrected and row % corrected == 0)


def make(place: str, count: int, many: int) -> None:
    """Fill a new store with the figures of `count` areas in the first so `many` measures."""
    places, counted, acceptance = national(count), list(measures())[:many], Acceptance(person_here("benchmark"))
    with Database.open(place) as database:
        versions.accept(database, returned("history", HISTORY, places, counted), acceptance)
        for quarter in QUARTERS[20:]:
            versions.accept(database, returned("standard", [quarter], places, counted), acceptance)
        versions.accept(database, returned("standard", [LAST], places, counted, corrected=100), acceptance)
        bring_up_to_date(database, decider())


def memory() -> float:
    """The most that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def size_of(database: Database) -> int:
    """How many bytes the store takes."""
    if isinstance(database, FileDatabase):
        return database.path.stat().st_size
    with database.cursor() as cursor:
        return cursor.execute("SELECT pg_database_size(current_database())").fetchone()[0]


def _read_anew(place: str) -> None:
    """Read the records as whoever just opened the store: nothing is kept of what was read before."""
    with Database.open(place) as database:
        read(database)


def measure(place: str, count: int, _many: int) -> dict[str, float]:
    """CPU seconds and MB of reading the records and working out the overview of one area."""
    national(count)
    with Database.open(place) as database:
        gc.collect()
        held = memory()
        records = read(database)
        grown = memory() - held
        progress = Progress(records, Role.READER)
        overview(progress, KENT, LAST)
        return {
            "figures": len(records.evidence.facts),
            "file": size_of(database) / 1e6,
            "records": best(lambda: _read_anew(place), process_time),
            "memory": grown,
            "overview": best(lambda: overview(Progress(records, Role.READER), KENT, LAST), process_time),
            "again": best(lambda: overview(progress, KENT, LAST), process_time),
        }


ROWS = {
    "figures": ("figures that count", "{:,.0f}"),
    "file": ("the store", "{:.0f} MB"),
    "records": ("records read, CPU", "{:.2f} s"),
    "memory": ("and held", "{:.0f} MB"),
    "overview": ("overview of one area, CPU", "{:.2f} s"),
    "again": ("the same again", "{:.3f} s"),
}


def elsewhere(work: str, place: str, count: int, many: int) -> str:
    """What another process prints that makes or measures a store."""
    command = [sys.executable, __file__, work, place, str(count), str(many)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Print every size side by side, with what is allowed for the largest."""
    if len(sys.argv) > 2:
        work, place, *size = sys.argv[1:]
        print(json.dumps({"make": make, "measure": measure}[work](place, *map(int, size))))
        return
    found = []
    with tempfile.TemporaryDirectory() as folder, started() if "server" in sys.argv else nullcontext() as server:
        for count, many in SIZES:
            name = f"areas{count}of{many}"
            place = made(server, name) if server else str(Path(folder) / f"{name}.duckdb")
            elsewhere("make", place, count, many)
            found.append(json.loads(elsewhere("measure", place, count, many)))
    *then, now = found
    print(_row("areas", [count for count, _ in SIZES[:-1]], "allowed", SIZES[-1][0]))
    print(_row("measures", [many for _, many in SIZES[:-1]], "", SIZES[-1][1]))
    for name, (title, shape) in ROWS.items():
        print(_row(title, [shape.format(each[name]) for each in then], LIMITS.get(name, ""), shape.format(now[name])))


def _row(title: str, then: list[object], allowed: str, now: object) -> str:
    """What is allowed stands beside the size that it was set for, today's after it."""
    return f"{title:30}" + "".join(f"{each:>12}" for each in (*then, allowed, now))


if __name__ == "__main__":
    main()
