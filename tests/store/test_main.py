from store.__main__ import main
from store.database import Database
from store.facts import facts
from store.versions import accept
from tests.accepting import by
from tests.store.submissions import standard


def test_a_copy_restored_gives_the_same_figures(tmp_path, capsys):
    path, copy = tmp_path / "wsoa.duckdb", tmp_path / "copy.duckdb"
    with Database.open(path) as database:
        accept(database, standard({"plans_issued": 100}), by("analyst"))
        before = facts(database)
    assert main(["backup", "--database", str(path)]) == 0
    (folder,) = (tmp_path / "backups").iterdir()
    assert capsys.readouterr().out == f"The store is copied to {folder}.\n"
    assert main(["restore", str(folder), str(copy)]) == 0
    with Database.open(copy) as restored:
        assert facts(restored) == before


def test_what_cannot_be_done_is_a_sentence(tmp_path, capsys):
    assert main(["backup", "--database", str(tmp_path / "mistyped.duckdb")]) == 1
    assert "Nothing was created." in capsys.readouterr().err
    assert main(["restore", str(tmp_path), str(tmp_path / "new.duckdb")]) == 1
    assert "Nothing was restored." in capsys.readouterr().err
