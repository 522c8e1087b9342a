import json

import pytest

from store.__main__ import main
from store.database import Database
from store.log_commands import since_typed
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import ISSUED, standard


@pytest.fixture
def path(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        accept(database, standard({ISSUED: 41}), by("analyst"))
    return str(database.path)


def test_the_rows_are_printed_for_people_and_for_programs(path, capsys):
    assert main(["log", "--database", path]) == 0
    number, said = capsys.readouterr().out.split("  ", 1)
    assert number == "1"
    assert said.endswith("analyst accepted: version 1: return.xlsx\n")
    assert main(["log", "--database", path, "--json", "--since", "2020-01-01"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert list(row) == ["number", "at", "deed", "name", "account", "came_from", "what", "redacts", "hash"]
    assert (row["number"], row["deed"], row["what"]) == (1, "accepted", "version 1: return.xlsx")
    assert main(["log", "--database", path, "--since", "2120-01-01"]) == 0
    assert capsys.readouterr().out == "Nothing is logged.\n"


def test_checking_says_where_it_ends_and_what_is_wrong(path, capsys):
    assert main(["log", "--database", path, "--check", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sound"], told["rows"], told["row"], told["wrong"]) == (True, 1, None, "")
    assert main(["log", "--database", path, "--check"]) == 0
    assert capsys.readouterr().out == (
        f"The log of 1 rows is whole: each follows from the one before. It ends with {told['end']}. "
        "Keep that apart from the database: whoever can write the file could make another log, and by it a check finds "
        "that.\n"
    )
    assert main(["log", "--database", path, "--end", f"2:{'0' * 64}"]) == 1
    assert capsys.readouterr().out == (
        "The log of 1 rows is not whole: it ends with row 1, and what was kept apart is of row 2.\n"
    )


def test_a_day_begins_with_its_first_moment_in_kent():
    assert since_typed("2026-07-01").isoformat() == "2026-06-30T23:00:00+00:00"
    assert since_typed("2026-07-01T09:30").isoformat() == "2026-07-01T08:30:00+00:00"
    with pytest.raises(ValueError, match="like 2026-11-01 or 2026-11-01T09:30, got: yesterday"):
        since_typed("yesterday")
