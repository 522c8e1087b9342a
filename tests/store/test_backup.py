import pytest

from store import backup, facts, versions
from store.database import Database
from store.errors import StoreError
from tests.accepting import by, person
from tests.store.submissions import ENTRY, ISSUED, TICKED, standard


def test_a_backup_restores_everything_and_can_be_built_upon(database, tmp_path):
    made = standard({ISSUED: 41}, entries=(ENTRY,), answered=(TICKED,))
    versions.accept(database, made, by("analyst"))
    folder = backup.back_up(database, person())
    assert folder.parent == tmp_path / "backups"
    with backup.restore(folder, tmp_path / "restored.duckdb", person()) as restored:
        assert facts.facts(restored) == facts.facts(database)
        assert versions.versions(restored) == versions.versions(database)
        assert versions.original_file(restored, 1, person()) == made.content
        assert versions.answered(restored, 1, person()) == [TICKED]
        assert versions.accept(restored, standard({ISSUED: 44}), by("analyst")).number == 2


def test_a_backup_is_of_parquet_files_that_any_tool_reads(database):
    names = {path.name for path in backup.back_up(database, person()).iterdir()}
    assert {"figures.parquet", "versions.parquet", "published.parquet", "schema.sql"} <= names


def test_each_backup_has_its_own_folder(database):
    assert backup.back_up(database, person()) != backup.back_up(database, person())


def test_a_folder_name_with_a_quote_is_a_name_like_any_other(tmp_path):
    with Database.open(tmp_path / "the board's copy" / "kent.duckdb") as database:
        folder = backup.back_up(database, person())
    with backup.restore(folder, tmp_path / "again.duckdb", person()) as restored:
        assert versions.versions(restored) == []


def test_an_existing_file_is_never_written_over(database, tmp_path):
    folder = backup.back_up(database, person())
    with pytest.raises(StoreError, match=r"is restored to a new file, got: .*, which exists"):
        backup.restore(folder, database.path, person())


def test_a_backup_that_is_not_whole_leaves_no_file(database, tmp_path):
    folder = backup.back_up(database, person())
    (folder / "figures.parquet").unlink()
    with pytest.raises(StoreError, match="must be whole, got: "):
        backup.restore(folder, tmp_path / "restored.duckdb", person())
    assert not (tmp_path / "restored.duckdb").exists()


def test_a_place_that_cannot_be_written_to_is_a_sentence(database):
    database.backups.write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="must exist and be writable, got: "):
        backup.back_up(database, person())
