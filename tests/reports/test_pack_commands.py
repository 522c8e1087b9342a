import json

import pytest

from reports.__main__ import main
from store.database import Database

QUARTER = "2024/25 Q3"


@pytest.fixture
def database(demonstration_copy, tmp_path):
    path = demonstration_copy(tmp_path)
    with Database.open(path):  # it stays open from one command to the next
        yield path


def pack(database, folder, *more):
    asked = ["pack", "--quarter", QUARTER, "--database", database, "--output", folder, "--formats", "csv", *more]
    return main([str(each) for each in asked])


def test_the_manifest_is_printed_and_the_same_command_writes_the_same_bytes(database, tmp_path, capsys):
    assert pack(database, tmp_path / "a", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["id", "quarter", "as_at", "role", "change", "program", "definitions", "files", "state"]
    assert (told["quarter"], told["role"], told["state"]) == (QUARTER, "reader", "published")
    assert pack(database, tmp_path / "b") == 0
    names = sorted(each.name for each in (tmp_path / "a").iterdir())
    assert capsys.readouterr().out.splitlines()[-1].endswith("board-pack-2024-25-Q3-manifest.json")
    assert names == sorted(each.name for each in (tmp_path / "b").iterdir())
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names)


def test_an_analyst_s_pack_is_logged_and_says_that_it_may_point_to_a_child(database, tmp_path, capsys):
    assert pack(database, tmp_path / "a", "--role", "analyst", "--as-at", "2025-02-04", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["role"], told["as_at"]) == ("analyst", "2025-02-04T23:59:59.999999+00:00")
    assert "may-point-to-a-child" in told["id"]
    with Database.open(database) as opened, opened.reading() as cursor:
        logged = cursor.execute("SELECT deed, what FROM log ORDER BY number").fetchall()
    assert logged[-2:] == [("looked at hidden figures", f"pack of {QUARTER}"), ("took away", f"pack {told['id']}")]


def test_what_cannot_be_packed_is_a_sentence(database, tmp_path, capsys):
    asked = ["pack", "--quarter", "2030/31 Q1", "--database", str(database), "--output", str(tmp_path / "a")]
    assert main(asked) == 1
    assert "A pack must be of a quarter for which a return stands, got: 2030/31 Q1" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()
    with Database.open(tmp_path / "empty.duckdb"):
        pass
    assert pack(tmp_path / "empty.duckdb", tmp_path / "a") == 1
    assert "A pack must be of a quarter" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--formats", "csv,docx"), "The formats of a pack must be among "),
        (("--role", "chair"), "invalid choice"),
    ],
)
def test_wrong_use_leaves_with_64(more, words, tmp_path, capsys):
    with pytest.raises(SystemExit) as left:
        pack(tmp_path / "none.duckdb", tmp_path / "a", *more)
    assert left.value.code == 64
    assert words in capsys.readouterr().err
