import pytest

from store.database import Database


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as opened:
        yield opened
