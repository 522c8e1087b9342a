import gzip
import json
import os
import shutil
import stat
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import duckdb
import pytest

from programme.access import Role
from store.accounts import people
from store.accounts.sessions import Ended, begin_session, session_of
from store.accounts.tokens import TokenAsked, keep_token, token_hashed
from store.backups import backup, carrying
from store.backups.manifest import hash_of
from store.database import Database
from store.engines.in_file import FileDatabase
from store.errors import StoreError
from store.log_check import checked_log
from store.returns import drafts, facts, versions
from tests.accepting import by, person
from tests.serving import made
from tests.store.editions import make
from tests.store.keeping import kept
from tests.store.submissions import ENTRY, ISSUED, TICKED, standard

pytestmark = pytest.mark.about_files


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A backup of an empty store."""
    with Database.open(tmp_path_factory.mktemp("once") / "wsoa.duckdb") as database:
        return backup.back_up(database, person())


@pytest.fixture
def folder(made_once, tmp_path):
    """A copy of it for each test."""
    return copied(made_once, tmp_path / "copy")


def copied(folder, to):
    return shutil.copytree(folder, to, copy_function=shutil.copyfile)


def test_a_backup_restores_everything_and_can_be_built_upon(database, tmp_path):
    made = standard({ISSUED: 41}, entries=(ENTRY,), answered=(TICKED,))
    versions.accept(database, made, by("analyst"))
    folder = backup.back_up(database, person())
    assert folder.parent == tmp_path / "backups"
    with backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder)) as restored:
        assert facts.facts(restored) == facts.facts(database)
        assert versions.versions(restored) == versions.versions(database)
        assert versions.original_file(restored, 1, person()) == made.content
        assert versions.answered(restored, 1, person()) == [TICKED]
        assert versions.accept(restored, standard({ISSUED: 44}), by("analyst")).number == 2


def test_a_backup_is_of_parquet_files_that_any_tool_reads(folder):
    names = {path.name for path in folder.iterdir()}
    assert {"figures.parquet", "versions.parquet", "published.parquet", "manifest.json"} <= names


def test_each_backup_has_its_own_folder(database):
    assert backup.back_up(database, person()) != backup.back_up(database, person())


def test_a_folder_name_with_a_quote_is_a_name_like_any_other(tmp_path):
    with Database.open(tmp_path / "the board's copy" / "kent.duckdb") as database:
        folder = backup.back_up(database, person())
    with backup.restore(folder, tmp_path / "again.duckdb", person(), hash_of(folder)) as restored:
        assert versions.versions(restored) == []


def test_an_existing_file_is_never_written_over(database, folder):
    with pytest.raises(StoreError, match=r"is restored to a new file, got: .*, which exists"):
        backup.restore(folder, database.path, person())


def test_a_backup_that_is_not_whole_leaves_no_file(folder, tmp_path):
    (folder / "figures.parquet").unlink()
    with pytest.raises(StoreError, match=r"it must hold the file figures.parquet, got: none\. Nothing was restored\."):
        backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder))
    assert not (tmp_path / "restored.duckdb").exists()


def test_a_place_that_cannot_be_written_to_is_a_sentence(database):
    database.backups.write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="must exist and be writable, got: "):
        backup.back_up(database, person())


def test_its_name_is_on_the_disk_once_it_is_there(database, tmp_path, monkeypatch):
    """And so is that of what is restored: a folder that is not synced after the rename may forget it when power fails."""
    kept, real, restored = [], os.fsync, tmp_path / "restored"

    def noted(opened):
        for folder in (database.backups, restored):
            if folder.exists() and os.path.samestat(folder.stat(), os.fstat(opened)):
                kept.extend(path.name for path in folder.iterdir())
        real(opened)

    monkeypatch.setattr(os, "fsync", noted)
    folder = backup.back_up(database, person())
    assert kept == [folder.name]
    backup.restore(folder, restored / "kent.duckdb", person(), hash_of(folder)).close()
    assert "kent.duckdb" in kept


DISK_FAILS = {
    "shortened": lambda path: shortened(path),
    "emptied": lambda path: path.write_bytes(b""),
    "altered": lambda path: flipped(path, 40),
    "of another value": lambda path: another_figure(path.parent),
}


@pytest.mark.parametrize("happens", DISK_FAILS)
def test_a_copy_that_reads_otherwise_is_not_kept_and_a_sentence_says_so(database, monkeypatch, happens):
    versions.accept(database, standard({ISSUED: 41}), by("analyst"))
    real = backup.write_manifest

    def failing(folder, *told):
        DISK_FAILS[happens](folder / "figures.parquet")
        real(folder, *told)

    monkeypatch.setattr(backup, "write_manifest", failing)
    with pytest.raises(StoreError) as refused:
        backup.back_up(database, person())
    assert str(refused.value).startswith("A copy must hold what was written, got: figures.parquet, which reads otherwise, ")
    assert refused.value.outside.endswith("nothing of the store is changed. Try again, and have the disk looked at.")
    assert list(database.backups.iterdir()) == []


def test_a_copy_that_has_its_hash_and_is_no_table_is_the_same_sentence(database, monkeypatch):
    monkeypatch.setattr(backup, "_copied", lambda _, table, rows, folder: no_table(folder / f"{table}.parquet"))
    with pytest.raises(StoreError, match=r"^A copy must hold what was written, got: .*\.parquet, which reads otherwise"):
        backup.back_up(database, person())


HAS_ITS_HASH = {
    "is no table": lambda path, _: no_table(path),
    "holds other rows": lambda _, copied: replace(copied, rows=copied.rows + 1),
}


@pytest.mark.parametrize("one", HAS_ITS_HASH)
def test_of_those_that_have_their_hash_the_one_that_reads_otherwise_is_named(database, monkeypatch, one):
    real = backup._copied

    def copied(cursor, table, rows, folder):
        made = real(cursor, table, rows, folder)
        return HAS_ITS_HASH[one](folder / f"{table}.parquet", made) if table == "figures" else made

    monkeypatch.setattr(backup, "_copied", copied)
    with pytest.raises(StoreError, match=r"^A copy must hold what was written, got: figures\.parquet, which reads other"):
        backup.back_up(database, person())


def no_table(path):
    path.write_bytes(b"PAR1 and nothing more")
    return backup.CopiedTable(1, *backup.hash_of_file(path))


# On a server


@pytest.fixture
def filled_server(server_database):
    """A return that is answered for, one that is taken back, and a draft."""
    asked = standard({ISSUED: 41}, entries=(ENTRY,), answered=(TICKED,))
    versions.accept(server_database, asked, by("analyst"))
    versions.accept(server_database, standard({ISSUED: 44}), by("analyst"))
    versions.withdraw(server_database, 2, by("analyst", "wrong"))
    drafts.keep_draft(server_database, b"half", "draft.xlsx", person())
    return server_database


@pytest.mark.postgres
def test_a_backup_of_a_server_is_restored_to_a_file_and_to_a_server(filled_server, server, tmp_path):
    before = kept(filled_server, *drafts.TABLES)
    folder = backup.back_up(filled_server, person())
    assert (folder.parent, folder.name.partition("-")[0]) == (tmp_path / "backups", "shared")
    assert {mode(path) for path in folder.iterdir()} == {0o600} and mode(folder) == 0o700
    assert "drafts.parquet" not in {path.name for path in folder.iterdir()}
    for to in (tmp_path / "restored.duckdb", there := made(server, "restored")):
        with backup.restore(folder, to, person(), hash_of(folder)) as restored:
            assert kept(restored, *drafts.TABLES) == before
            assert facts.facts(restored) == facts.facts(filled_server)
            assert drafts.drafts_of(restored, person()) == []
            assert checked_log(restored, person()).sound
            assert versions.accept(restored, standard({ISSUED: 45}), by("analyst")).number == 4
    with pytest.raises(
        StoreError, match=r"^A backup is restored to a database without any row, got: .*, which has some in f"
    ):
        backup.restore(folder, there, person(), hash_of(folder))
    assert [path.name for path in (tmp_path / "backups").iterdir()] == [folder.name], "nothing else is left"


@pytest.mark.postgres
def test_a_backup_of_a_server_is_of_one_moment_while_others_write(filled_server, tmp_path, monkeypatch):
    before, newest = facts.facts(filled_server), versions.latest_change(filled_server)
    real = backup.carry

    def meanwhile(*asked):
        versions.accept(filled_server, standard({ISSUED: 50}), by("analyst"))
        return real(*asked)

    monkeypatch.setattr(backup, "carry", meanwhile)
    folder = backup.back_up(filled_server, person())
    monkeypatch.undo()
    assert json.loads((folder / "manifest.json").read_text())["newest_change"] == newest
    with backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder)) as restored:
        assert (facts.facts(restored), versions.latest_change(restored)) == (before, newest)
    assert versions.latest_change(filled_server) > newest


@pytest.mark.postgres
def test_two_processes_do_not_copy_a_server_at_once_nor_leave_what_was_begun(filled_server, shared_address):
    left = filled_server.backups / ".making-shared-2026"
    left.mkdir(parents=True)
    with Database.open(shared_address) as other, other.marked(backup.COPYING) as ours:
        assert ours
        with pytest.raises(StoreError) as refused:
            backup.back_up(filled_server, person())
        assert str(refused.value) == (
            f"Only one copy is made at a time, got: somebody else who makes one, of {filled_server.place}. Try again once "
            "it is done. Nothing was changed."
        )
        assert left.exists(), "it may be the other's"
    backup.back_up(filled_server, person())
    assert not left.exists()


@pytest.mark.postgres
def test_what_arrives_otherwise_is_no_backup(filled_server, monkeypatch):
    real = carrying.insert
    monkeypatch.setattr(carrying, "insert", lambda at, table, rows: real(at, table, [] if table == "entries" else rows))
    with pytest.raises(StoreError, match=r"^What was copied must be what is here, got: 0 rows of entries for 1, or others"):
        backup.back_up(filled_server, person())
    assert list(filled_server.backups.iterdir()) == []


# What is refused

TABLES = ["answered", "entries", "figures", "files", "migrations", "published", "releases", "versions"]


def flipped(path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def shortened(path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def longer(path, more: bytes) -> None:
    path.write_bytes(path.read_bytes() + more)


def rewritten(folder, **changes) -> None:
    told = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(told | changes, indent=1, sort_keys=True) + "\n")


def another_figure(folder) -> None:
    """What somebody does who knows the format: a sound file with another value."""
    figures, other = folder / "figures.parquet", folder / "other.parquet"
    query = "SELECT * REPLACE (value + 1 AS value)"
    duckdb.sql(f"COPY ({query} FROM read_parquet('{figures}')) TO '{other}' (FORMAT parquet)")
    other.rename(figures)


def another_figure_as_the_manifest_says(folder) -> None:
    """And of what somebody does who rewrites the manifest too, but has not the key, nor changes the hash that was kept."""
    another_figure(folder)
    content = (folder / "figures.parquet").read_bytes()
    told = json.loads((folder / "manifest.json").read_text())["files"]
    own = told["figures.parquet"] | {"size": len(content), "sha256": sha256(content).hexdigest()}
    rewritten(folder, files=told | {"figures.parquet": own})


def replaced_by_a_link(folder) -> None:
    (folder / "figures.parquet").rename(folder.parent / "elsewhere.parquet")
    (folder / "figures.parquet").symlink_to(folder.parent / "elsewhere.parquet")


def without_its_seal(folder) -> None:
    (folder / "manifest.hmac").unlink()
    rewritten(folder, sealed=False)


ALTERED = {
    **{f"{table} altered": lambda folder, table=table: flipped(folder / f"{table}.parquet", 40) for table in TABLES},
    "figures shortened": lambda folder: shortened(folder / "figures.parquet"),
    "figures emptied": lambda folder: (folder / "figures.parquet").write_bytes(b""),
    "figures enriched": lambda folder: longer(folder / "figures.parquet", b"more"),
    "figures missing": lambda folder: (folder / "figures.parquet").unlink(),
    "figures of another value": another_figure,
    "figures of another value, and the manifest": another_figure_as_the_manifest_says,
    "a file from elsewhere": lambda folder: rewritten(folder, files={"../../etc/figures.parquet": {}}),
    "figures replaced by a link": replaced_by_a_link,
    "figures in the place of entries": lambda folder: shutil.copy(folder / "figures.parquet", folder / "entries.parquet"),
    "a table more": lambda folder: shutil.copy(folder / "figures.parquet", folder / "extra.parquet"),
    "SQL that would be run": lambda folder: (folder / "load.sql").write_text("CREATE TABLE owned (i INTEGER)"),
    "a hidden file": lambda folder: (folder / ".hidden").write_text(""),
    "a folder": lambda folder: (folder / "more").mkdir(),
    "no manifest": lambda folder: (folder / "manifest.json").unlink(),
    "manifest shortened": lambda folder: shortened(folder / "manifest.json"),
    "manifest with a space": lambda folder: longer(folder / "manifest.json", b" "),
    "manifest of another edition": lambda folder: rewritten(folder, edition=2),
    "manifest of a later change": lambda folder: rewritten(folder, newest_change=2),
    "manifest of no file": lambda folder: rewritten(folder, files={}),
    "no seal": lambda folder: (folder / "manifest.hmac").unlink(),
    "seal altered": lambda folder: flipped(folder / "manifest.hmac", 3),
    "seal shortened": lambda folder: shortened(folder / "manifest.hmac"),
    "no seal and a manifest that says so": without_its_seal,
}


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """A backup that the key vouches for, and the hash of its manifest."""
    with pytest.MonkeyPatch.context() as patch, Database.open(tmp_path_factory.mktemp("sealed") / "kent.duckdb") as database:
        patch.setenv("WSOA_BACKUP_KEY", "a key of this house")
        versions.accept(database, standard({ISSUED: 41}, entries=(ENTRY,), answered=(TICKED,)), by("analyst"))
        folder = backup.back_up(database, person())
    return folder, hash_of(folder)


def test_twenty_ways_and_more_are_tried():
    assert len(ALTERED) >= 30


@pytest.mark.parametrize("vouched", ["by the key", "by the hash"])
@pytest.mark.parametrize("alteration", ALTERED)
def test_what_was_altered_is_refused_and_leaves_nothing(sealed, tmp_path, monkeypatch, alteration, vouched):
    monkeypatch.setenv("WSOA_BACKUP_KEY", "a key of this house")
    folder = copied(sealed[0], tmp_path / "copy")
    ALTERED[alteration](folder)
    with pytest.raises(StoreError, match=r"^To restore the backup .*, got: .* Nothing was restored\.$"):
        backup.restore(folder, tmp_path / "new" / "kent.duckdb", person(), sealed[1] if vouched == "by the hash" else "")
    assert list((tmp_path / "new").rglob("*")) == []


def test_what_was_not_altered_is_restored(sealed, tmp_path, monkeypatch):
    monkeypatch.setenv("WSOA_BACKUP_KEY", "a key of this house")
    folder = copied(sealed[0], tmp_path / "copy")
    with backup.restore(folder, tmp_path / "restored.duckdb", person()) as restored:
        assert [figure.value for figure in facts.facts(restored).values()] == [41]
    monkeypatch.setenv("WSOA_BACKUP_KEY", "another key")
    with pytest.raises(StoreError, match="must be sealed with the key in WSOA_BACKUP_KEY, got: another seal"):
        backup.restore(folder, tmp_path / "other.duckdb", person())


def test_a_backup_of_an_edition_to_come_is_left_to_its_release(folder, tmp_path):
    rewritten(folder, edition=99)
    with pytest.raises(StoreError, match=r"a later one needs a newer release of WSoA Monitor\), got: edition 99\."):
        backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder))


def test_rows_that_do_not_fit_their_table_are_a_sentence(folder, tmp_path):
    path = folder / "figures.parquet"
    duckdb.sql(f"COPY (SELECT 1 AS nothing) TO '{path}' (FORMAT parquet)")
    told = json.loads((folder / "manifest.json").read_text())
    content = path.read_bytes()
    own = {"rows": 1, "size": len(content), "sha256": sha256(content).hexdigest()}
    rewritten(folder, files=told["files"] | {"figures.parquet": own})
    with pytest.raises(StoreError, match=r"its files must fit the tables of its edition, got: .*Nothing was restored\."):
        backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder))


EDITIONS = sorted(int(path.name[:4]) for path in make.HERE.glob("*.duckdb.gz"))


@pytest.mark.parametrize("edition", [EDITIONS[0], EDITIONS[len(EDITIONS) // 2], EDITIONS[-1]])
def test_a_backup_of_an_earlier_edition_is_restored_and_brought_up_to_date(tmp_path, monkeypatch, edition):
    path = tmp_path / "kent.duckdb"
    path.write_bytes(gzip.decompress((make.HERE / f"{edition:04}.duckdb.gz").read_bytes()))
    with FileDatabase.not_migrated(path) as database:
        folder = backup.copied_out(database, person())
    with backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder)) as restored:
        assert json.loads((folder / "manifest.json").read_text())["newest_change"] == versions.latest_change(restored)
        told = make.said(make.EDITIONS[max(make.EDITIONS)](), restored)
    assert json.loads(json.dumps(told)) == json.loads((make.HERE / f"{edition:04}.json").read_text(encoding="utf-8"))


# Who can read it


def mode(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_its_owner_reads_a_backup_and_what_is_restored(database, tmp_path):
    before = os.umask(0o022)
    try:
        folder = backup.back_up(database, person())
        assert mode(folder) == mode(folder.parent) == 0o700
        assert {mode(path) for path in folder.iterdir()} == {0o600}
        with backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder)) as restored:
            assert mode(restored.path) == 0o600
    finally:
        os.umask(before)


def test_what_opens_a_door_now_is_in_no_backup(database, tmp_path):
    people.enrol(database, "Ann", {Role.LEAD}, person())
    people.keep_link(database, 1, "the hash of a link", person())
    people.set_password(database, 1, "scrypt")
    begin_session(database, "the hash of a cookie", 1, frozenset(), "127.0.0.1")
    asked = TokenAsked("Power BI", Role.READER, timedelta(days=90))
    keep_token(database, asked, "the hash of a token", (1, "local:1"), person())
    folder = backup.back_up(database, person())
    assert not {"sessions.parquet", "one_time_links.parquet", "tokens.parquet"} & {path.name for path in folder.iterdir()}
    with backup.restore(folder, tmp_path / "restored.duckdb", person(), hash_of(folder)) as restored:
        assert [(each.name, each.roles, each.has_password) for each in people.everybody(restored)] == [
            ("Ann", {Role.LEAD}, True)
        ]
        assert session_of(restored, "the hash of a cookie") == Ended("Nobody is signed in here.", known=False)
        assert people.whose_link(restored, "the hash of a link") is None
        assert token_hashed(restored, "the hash of a token") is None
