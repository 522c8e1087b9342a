import json

import pytest

from programme.access import MAY, Deed, NotAllowed, Person, Role
from programme.quarter import Quarter
from reports.__main__ import main
from reports.public.made import NotPublic
from reports.public_commands import exported
from store.database import Database

QUARTER = "2024/25 Q3"


@pytest.fixture(scope="module")
def database(demonstration_copy, tmp_path_factory):
    path = demonstration_copy(tmp_path_factory.mktemp("public"))
    with Database.open(path):  # it stays open from one command to the next
        yield path


@pytest.fixture(autouse=True)
def plans_with_targets_and_a_break_of_our_own():
    """With the definitions of the day."""


def public(database, folder, quarter=QUARTER):
    asked = ["public", "--quarter", quarter, "--database", database, "--output", folder, "--json"]
    return main([str(each) for each in asked])


def test_the_command_writes_what_any_other_making_writes_says_what_and_is_logged(database, site, tmp_path, capsys):
    assert public(database, tmp_path / "site") == 0
    told = json.loads(capsys.readouterr().out)
    written = {
        each.relative_to(tmp_path / "site").as_posix(): each.read_bytes()
        for each in (tmp_path / "site").rglob("*")
        if each.is_file()
    }
    assert written == {each.name: each.content for each in site.all}
    assert told == site.manifest == json.loads(written["manifest.json"])
    with Database.open(database) as opened, opened.reading() as cursor:
        logged = cursor.execute("SELECT deed, what FROM log ORDER BY number DESC LIMIT 1").fetchall()
    assert logged == [("took away", f"public export {told['id']}")]


def test_what_is_not_published_and_a_foreign_folder_are_sentences(database, tmp_path, capsys):
    assert public(database, tmp_path / "site", "2025/26 Q1") == 1
    assert capsys.readouterr().err.startswith(
        "Only what is published to readers is exported for the public, got: 2025/26 Q1, "
    )
    with Database.open(tmp_path / "empty.duckdb"):
        pass
    assert public(tmp_path / "empty.duckdb", tmp_path / "site") == 1
    assert "which is not signed off. Nothing is published to readers." in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("role", Role)
def test_only_who_may_publish_exports_for_the_public(role, empty_store):
    person = Person("somebody", "them@desk", frozenset({role}))
    with empty_store() as opened:
        if Deed.EXPORT_PUBLIC in MAY[role]:
            with pytest.raises(NotPublic):
                exported(opened, Quarter(2024, 3), person)
            return
        with pytest.raises(
            NotAllowed, match=rf"^Only a chair may do this \(export public\), got: {role}\. Nothing was changed"
        ):
            exported(opened, Quarter(2024, 3), person)
