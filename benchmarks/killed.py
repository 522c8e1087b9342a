"""Whether a store that is killed at any moment loses or halves a return: python -m benchmarks.killed [times].

A process accepts return after return and prints the number of each; it is killed (signal 9) at a random moment, and the
file is opened again. Counts the runs, the returns stored, those that were half there, and those that were reported as
accepted and are gone. Leaves with 1 if there was any of the last two.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path
from time import sleep

from programme.access import person_here
from programme.areas import DISTRICTS
from programme.figure import Figure, Source
from programme.quarter import Quarter
from programme.submission import Acceptance, Cover, Entry, Submission, Version
from programme.symbols import Status
from store import facts
from store.database import Database
from store.snapshot import snapshot
from store.versions import accept

TIMES = 50
LONGEST = 0.5  # seconds from the first return accepted until the end
QUARTER = Quarter.parse("2024/25 Q3")
ROWS = 40


def submission(number: int) -> Submission:
    """The `number`-th return: as many figures as there are districts, each of its number, and as many words."""
    content = f"return {number}".encode()
    figures = tuple(
        Figure("plans_issued", area, QUARTER, float(number), None, Source("", "Figures", f"D{row}"))
        for row, area in enumerate(DISTRICTS, start=4)
    )
    entries = tuple(Entry("Actions", row, "Action", f"C{row}", f"word {number}") for row in range(5, 5 + ROWS))
    cover = Cover("standard", QUARTER, (3,), "Kent County Council", "Lead", "Analyst", None, Status.FINAL)
    return Submission(cover, f"{number}.xlsx", content, sha256(content).hexdigest(), figures, entries)


def accept_on_and_on(path: str) -> None:
    """What the process does that is killed."""
    with Database.open(path) as database:
        for number in count(1):
            print(accept(database, submission(number), Acceptance(person_here("benchmark"))).number, flush=True)


def killed(path: Path, seconds: float) -> list[int]:
    """Let a process accept returns for so long, kill it, and give the numbers that it had reported."""
    command = [sys.executable, "-m", "benchmarks.killed", "--accept", str(path)]
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        first = process.stdout.readline()
        sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        return [int(line) for line in (first, *process.stdout) if line.endswith("\n")]


def halves(database: Database, versions: tuple[Version, ...]) -> Iterator[int]:
    """The versions that are not there as they were handed in."""
    for version in versions:
        made = submission(version.number)
        brought = [(figure.area, figure.value) for figure in facts.figures_brought(database, version.number)]
        if brought != [(figure.area, figure.value) for figure in made.figures] or version.sha256 != made.sha256:
            yield version.number
    with snapshot(database) as known:
        words = [entry for _, entry in known.entries("Actions")]
    if versions and words != list(submission(versions[-1].number).entries):
        yield versions[-1].number


def main(times: int) -> int:
    """Kill it so many times and print what was found."""
    chance = random.Random(times)
    stored, half, gone = 0, 0, 0
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "wsoa.duckdb"
            reported = killed(path, chance.uniform(0, LONGEST))
            with Database.open(path) as database, snapshot(database) as known:
                numbers = {version.number for version in known.versions}
                half += len(list(halves(database, known.versions)))
            stored, gone = stored + len(numbers), gone + len(set(reported) - numbers)
    print(f"killed {times} times; {stored} returns stored; {half} half there; {gone} reported and gone")
    return int(bool(half or gone or not stored))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--accept"]:
        accept_on_and_on(sys.argv[2])
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES))
