"""What a database of an earlier edition held is what it holds after it was opened by the store of today."""

import gzip
import json
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.database import Database
from store.engines import migrate
from tests.store.editions import make

MADE = sorted(int(path.name.partition(".")[0]) for path in make.HERE.glob("*.duckdb.gz"))
TODAY = max(make.EDITIONS)


def opened(edition: int, folder) -> Database:
    path = folder / "kent.duckdb"
    path.write_bytes(gzip.decompress((make.HERE / f"{edition:04}.duckdb.gz").read_bytes()))
    return Database.open(path)


def plain(told: dict) -> dict:
    """As it reads once it was written to a file."""
    return json.loads(json.dumps(told))


def test_every_edition_since_the_second_is_kept():
    assert list(range(2, len(migrate.steps()) + 1)) == MADE


@pytest.mark.parametrize("edition", MADE)
def test_nothing_that_an_earlier_edition_held_has_changed_at_any_moment_and_it_can_be_built_upon(edition, tmp_path):
    then = json.loads((make.HERE / f"{edition:04}.json").read_text(encoding="utf-8"))
    assert [len(moment["versions"]) for moment in then["moments"].values()] == [0, 1, 2, 2, 3, 4, 5, 5, 5]
    store = make.EDITIONS[TODAY]()
    with opened(edition, tmp_path) as database:
        assert plain(make.said(store, database)) == then
        change = store.change(database)
        store.withdraw(database, 4, "Head of SEND", "sent by mistake", datetime.now(UTC))
        assert store.change(database) == change + 1
        after = plain(make.moments_said(store, database))
        assert {**after, "None": 0} == {**then["moments"], "None": 0}
        assert after["None"]["standing"] == {
            "1": "1 | 2 | 3 | 4 | 5",
            "2": "3",
            "3": "",
            "4": "",
            "5": "",
            "6": "",
        }


KILLED = """
import os, signal, sys
from store import moments
from store.database import Database

moments.now = lambda: os.kill(os.getpid(), signal.SIGKILL)  # asked for once a step is done and before it is recorded
Database.open(sys.argv[1])
"""


@pytest.mark.killed
@pytest.mark.parametrize("edition", [MADE[0], MADE[len(MADE) // 2], MADE[-2]])
def test_killed_in_the_middle_of_a_migration_the_database_is_as_it_was_and_is_migrated_the_next_time(edition, tmp_path):
    path = tmp_path / "kent.duckdb"
    path.write_bytes(gzip.decompress((make.HERE / f"{edition:04}.duckdb.gz").read_bytes()))
    root = Path(__file__).parents[3]
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=root, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    with Database.open(path) as database:
        then = json.loads((make.HERE / f"{edition:04}.json").read_text(encoding="utf-8"))
        assert plain(make.said(make.EDITIONS[TODAY](), database)) == then
