import json
import re

import pytest

from access.__main__ import main


@pytest.fixture
def run(database, monkeypatch, capsys):
    """Runs a command on an empty store and gives its exit code, what it said and what it complained of."""
    monkeypatch.setenv("WSOA_DATABASE", str(database.path))  # open already: it takes this process no time to open again

    def command(*arguments):
        code = main(list(arguments))
        told = capsys.readouterr()
        return code, told.out.splitlines(), told.err

    return command


def test_a_token_is_made_told_once_listed_and_revoked(run):
    run("add", "Ann", "--role", "lead")
    code, lines, _ = run("token", "make", "--name", "Power BI", "--role", "reader", "--days", "30", "--for", "ann")
    assert code == 0
    assert re.fullmatch(r"Made token 1 \(Power BI\), which sees as the reader until \d+ \w+ \d{4}, of local:1\.", lines[0])
    assert lines[1] == "It begins with wsoa_ and is told here and never again:"
    assert re.fullmatch(r"wsoa_[\w-]{43}", lines[2]) and len(lines) == 3
    ((listed,), asked) = run("token", "list")[1], json.loads("\n".join(run("token", "list", "--json")[1]))
    assert re.fullmatch(r"1  Power BI  reader  local:1  until \d+ \w+ \d{4}", listed)
    assert [(each["number"], each["account"], each["role"], each["ended"]) for each in asked] == [
        (1, "local:1", "reader", None)
    ]
    assert lines[2] not in f"{listed}{asked}"
    assert run("token", "revoke", "1")[:2] == (0, ["Token 1 (Power BI) is revoked and opens nothing any more."])
    assert run("token", "list")[1] == ["1  Power BI  reader  local:1  it was revoked"]


def test_while_nobody_signs_in_it_is_this_machines(run):
    code, lines, _ = run("token", "make", "--name", "Excel", "--role", "analyst")
    assert code == 0 and lines[0].startswith("Made token 1 (Excel), which sees as the analyst until ")
    run("add", "Ann", "--role", "lead")
    assert run("token", "list")[1][0].endswith("  it is of the time when nobody was asked to sign in")
    code, lines, refused = run("token", "make", "--name", "Excel", "--role", "reader")
    assert (code, lines) == (1, []) and refused.startswith("A token must belong to somebody who may sign in, got: nobody.")


def test_what_cannot_be_is_a_sentence(run):
    run("add", "Ann", "--role", "lead")
    code, _, refused = run("token", "make", "--name", "Model", "--role", "analyst", "--for", "Ann")
    assert code == 1 and "got: one for the analyst, and lead." in refused
    assert run("token", "make", "--name", "", "--role", "reader", "--for", "Ann")[0] == 1
    assert run("token", "revoke", "7")[0] == 1
    assert run("token", "list")[1] == ["There is no token."]


@pytest.mark.parametrize("wrong", [["make", "--role", "reader"], ["make", "--name", "A", "--role", "boss"], ["revoke"], []])
def test_wrong_use_of_tokens_is_64(run, wrong):
    with pytest.raises(SystemExit) as left:
        run("token", *wrong)
    assert left.value.code == 64
