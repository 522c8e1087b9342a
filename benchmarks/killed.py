"""Whether a store that is killed at any moment loses or halves a return: python -m benchmarks.killed [times [WHAT]].

A process accepts return after return and prints the number of each; it is killed (signal 9) at a random moment, and the
store is opened again. WHAT is the app with its file (`file`), the app beside a PostgreSQL server (`app`), or that server
with all of its processes (`server`), which is then started again. Counts the runs, the returns stored, those that were half
there, and those that were reported as accepted and are gone. Leaves with 1 if there was any of the last two.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
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
from store.database import Database
from store.returns import facts
from store.returns.versions import accept
from store.snapshot import snapshot

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


def killed(place: str, seconds: float, other: int | None = None) -> list[int]:
    """Let a process accept returns for so long, kill it or the `other`, and give the numbers that it had reported."""
    command = [sys.executable, "-m", "benchmarks.killed", "--accept", place]
    root = Path(__file__).parent.parent
    quiet = subprocess.DEVNULL if other else None  # it breaks off then, and says why
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=quiet, text=True) as process:
        first = process.stdout.readline()
        sleep(seconds)
        os.kill(other or process.pid, signal.SIGKILL)
        return [int(line) for line in (first, *process.stdout) if line.endswith("\n")]


def halves(database: Database, versions: tuple[Version, ...]) -> Iterator[int]:
    """The versions that are not there as they were handed in."""
    for version in versions:
        made = submission(int(version.file_name.removesuffix(".xlsx")))
        brought = [(figure.area, figure.value) for figure in facts.figures_brought(database, version.number)]
        if brought != [(figure.area, figure.value) for figure in made.figures] or version.sha256 != made.sha256:
            yield version.number
    with snapshot(database) as known:
        words = [entry for _, entry in known.entries("Actions")]
    if versions and words != list(submission(int(versions[-1].file_name.removesuffix(".xlsx"))).entries):
        yield versions[-1].number


def with_a_file(seconds: Iterable[float]) -> Iterator[tuple[str, list[int]]]:
    """Kill the app with its file, each time with another; where the store is and what was reported."""
    for each in seconds:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "wsoa.duckdb")
            yield path, killed(path, each)


def beside_a_server(seconds: Iterable[float]) -> Iterator[tuple[str, list[int]]]:
    """Kill the app; the server goes on."""
    from tests.serving import made, started  # which a process that accepts into a file, to be killed, need not wait for

    with started() as folder:
        for each in seconds:
            address = made(folder, "killed")
            yield address, killed(address, each)


def with_a_server(seconds: Iterable[float]) -> Iterator[tuple[str, list[int]]]:
    """Kill the server, and start it again."""
    from tests.serving import made, process_of, start_again, started  # as above

    with started() as folder:
        for each in seconds:
            address = made(folder, "killed")
            reported = killed(address, each, process_of(folder))
            start_again(folder, tries=50)
            yield address, reported


KILLED = {"file": with_a_file, "app": beside_a_server, "server": with_a_server}


def main(times: int, what: str) -> int:
    """Kill it so many times and print what was found."""
    chance = random.Random(times)
    stored, half, gone = 0, 0, 0
    for place, reported in KILLED[what](chance.uniform(0, LONGEST) for _ in range(times)):
        with Database.open(place) as database, snapshot(database) as known:
            numbers = {version.number for version in known.versions}
            half += len(list(halves(database, known.versions)))
        stored, gone = stored + len(numbers), gone + len(set(reported) - numbers)
    print(f"killed {times} times; {stored} returns stored; {half} half there; {gone} reported and gone")
    return int(bool(half or gone or not stored))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--accept"]:
        accept_on_and_on(sys.argv[2])
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES, sys.argv[2] if len(sys.argv) > 2 else "file"))
