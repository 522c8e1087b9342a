import pytest

from loaders.reading import reader, text_child
from store.database import Database
from tests.sleeping import read_sheets


@pytest.fixture
def read_in_this_process(monkeypatch):
    """Files are read by the children's own code without a child, which takes longer to start than to read.

    For tests of what commands do; that children are started, and what becomes of them, is tested in `reading/`.
    """
    here = {reader.CHILD: read_sheets, reader.TEXT_CHILD: text_child.read_table}
    monkeypatch.setattr(reader, "_ask_child", lambda content, script: here[script](content))


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as opened:
        yield opened
