import json
import shutil

import psycopg
import pytest

from programme.access import NotAllowed, Person, Role
from programme.redaction import RedactedKind, RedactedPlace
from reports import __main__ as reports
from store.__main__ import main
from store.backups import carrying, moving
from store.backups.carrying import STAYS, moved_tables
from store.backups.moving import move
from store.database import Database, StoreError
from store.log_check import checked_log
from store.place import Place, place_named
from store.redaction.redacting import carry_out
from store.redactions import name_redaction, redactions
from store.returns.drafts import drafts_of, keep_draft
from store.returns.facts import facts
from store.returns.versions import accept, versions, withdraw
from tests.accepting import by, person
from tests.serving import made
from tests.store.keeping import kept
from tests.store.signatures import published
from tests.store.submissions import ENTRY, ISSUED, TICKED, standard
from tests.store.wordings import comes, later

ME = person("Ann")


@pytest.fixture
def filled(database):
    """A return, one more that is taken back, a quarter that is published, a draft."""
    comes(database, 0)
    published(database)
    accept(database, standard({ISSUED: 41}, entries=(ENTRY,), answered=(TICKED,)), by("analyst", "late", at=later(4)))
    withdraw(database, 2, by("analyst", "wrong", at=later(5)))
    keep_draft(database, b"half \x00 done", "draft.xlsx", ME)
    return database


@pytest.mark.postgres
def test_everything_goes_to_a_server_and_back_to_a_file(filled, server, tmp_path):
    before = kept(filled)
    there, back = Place(address=made(server, "moved")), Place(tmp_path / "back" / "again.duckdb")
    sent = move(filled, there, ME)
    assert (sent.moments, sent.tables) == (3, len(before) + 2)
    with Database.open(there) as other:
        assert kept(other) == before
        assert facts(other) == facts(filled)
        assert versions(other) == versions(filled)
        assert [draft.file_name for draft in drafts_of(other, ME)] == ["draft.xlsx"]
        assert checked_log(other, ME).sound
        assert move(other, back, ME).rows == sent.rows + 1  # the log says that it was moved
    with Database.open(back) as again:
        assert kept(again) == before
        assert checked_log(again, ME).sound


def test_the_tables_that_stay_behind_are_there_and_the_others_are_many(database):
    with database.cursor() as cursor:
        found = moved_tables(cursor)
        assert found[0] == "files"
        assert {"versions", "redacted_files", "redacted_packs", "persons", "log", "wordings", "tellings"} < set(found)
        for table in STAYS:
            cursor.execute(f"SELECT count(*) FROM {table}")
    assert not STAYS & set(found)


def refused(database, to) -> str:
    with pytest.raises(StoreError) as said:
        move(database, place_named(to), ME)
    return str(said.value)


def test_nothing_goes_where_a_file_is(filled, tmp_path):
    there = tmp_path / "there.duckdb"
    there.write_bytes(b"mine")
    assert refused(filled, there) == (
        f"The store is moved to a new file, got: {there}, which exists. Name another. Nothing was changed."
    )
    assert there.read_bytes() == b"mine"


@pytest.mark.postgres
@pytest.mark.about_files
def test_nothing_goes_where_a_store_is_that_has_rows(filled, server):
    there = made(server, "moved")
    with Database.open(there) as other:
        accept(other, standard({ISSUED: 1}), by())
        before = kept(other)
    assert refused(filled, there).startswith(
        f"The store is moved to a database without any row, got: {there}, which has some in files, figures, log, log_end, "
    )
    with Database.open(there) as other:
        assert kept(other) == before


def test_nothing_is_moved_where_nothing_is(database, tmp_path):
    assert refused(database, tmp_path / "new.duckdb") == (
        f"A store that is moved must hold something, got: {database.place}, which is empty. Nothing was changed."
    )
    assert not (tmp_path / "new.duckdb").exists()


def test_only_who_may_make_and_restore_backups_moves(filled, tmp_path):
    with pytest.raises(NotAllowed, match="Only an administrator may do this"):
        move(filled, Place(tmp_path / "new.duckdb"), Person("Chair", "", frozenset({Role.CHAIR})))
    assert not (tmp_path / "new.duckdb").exists()


@pytest.mark.about_files
@pytest.mark.postgres
def test_a_move_that_is_broken_off_leaves_nothing(filled, server, tmp_path, monkeypatch):
    def broken(*_):
        raise KeyboardInterrupt

    before, there = kept(filled), made(server, "moved")
    monkeypatch.setattr(moving, "_refuse_other_answers", broken)
    for to in (there, tmp_path / "new" / "new.duckdb"):
        with pytest.raises(KeyboardInterrupt):
            move(filled, place_named(to), ME)
    assert list((tmp_path / "new").iterdir()) == []
    with psycopg.connect(there) as connection:
        assert connection.execute("SELECT count(*) FROM versions").fetchone() == (0,)
    assert kept(filled) == before
    monkeypatch.undo()
    assert move(filled, place_named(there), ME).moments == 3


@pytest.mark.about_files
def test_what_arrives_otherwise_is_refused(filled, tmp_path, monkeypatch):
    insert = carrying.insert
    monkeypatch.setattr(
        carrying, "insert", lambda cursor, table, rows: insert(cursor, table, rows[1:] if table == "entries" else rows)
    )
    told = refused(filled, tmp_path / "new.duckdb")
    assert told == (
        f"What was moved must be what is here, got: 0 rows of entries for 1, or others, at {tmp_path / 'new.duckdb'}. "
        "Nothing of it is kept there, and nothing was changed here: give this to the maintainer."
    )
    assert not (tmp_path / "new.duckdb").exists()


@pytest.mark.about_files
def test_other_answers_are_refused(filled, tmp_path, monkeypatch):
    digests = iter(["one", "other"])
    monkeypatch.setattr("programme.columns.FactColumns.digest", property(lambda _: next(digests)))
    assert "got: other figures as at " in refused(filled, tmp_path / "new.duckdb")
    assert not (tmp_path / "new.duckdb").exists()


@pytest.mark.postgres
@pytest.mark.about_files
def test_what_was_redacted_is_nowhere_there_and_still_said_to_be(filled, server):
    place = RedactedPlace(RedactedKind.ENTRY, version=2, sheet="Actions", ref="C5")
    number = name_redaction(filled, place, by("Ann", "it names a child"))
    carry_out(filled, number, by("Bob", "it names a child"))
    there = made(server, "moved")
    move(filled, place_named(there), ME)
    with Database.open(there) as other:
        assert kept(other) == kept(filled)
        assert "Train all caseworkers" not in repr(kept(other))
        (redacted,) = redactions(other)
        assert (redacted.place, redacted.ruling.carried_out) == (place, True)
        assert checked_log(other, ME).sound


@pytest.mark.postgres
def test_the_demonstration_says_the_same_there_to_the_byte(demonstration_file, server, tmp_path, capsys):
    """As at one moment and now: `benchmarks/moved.py` has every one, and the way back."""
    here, there = shutil.copy(demonstration_file, tmp_path / "here.duckdb"), made(server, "moved")
    assert main(["move", "--database", str(here), "--to", there]) == 0
    told = capsys.readouterr().out
    assert f" tables are moved from {here} to {there}.\nEvery count and hash agrees, and both answer" in told

    def said(place: object, *more: str) -> str:
        on = ("--on", "2025-06-01", "--json", "--database", str(place))
        assert reports.main(["results", "--quarter", "2024/25 Q3", *more, *on]) == 0
        return capsys.readouterr().out

    with Database.open(there) as database:
        first = versions(database)[1].accepted_at.isoformat()
    for more in (("--role", "analyst"), ("--as-at", first)):
        assert (told := said(there, *more)) == said(here, *more)
    assert len(json.loads(told)) > 100
