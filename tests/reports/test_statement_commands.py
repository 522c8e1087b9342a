import json

import pytest

from programme.access import Deed, NotAllowed, Person, Role, may
from programme.quarter import Quarter
from reports.__main__ import main
from reports.pack.files import statement_files
from reports.pack.made import NothingToPack
from reports.pack.monitoring import WentBefore, monitoring_statement
from reports.statement_commands import signed_statement, statement_pack
from store.database import Database
from tests.reports.pack.aloud import spoken_errors

QUARTER = Quarter(2024, 3)


@pytest.fixture(autouse=True)
def plans_with_targets_and_a_break_of_our_own():
    """With the definitions of the day."""


def test_it_is_written_the_same_as_by_any_other_making_tagged_and_logged(demonstration_copy, shown, tmp_path, capsys):
    database = demonstration_copy(tmp_path)
    asked = ["statement", "--quarter", QUARTER, "--database", database, "--output", tmp_path / "out", "--json"]
    assert main([str(each) for each in asked]) == 0
    told = json.loads(capsys.readouterr().out)
    statement = monitoring_statement(shown[0], QUARTER, shown[1], WentBefore())
    other = statement_files(statement)
    assert {each.name: each.read_bytes() for each in (tmp_path / "out").iterdir()} == {
        each.name: each.content for each in other.all
    }
    assert [each.name for each in other.all] == ["statement-2024-25-Q3.pdf", "statement-2024-25-Q3-manifest.json"]
    assert (told["id"], told["state"], told["role"]) == (other.manifest["id"], "published", "reader")
    content = other.files[0].content
    assert content.startswith(b"%PDF-1.7") and b"/MarkInfo" in content and b"/StructTreeRoot" in content
    assert spoken_errors(content, statement, tmp_path) == []
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content and b"<pdfaid:part>2</pdfaid:part>" in content
    with Database.open(database) as opened, opened.reading() as cursor:
        logged = cursor.execute("SELECT deed, what FROM log ORDER BY number DESC LIMIT 1").fetchall()
    assert logged == [("took away", f"statement {told['id']}")]


@pytest.mark.parametrize("role", Role)
def test_it_is_made_by_who_sees_what_is_not_signed_off(role, database):
    person = Person("somebody", "them@desk", frozenset({role}))
    if may(person, Deed.SEE_UNSIGNED):
        with pytest.raises(NothingToPack, match="A pack must be of a quarter for which a return stands, got: 2024/25 Q3"):
            statement_pack(database, QUARTER, None, person)
        assert signed_statement(database, QUARTER, person) is None
        return
    with pytest.raises(NotAllowed, match=r"may do this \(see what is not signed off\)"):
        statement_pack(database, QUARTER, None, person)
