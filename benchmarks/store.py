"""How long the store takes to accept and to read many figures: python benchmarks/store.py, from the project's folder."""

import random
import sys
import tempfile
from hashlib import sha256
from itertools import islice, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.timing import RUNS, best
from programme.access import person_here
from programme.areas import PROGRAMME_AREAS
from programme.figure import Figure, Source
from programme.measures import measures
from programme.quarter import Quarter
from programme.submission import Acceptance, Cover, Submission
from programme.symbols import Status
from store.database import Database
from store.returns import facts, versions
from store.snapshot import snapshot

QUARTERS = Quarter.parse("2018/19 Q4").to(Quarter.parse("2024/25 Q3"))
FIGURES = 25_000
SEED = 1
COMPARED = 1_000


def random_history(count: int) -> Submission:
    """A history workbook of `count` figures, the same on every run."""
    chance, content = random.Random(SEED), b"benchmark"
    figures = tuple(
        Figure(measure, area, quarter, float(chance.randint(0, 999)), None, Source("benchmark.xlsx", "History", "C2"))
        for measure, area, quarter in islice(product(measures(), PROGRAMME_AREAS, QUARTERS), count)
    )
    cover = Cover("history", None, (1, 2, 3, 4, 5), "Benchmark", "Lead", "Analyst", None, Status.FINAL, illustrative=True)
    return Submission(cover, "benchmark.xlsx", content, sha256(content).hexdigest(), figures, ())


def row_by_row(database: Database, count: int) -> None:
    """The obvious way to store figures, for comparison; taken back at the end."""
    with database.cursor() as cursor:
        rows = cursor.execute("SELECT * FROM figures LIMIT ?", [count]).fetchall()
        one = f"INSERT INTO figures VALUES (99, {', '.join('?' * (len(rows[0]) - 1))})"
        cursor.begin()
        for row in rows:
            cursor.execute(one, row[1:])
        cursor.rollback()


def all_restatements(database: Database) -> object:
    """Every change to a figure, read as the pages read it."""
    with snapshot(database) as known:
        return known.restatements


def main() -> None:
    """Print seconds, file size, and how many times slower the obvious way is."""
    history = random_history(FIGURES)
    with tempfile.TemporaryDirectory() as folder, Database.open(Path(folder) / "benchmark.duckdb") as database:
        accepting = best(lambda: versions.accept(database, history, Acceptance(person_here("benchmark"))))
        reading = best(lambda: facts.facts(database))
        restated = best(lambda: all_restatements(database))
        slow = best(lambda: row_by_row(database, COMPARED)) / COMPARED / (accepting / FIGURES)
        path = database.path
        database.close()
        size = path.stat().st_size / RUNS / 1e6
    print(f"{len(history.figures):,} figures, best of {RUNS} runs")
    print(f"accepted in {accepting:.2f} s, {slow:.0f} times faster a figure than row by row; {size:.1f} MB each time")
    print(f"read as facts in {reading:.2f} s; all restatements in {restated:.2f} s")


if __name__ == "__main__":
    main()
