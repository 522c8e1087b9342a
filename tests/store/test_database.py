import subprocess
import sys
from pathlib import Path

import pytest

from store.database import Database
from store.engines.in_file import FileDatabase

LOADED = """
import sys
from store.database import Database
with Database.open(sys.argv[1]):
    print(sorted(name for name in sys.modules if name.partition(".")[0] in ("psycopg", "psycopg_pool")))
"""


def test_a_file_is_kept_by_its_engine_and_the_driver_of_the_other_is_not_loaded(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", LOADED, str(tmp_path / "wsoa.duckdb")],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    assert (told.stdout, told.stderr) == ("[]\n", "")


@pytest.mark.about_files
def test_each_place_is_opened_by_the_engine_of_its_kind(database):
    assert type(database) is FileDatabase
    assert set(Database.opened_by) == {"file", "postgresql", "postgres"}


@pytest.mark.postgres
def test_an_address_is_opened_by_the_other_engine(server_database):
    assert type(server_database).__name__ == "ServerDatabase"
