"""The words written on screen, from the command line: listed, written and taken back."""

import json

import pytest

from loaders.__main__ import main
from store.database import Database
from store.returns.wordings import wordings_of
from tests.store.wordings import KPI, comes

WRITE = ["write-words", "commentary", "--quarter", "2024/25 Q3", "--by", "A. Lead"]
ROW = ["--cell", f"kpi={KPI}", "--cell", "why=Two caseworkers left = fewer plans"]


@pytest.fixture
def path(database):
    """Of a store that stays open beside the commands: no command begins the engine anew."""
    comes(database, 0)
    return database.path


@pytest.fixture
def run(path, capsys):
    def ran(*arguments):
        code = main([*map(str, arguments), "--database", str(path), *today(arguments)])
        told = capsys.readouterr()
        return code, (told.out or told.err).strip()

    return ran


def today(arguments):
    """The day, for whatever stores something: nothing was stored in this store for long."""
    from datetime import datetime

    from programme.moment import LONDON

    return [] if arguments[0] == "words" else ["--today", f"{datetime.now(LONDON):%Y-%m-%d}"]


def test_a_row_is_written_listed_and_taken_back(run):
    assert run("words") == (0, "Nothing was written on screen.")
    assert run(*WRITE, *ROW) == (0, "Written as number 1. It counts until something later is written or accepted.")
    code, told = run("words")
    assert code == 0 and told.startswith(f"1  Commentary, 2024/25 Q3: KPI: {KPI}; Why: Two caseworkers left = fewer pla")
    assert run("withdraw-words", 1, "--by", "A. Lead", "--reason", "a slip") == (
        0,
        "The words number 1 were withdrawn. Nothing was deleted.",
    )
    (listed,) = json.loads(run("words", "--json")[1])
    assert (listed["number"], listed["sheet"], listed["quarter"], listed["by"]) == (1, "Commentary", "2024/25 Q3", "A. Lead")
    assert listed["cells"] == {"KPI": KPI, "Why": "Two caseworkers left = fewer plans"}
    assert (listed["withdrawn"]["by"], listed["withdrawn"]["reason"]) == ("A. Lead", "a slip")
    assert run("words")[1].endswith(": a slip")


def test_words_that_end_with_a_full_stop_end_with_one(run):
    run(*WRITE, "--cell", f"KPI={KPI}", "--cell", "why=Two caseworkers left.")
    assert "Why: Two caseworkers left. Written by A. Lead" in run("words")[1]


def test_what_a_rule_says_is_said_and_answered(run, path):
    asked = [*WRITE, "--cell", f"KPI={KPI}", "--cell", "Management action=Hire two", "--cell", "Action owner role=tbc"]
    code, told = run(*asked)
    assert (code, told.splitlines()[-1]) == (1, "It was not stored: 2 queries need a reason. What you typed is not lost.")
    assert "Action owner role must say something or stay blank, because this counts as blank, got: tbc" in told
    assert run(*asked, "--answer", "the post is advertised")[0] == 0
    with Database.open(path) as opened:
        assert len(wordings_of(opened)) == 1


def test_a_heading_and_a_sheet_must_be_there(run):
    code, told = run(*WRITE, "--cell", f"KPI={KPI}", "--cell", "Mood=low")
    assert code == 1
    assert told.endswith("Rating judgement or Judgement reason), got: Mood. Nothing was stored.")
    with pytest.raises(SystemExit, match="64"):
        run("write-words", "Actions", "--quarter", "2024/25 Q3", "--by", "A. Lead", *ROW)
    with pytest.raises(SystemExit, match="64"):
        run(*WRITE, "--cell", "late")
