import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.killed import halves, submission
from store.database import Database
from store.returns.versions import accept
from store.snapshot import snapshot
from tests.accepting import by

ROOT = Path(__file__).parents[2]


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as opened:
        yield opened


def found(database) -> list[int]:
    with snapshot(database) as known:
        return list(halves(database, known.versions))


def test_a_whole_return_is_no_half_one(database):
    accept(database, submission(1), by())
    accept(database, submission(2), by())
    assert found(database) == []


@pytest.mark.parametrize("lost", [{"figures": submission(1).figures[1:]}, {"entries": submission(1).entries[1:]}])
def test_a_return_without_one_of_its_figures_or_words_is_half_there(database, lost):
    accept(database, replace(submission(1), **lost), by())
    assert found(database) == [1]


@pytest.mark.killed
def test_killed_three_times_nothing_is_lost_or_half_there():
    command = [sys.executable, "-m", "benchmarks.killed", "3"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert re.fullmatch(r"killed 3 times; [1-9]\d* returns stored; 0 half there; 0 reported and gone\n", said.stdout), said
    assert said.returncode == 0
