from store.__main__ import main
from store.backups.manifest import hash_of
from store.database import Database
from store.returns.facts import facts
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import standard


def test_a_copy_restored_gives_the_same_figures(tmp_path, capsys):
    path, copy = tmp_path / "wsoa.duckdb", tmp_path / "copy.duckdb"
    with Database.open(path) as database:
        accept(database, standard({"plans_issued": 100}), by("analyst"))
        before = facts(database)
    assert main(["backup", "--database", str(path)]) == 0
    (folder,) = (tmp_path / "backups").iterdir()
    said = hash_of(folder)
    assert capsys.readouterr().out == (
        f"The store is copied to {folder}.\n"
        f"The hash of its manifest is {said}. Keep it apart from the copy: restore may ask for it.\n"
    )
    assert main(["restore", str(folder), str(copy)]) == 1
    assert capsys.readouterr().err == (
        f"To restore the backup {folder}, somebody must vouch for its manifest: give the hash that backup printed, "
        "--manifest HASH, or set the key it was sealed with in WSOA_BACKUP_KEY, got: a backup without a seal and no key. "
        "Nothing was restored.\n"
    )
    assert not copy.exists()
    assert main(["restore", str(folder), str(copy), "--manifest", said]) == 0
    with Database.open(copy) as restored:
        assert facts(restored) == before


def test_what_cannot_be_done_is_a_sentence(tmp_path, capsys):
    assert main(["backup", "--database", str(tmp_path / "mistyped.duckdb")]) == 1
    assert "Nothing was created." in capsys.readouterr().err
    assert main(["restore", str(tmp_path), str(tmp_path / "new.duckdb")]) == 1
    assert "Nothing was restored." in capsys.readouterr().err
