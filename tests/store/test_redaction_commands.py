import io
import json
import re
import shutil

import pytest

from store.__main__ import main
from store.backups.backup import back_up
from store.database import Database
from store.returns.versions import accept
from tests.accepting import by, person
from tests.store.submissions import ENTRY, ISSUED, standard

SAID = ("--by", "me", "--reason", "asked for by the family")


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """The folder of a store that says the words, with a copy of it beside: to be copied."""
    with Database.open(tmp_path_factory.mktemp("stored") / "wsoa.duckdb") as database:
        accept(database, standard({ISSUED: 41}, entries=(ENTRY,)), by("analyst"))
        back_up(database, person())
    return database.path.parent


@pytest.fixture
def path(stored, tmp_path):
    return str(shutil.copytree(stored, tmp_path / "own") / "wsoa.duckdb")


def test_words_are_named_and_carried_out_and_the_copies_told(path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("caseworkers\n"))
    assert main(["redact", "name", "--words", *SAID, "--database", path]) == 0
    assert capsys.readouterr().out == (
        "Named as number 1: words, wherever they stand. Nothing is redacted until an administrator carries it out.\n"
    )
    assert main(["redact", "carry-out", "1", *SAID, "--database", path]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "Number 1 is carried out: words, wherever they stand. Changed: 1 text, 1 original, 0 drafts, 0 rows of the log. "
        "The store was written into a new file without the words."
    )
    assert said[1] == "Copies made before still hold it. Delete them, or have them deleted:"
    assert re.fullmatch(r"  wsoa-\d{4}-\d\d-\d\d-\d{6}-\d{6}, by \d+ \w+ \d{4}", said[2])
    assert main(["redact", "list", "--json", "--database", path]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["ruling"]["carried_out"], told["reason"]) == ("name", True, "asked for by the family")
    assert "words" not in told


MIXED = {
    ("--release", "2", "--ref", "C5"): "release 2, cell C5",
    ("--release", "1", "--sheet", "Actions", "--ref", "C5"): "release 1, sheet Actions, cell C5",
    ("--version", "1", "--sheet", "Actions"): "version 1, sheet Actions",
    ("--version", "1", "--ref", ""): "version 1",
    ("--sheet", "Actions", "--ref", "C5"): "sheet Actions, cell C5",
    ("--version", "1", "--release", "1"): "version 1, release 1",
    ("--version", "1", "--words"): "version 1, words",
}


@pytest.mark.parametrize("said", MIXED, ids=" ".join)
def test_what_does_not_go_together_names_nothing(path, capsys, monkeypatch, said):
    """Neither the whole file where a cell was meant, nor one of two."""
    monkeypatch.setattr("sys.stdin", io.StringIO("caseworkers\n"))
    assert main(["redact", "name", *said, *SAID, "--database", path]) == 1
    assert capsys.readouterr().err == (
        "What is to be redacted must be one thing: the file of a version or of a release, a cell by version, sheet and "
        f"cell, or words; got: {MIXED[said]}. Nothing was changed.\n"
    )
    assert main(["redact", "list", "--database", path]) == 0
    assert capsys.readouterr().out == "Nothing was named to be redacted.\n"


def test_a_cell_is_named_and_refused(path, capsys):
    assert main(["redact", "name", "--version", "1", "--sheet", "Actions", "--ref", "C5", *SAID, "--database", path]) == 0
    assert main(["redact", "refuse", "1", *SAID, "--database", path]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Number 1 is refused: Actions!C5 of version 1 stays as it is."
    assert main(["redact", "list", "--database", path]) == 0
    named = r"1  Actions!C5 of version 1: named by me \(.*\) on .*: asked for by the family"
    said = capsys.readouterr().out
    assert re.fullmatch(rf"{named}; refused by me \(.*\) on .*: asked for by the family\n", said)
    assert main(["redact", "carry-out", "1", *SAID, "--database", path]) == 1
    assert "Number 1 was refused already" in capsys.readouterr().err
