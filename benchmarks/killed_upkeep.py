"""Whether upkeep that is killed leaves one state or the other: python -m benchmarks.killed_upkeep [times] [deed].

A process backs up, restores, redacts or brings a database up to date, again and again from the same beginning, and is killed
(signal 9) at a random moment of that. What is left is opened: it must be the state before or the state after, whole, and
nothing that was begun may stand in its way. Leaves with 1 if it ever is anything else.
"""

import gzip
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb

from benchmarks.killed import submission
from programme.access import person_here
from programme.redaction import RedactedKind, RedactedPlace
from programme.submission import Acceptance
from store.backups.backup import back_up, restore
from store.backups.manifest import hash_of
from store.database import Database
from store.engines.migrate import steps
from store.log_check import checked_log
from store.redaction.redacting import carry_out
from store.redaction.rewriting import clear_what_was_left
from store.redactions import name_redaction, redactions
from store.returns.versions import accept, original_file, versions

TIMES = 50
WORD = "zebrafinch"
RETURNS = 8
EARLIER = Path(__file__).parent.parent / "tests" / "store" / "editions" / "0005.duckdb.gz"
ME = person_here("benchmark")
BECAUSE = Acceptance(ME, "asked for by the family")


def prepared(folder: Path, deed: str) -> Path:
    """The database from which a deed begins, in a folder of its own."""
    path = folder / "wsoa.duckdb"
    if deed == "migration":
        path.write_bytes(gzip.decompress(EARLIER.read_bytes()))
        return path
    with Database.open(path) as database:
        for number in range(1, RETURNS + 1):
            accept(database, submission(number), Acceptance(ME, f"the word is {WORD}" if number == 1 else ""))
        if deed == "redaction":
            name_redaction(database, RedactedPlace(RedactedKind.NAME, words=WORD), BECAUSE)
        if deed == "restore":
            back_up(database, ME)
    return path


def do(deed: str, path: Path) -> None:
    """What the process does that is killed."""
    if deed == "backup":
        with Database.open(path) as database:
            back_up(database, ME)
    elif deed == "restore":
        (folder,) = (path.parent / "backups").iterdir()
        restore(folder, path.with_name("restored.duckdb"), ME, hash_of(folder)).close()
    elif deed == "redaction":
        with Database.open(path) as database:
            carry_out(database, 1, BECAUSE)
    else:
        Database.open(path).close()


def left_by_backup(path: Path) -> str:
    """No folder that has a name, or one that restores; the next one is made whatever was left."""
    with Database.open(path) as database:
        made = list(database.backups.glob("wsoa-*")) if database.backups.is_dir() else []
        for folder in made:
            with restore(folder, path.with_name(f"{folder.name}.duckdb"), ME, hash_of(folder)) as restored:
                if versions(restored) != versions(database):
                    return "another"
        back_up(database, ME)
        return "another" if [*database.backups.glob(".making-*")] else "after" if made else "before"


def left_by_restore(path: Path) -> str:
    """No file of that name, or a whole one."""
    made = path.with_name("restored.duckdb")
    if not made.exists():
        do("restore", path)
        return "before"
    with Database.open(path) as database, Database.open(made) as restored:
        return "after" if versions(restored) == versions(database) and checked_log(restored, ME).sound else "another"


def left_by_redaction(path: Path) -> str:
    """The word is there and waits to be redacted, or it is nowhere and that is on record; the log is whole in both."""
    with Database.open(path) as database:
        clear_what_was_left(database)
        (one,) = redactions(database)
        said, sound = versions(database)[0].reason, checked_log(database, ME).sound
        whole = [original_file(database, number, ME) for number in range(1, RETURNS + 1)]
        figures = [number for number, content in enumerate(whole, 1) if content != submission(number).content]
    if not sound or figures or [*path.parent.glob(".rewriting*")]:
        return "another"
    if one.ruling is None:
        return "before" if WORD in said else "another"
    held = WORD.encode() in path.read_bytes()
    return "after" if one.ruling.carried_out and WORD not in said and not held else "another"


def left_by_migration(path: Path) -> str:
    """It is of one edition or the other, and opening it brings it up to date."""
    with duckdb.connect(str(path), read_only=not path.with_name(f"{path.name}.wal").exists()) as found:
        (edition,) = found.execute("SELECT max(number) FROM migrations").fetchone()
    with Database.open(path) as database:
        sound = len(versions(database)) == 5
        with database.cursor() as cursor:
            done = cursor.execute("SELECT count(*) FROM migrations").fetchone()[0] == len(steps())
    return ("after" if edition == len(steps()) else "before") if sound and done else "another"


LEFT: Mapping[str, Callable[[Path], str]] = {
    "backup": left_by_backup,
    "restore": left_by_restore,
    "redaction": left_by_redaction,
    "migration": left_by_migration,
}


def killed_at(deed: str, path: Path, seconds: float | None) -> float:
    """Begin a deed in a process of its own and kill it after so long (None: not at all). How long it took until then."""
    command = [sys.executable, "-m", "benchmarks.killed_upkeep", "--do", deed, str(path)]
    with subprocess.Popen(command, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, text=True) as process:
        process.stdout.readline()  # everything is imported: now it begins
        begun = time.monotonic()
        if seconds is None:
            process.wait()
        else:
            time.sleep(seconds)
            os.kill(process.pid, signal.SIGKILL)
    return time.monotonic() - begun


def found_after(deed: str, times: int, chance: random.Random) -> Counter:
    """How often which state was left."""
    found: Counter = Counter()
    with tempfile.TemporaryDirectory() as beginning:
        prepared(Path(beginning), deed)
        longest = 0.0
        for number in range(times + 1):
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(beginning, folder, dirs_exist_ok=True)
                path = Path(folder) / "wsoa.duckdb"
                if number == 0:
                    longest = killed_at(deed, path, None)
                    continue
                killed_at(deed, path, chance.uniform(0, longest * 1.05))
                found[LEFT[deed](path)] += 1
    return found


def main(times: int, deeds: list[str]) -> int:
    """Kill each deed so many times and print what was found."""
    wrong = 0
    for deed in deeds:
        found = found_after(deed, times, random.Random(times))
        told = f"{found['before']} before, {found['after']} after, {found['another']} another"
        print(f"{deed}: killed {times} times; {told}", flush=True)
        wrong += found["another"]
    return int(bool(wrong))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--do"]:
        print("ready", flush=True)
        do(sys.argv[2], Path(sys.argv[3]))
    else:
        asked = sys.argv[2:] or list(LEFT)
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES, asked))
