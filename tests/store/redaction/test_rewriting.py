from pathlib import Path

import duckdb
import pytest

from store.database import Database
from store.errors import StoreError
from store.redaction import rewriting
from store.redaction.redaction_plan import RedactionPlan
from store.returns.versions import accept, versions
from store.snapshot import snapshot
from tests.accepting import by
from tests.store.submissions import ENTRY, ISSUED, standard

pytestmark = pytest.mark.about_files


def nothing(*_):
    return RedactionPlan()


@pytest.fixture
def filled(database):
    accept(database, standard({ISSUED: 41}, entries=(ENTRY,)), by("analyst"))
    return database


def test_the_store_written_anew_is_the_same(filled):
    before = versions(filled)
    rewriting.rewrite(filled, nothing, nothing)
    assert versions(filled) == before
    assert {path.name for path in filled.path.parent.iterdir()} <= {"wsoa.duckdb", "wsoa.duckdb.wal", "backups"}
    with Database.open(filled.path) as again:
        assert versions(again) == before


def test_what_was_read_before_of_its_figures_is_read_anew(filled):
    with snapshot(filled) as known:
        before = known.facts, known.restatements
    rewriting.rewrite(filled, nothing, nothing)
    with snapshot(filled) as known:
        assert (known.facts, known.restatements) == before
        assert known.facts is not before[0]


def test_what_fails_leaves_the_store_as_it_was(filled, monkeypatch):
    before, content = versions(filled), filled.path.read_bytes()

    def failing(*_):
        raise StoreError("there is no room")

    with pytest.raises(StoreError, match="no room"):
        rewriting.rewrite(filled, nothing, failing)
    with monkeypatch.context() as patched:
        patched.setattr(rewriting, "_refuse_other_rows", lambda *_: other())
        with pytest.raises(StoreError, match=r"^The store that was written anew must hold .* got: another log"):
            rewriting.rewrite(filled, nothing, nothing)
    assert versions(filled) == before
    assert filled.path.read_bytes() == content
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(StoreError, match=r"^There must be room on the disk"):
            rewriting.rewrite(filled, nothing, nothing)
    with filled.cursor() as cursor, pytest.raises(duckdb.PermissionException, match="operations are disabled"):
        cursor.execute(f"SELECT * FROM read_text('{__file__}')")
    assert (versions(filled), filled.exchanged) == (before, 0)
    assert [path.name for path in filled.path.parent.iterdir() if path.name.startswith(".")] == []


def test_what_somebody_added_to_its_tables_is_named_and_not_dropped(filled):
    before = versions(filled)
    with filled.cursor() as cursor:
        cursor.execute("CREATE TABLE mine AS SELECT 1 AS seen")
        cursor.execute("ALTER TABLE wording_cells ADD COLUMN seen INTEGER")
    with pytest.raises(
        StoreError, match=r"^A store .* no tables and columns but its own, got also: mine, wording_cells\.seen\. Copy"
    ):
        rewriting.rewrite(filled, nothing, nothing)
    assert (versions(filled), filled.exchanged) == (before, 0)
    with filled.cursor() as cursor:
        assert cursor.execute("SELECT seen FROM mine").fetchall() == [(1,)]
    assert [path.name for path in filled.path.parent.iterdir() if path.name.startswith(".")] == []


def full(*_):
    raise OSError(28, "No space left on device")


def other():
    raise StoreError(rewriting.DIFFERS.format(table="log"))


def test_what_a_killed_process_left_is_cleared(filled):
    for folder in (filled.path.parent, filled.backups):
        (folder / ".rewriting-1").mkdir(parents=True)
    rewriting.clear_what_was_left(filled)
    assert list(filled.path.parent.glob("**/.rewriting*")) == []
