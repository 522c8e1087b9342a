import json
import re

import pytest

from access.__main__ import main
from programme.access import Deed
from tests.access.test_issuer import KEYCLOAK


def test_the_table_has_a_line_for_every_deed(capsys):
    assert main(["deeds"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(Deed) + 2
    assert lines[0] == f"{'see hidden':27}  analyst"
    assert f"{'revoke token':27}  reader, analyst, lead, chair, administrator" in lines
    assert lines[-1] == (
        "A person may hold several roles. Approve and publish need a second person, who wrote none of the words."
    )


def test_as_json_it_is_one_object(capsys):
    main(["deeds", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert list(told) == list(map(str, Deed))
    assert told["approve"] == ["chair"]


@pytest.fixture
def run_where_there_is_none(tmp_path, monkeypatch, capsys):
    """Runs a command where there is no store and gives its exit code, what it said and what it complained of."""
    monkeypatch.setenv("WSOA_DATABASE", str(tmp_path / "store.duckdb"))
    monkeypatch.delenv("WSOA_ADDRESS", raising=False)

    def command(*arguments):
        code = main(list(arguments))
        told = capsys.readouterr()
        return code, told.out.splitlines(), told.err

    return command


@pytest.fixture
def run(run_where_there_is_none, database, monkeypatch):
    """The same on an empty store, which is open already and takes this process no time to open again."""
    monkeypatch.setenv("WSOA_DATABASE", str(database.path))
    return run_where_there_is_none


def test_adding_makes_the_store_and_prints_a_link_and_no_password(run_where_there_is_none, monkeypatch):
    run = run_where_there_is_none
    code, lines, _ = run("add", "Ann Field", "--role", "lead", "--role", "chair")
    assert code == 0
    assert lines[0] == "Ann Field may sign in as chair and lead, once they have set a password."
    assert lines[1].startswith("Give them this link, by which they do so. It can be used once, until ")
    assert re.fullmatch(r"http://localhost:8501/first-password#[\w-]{43}", lines[2])
    monkeypatch.setenv("WSOA_ADDRESS", "https://monitor.example/")
    _, lines, _ = run("reset", "ann field")
    assert lines[2].startswith("https://monitor.example/first-password#")


def test_the_list_says_who_may_sign_in_and_as_what(run):
    run("add", "Ann", "--role", "lead")
    run("add", "Bo Lind", "--role", "reader", "--role", "chair")
    assert run("list")[1] == [
        "Ann      local:1  lead  (no password yet)",
        "Bo Lind  local:2  chair, reader  (no password yet)",
    ]
    told = json.loads("\n".join(run("list", "--json")[1]))
    assert [(each["number"], each["name"], each["account"], each["roles"], each["password"]) for each in told] == [
        (1, "Ann", "local:1", ["lead"], False),
        (2, "Bo Lind", "local:2", ["chair", "reader"], False),
    ]
    assert "hash" not in str(told)


def test_roles_are_changed_and_people_removed(run):
    run("add", "Ann", "--role", "lead")
    assert run("roles", "Ann", "--role", "chair", "--role", "analyst")[1] == ["Ann is analyst and chair from now on."]
    assert run("list")[1] == ["Ann  local:1  analyst, chair  (no password yet)"]
    assert run("remove", "Ann")[1] == ["Ann is removed and may not sign in any more. What they did stays."]
    assert run("list")[1] == ["Nobody may sign in."]
    assert run("remove", "Ann")[::2] == (
        1,
        "The person must be one of those who may sign in, got: Ann. Nothing was changed.\n",
    )


def test_five_people_to_try_it_with(run, cheap):
    code, lines, _ = run("demonstration")
    assert code == 0
    assert lines[0] == (
        "Five demonstration people may sign in, each called as their role. Their passwords are told here and never again:"
    )
    assert [line.split()[0] for line in lines[1:]] == ["reader", "analyst", "lead", "chair", "administrator"]
    assert {len(line.split()[1]) for line in lines[1:]} == {20}
    code, lines, refused = run("demonstration")
    assert (code, lines) == (1, [])
    assert refused.startswith("Demonstration people are for a store in which nobody may sign in yet")


@pytest.mark.parametrize(
    "wrong", [["add", "Ann"], ["add", "--role", "lead"], ["add", "Ann", "--role", "boss"], ["roles", "Ann"]]
)
def test_wrong_use_is_64(run, wrong):
    with pytest.raises(SystemExit) as left:
        run(*wrong)
    assert left.value.code == 64


@pytest.mark.parametrize("option", ["--password", "--link"])
def test_no_password_goes_by_the_command_line(run, option):
    with pytest.raises(SystemExit):
        run("add", "Ann", "--role", "lead", option, "otter lamp seven")


def test_a_name_that_is_none_is_a_sentence(run):
    assert run("add", "\u202e", "--role", "lead")[::2] == (
        1,
        "A person's name must have 1 to 80 letters or signs that can be seen, got: 1. Nothing was changed.\n",
    )


@pytest.mark.parametrize("command", [["list"], ["remove", "Ann"], ["reset", "Ann"]])
def test_a_database_that_is_not_there_is_not_made(run_where_there_is_none, tmp_path, command):
    code, _, refused = run_where_there_is_none(*command)
    assert code == 1 and refused.startswith("The database must be a file that is there")
    assert list(tmp_path.iterdir()) == []


def test_where_an_issuer_vouches_somebody_is_added_by_what_it_calls_them(run, monkeypatch):
    for key, told in {"WSOA_SIGN_IN": "oidc", **KEYCLOAK}.items():
        monkeypatch.setenv(key, told)
    monkeypatch.setenv("WSOA_ADDRESS", "https://monitor.example")
    issuer = KEYCLOAK["WSOA_OIDC_ISSUER"]
    code, lines, _ = run("add", "Ann", "--role", "lead", "--subject", "u-1")
    assert (code, lines) == (0, [f"Ann may sign in as lead, as {issuer} u-1."])
    assert run("list")[1] == [f"Ann  {issuer} u-1  lead"]
    code, _, wrong = run("add", "Bo", "--role", "lead")
    assert code == 1 and f"People sign in here by the word of {issuer}, got: one with a password of ours" in wrong
    code, _, wrong = run("reset", "Ann")
    assert code == 1 and "Only a password of ours can be set anew, got: Ann" in wrong
    assert run("remove", f"{issuer} u-1")[:2] == (0, ["Ann is removed and may not sign in any more. What they did stays."])
