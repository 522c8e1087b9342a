import gzip
import re
import shutil
import stat

import duckdb
import pytest

from store.database import Database
from store.engines import migrate
from store.errors import StoreError
from tests.store.editions.make import HERE

pytestmark = pytest.mark.usefixtures("made_anew")

TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name"
EVERY_STEP = [
    (1, "0001_returns"),
    (2, "0002_published"),
    (3, "0003_place"),
    (4, "0004_accounts"),
    (5, "0005_release_order"),
    (6, "0006_parts"),
    (7, "0007_hidden"),
    (8, "0008_drafts"),
    (9, "0009_people"),
    (10, "0010_unhiding"),
    (11, "0011_log"),
    (12, "0012_meeting"),
    (13, "0013_wordings"),
    (14, "0014_signoff"),
    (15, "0015_told"),
    (16, "0016_packs"),
    (17, "0017_tokens"),
    (18, "0018_aliases"),
    (19, "0019_period_figures"),
    (20, "0020_layouts"),
]
RELEASES = ["published", "release_answered", "release_days", "release_withdrawals", "releases"]
HIDDEN = [f"hidden_{name}" for name in ("askers", "decisions", "grants", "items", "refusals", "requests", "rounds")]
DRAFTS = ["draft_answers", "drafts"]
PEOPLE = ["one_time_links", "passwords", "persons", "roles", "sessions", "tokens"]
UPKEEP = ["backup_runs", "log", "log_end", "redacted_files", "redaction_rulings", "redactions"]
RETURNS = ["accounts", "answered", "entries", "figures", "files", "parts", "period_figures", "versions"]
MEETINGS = [f"meeting_{name}" for name in ("agenda", "attendance", "changed", "deeds", "minutes", "records", "replies")]
MEETINGS += ["meeting_satisfied", "meetings"]
TOLD = ["tellings", "told"]
PACKS = ["kept_pack_files", "kept_pack_lines", "kept_pack_sendings", "kept_packs", "redacted_packs"]
WORDINGS = ["wording_answered", "wording_cells", "wording_withdrawals", "wordings"]
ALIASES = ["alias_withdrawals", "aliases"]
LAYOUTS = ["layout_withdrawals", "layouts", "read_by"]
EVERY_TABLE = sorted(
    [
        *ALIASES,
        *LAYOUTS,
        *RETURNS,
        *RELEASES,
        *HIDDEN,
        *DRAFTS,
        *PEOPLE,
        *UPKEEP,
        *MEETINGS,
        *WORDINGS,
        *TOLD,
        *PACKS,
        "migrations",
        "sign_offs",
    ]
)


def tables(database) -> list[str]:
    with database.cursor() as cursor:
        return [name for (name,) in cursor.execute(TABLES).fetchall()]


def applied(database) -> list[tuple[int, str]]:
    with database.cursor() as cursor:
        return cursor.execute("SELECT number, name FROM migrations ORDER BY number").fetchall()


def only_the_first(tmp_path):
    folder = tmp_path / "earlier"
    folder.mkdir()
    (folder / migrate.steps()[0].name).write_text(migrate.steps()[0].read_text())
    return folder


def test_the_steps_are_numbered_without_a_gap():
    assert [int(step.name[:4]) for step in migrate.steps()] == list(range(1, len(migrate.steps()) + 1))


def test_an_empty_file_gets_every_table_and_a_record_of_each_step(database):
    assert tables(database) == EVERY_TABLE
    assert applied(database) == EVERY_STEP


def test_a_database_of_the_first_edition_is_brought_up_to_date(tmp_path, monkeypatch):
    earlier = only_the_first(tmp_path)
    monkeypatch.setattr("store.engines.in_file.migrate", lambda database, **more: migrate.migrate(database, earlier))
    with Database.open(tmp_path / "old.duckdb") as database:
        assert "published" not in tables(database)
        with database.transaction() as cursor:
            cursor.execute("INSERT INTO files VALUES ('f1', 'kept'::BYTEA)")
    monkeypatch.undo()
    with Database.open(tmp_path / "old.duckdb") as database:
        assert tables(database) == EVERY_TABLE
        assert applied(database) == EVERY_STEP
        with database.cursor() as cursor:
            assert cursor.execute("SELECT * FROM files").fetchall() == [("f1", b"kept")]


def test_opening_again_applies_nothing_twice(database):
    migrate.migrate(database)
    assert applied(database) == EVERY_STEP


def test_a_step_that_fails_leaves_neither_its_tables_nor_its_record(database, tmp_path):
    folder = only_the_first(tmp_path)
    for step in migrate.steps()[1:]:
        (folder / step.name).write_text("SELECT 1;")
    (folder / "9999_broken.sql").write_text("CREATE TABLE half (i INTEGER); CREATE TABLE half (i INTEGER);")
    with pytest.raises(Exception, match="half"):
        migrate.migrate(database, folder)
    assert tables(database) == EVERY_TABLE
    assert applied(database) == EVERY_STEP


def copies(tmp_path) -> list:
    return sorted(tmp_path.glob("kent-edition-*"))


def of_the_edition_before(tmp_path):
    path = tmp_path / "kent.duckdb"
    path.write_bytes(gzip.decompress((HERE / "0002.duckdb.gz").read_bytes()))
    return path


def test_a_copy_of_the_file_is_made_before_it_is_brought_up_to_date(tmp_path):
    path = of_the_edition_before(tmp_path)
    content = path.read_bytes()
    Database.open(path).close()
    (copy,) = copies(tmp_path)
    assert re.fullmatch(r"kent-edition-2-\d{4}-\d\d-\d\d-\d{6}-\d{6}\.duckdb", copy.name)
    assert copy.read_bytes() == content
    assert stat.S_IMODE(copy.stat().st_mode) == stat.S_IMODE(path.stat().st_mode) == 0o600
    Database.open(path).close()
    assert copies(tmp_path) == [copy]


def test_a_new_file_is_not_copied(tmp_path):
    Database.open(tmp_path / "kent.duckdb").close()
    assert [path.name for path in tmp_path.iterdir()] == ["kent.duckdb"]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("CREATE TABLE half (i INTEGER); SELECT * FROM nowhere", "Table with name nowhere does not exist"),
        ("CREATE TABLE half (i INTEGER); SELEKT", 'syntax error at or near "SELEKT"'),
        ("INSERT INTO versions SELECT * FROM versions", "uplicate key"),
        ("CREATE TABLE half (i INTEGER); SELECT 'ten'::INTEGER", "Could not convert string 'ten' to INT32"),
    ],
)
def test_a_step_that_fails_is_a_sentence_with_the_way_back(tmp_path, monkeypatch, sql, words):
    path, folder = of_the_edition_before(tmp_path), tmp_path / "steps"
    content = path.read_bytes()
    shutil.copytree(migrate.MIGRATIONS, folder)
    (folder / migrate.steps()[2].name).write_text(sql)
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    with pytest.raises(StoreError) as refused:
        Database.open(path)
    (copy,) = copies(tmp_path)
    said = str(refused.value)
    assert said.startswith(
        f"The database {path} must be brought up to date before it is used, and the step 0003_place failed, got: "
    )
    assert words in said
    assert said.endswith(
        "Nothing of that step was kept, and nothing that was accepted is lost. "
        f"As it was before, it is in {copy}: to go back, put that copy in its place and use the release that wrote it. "
        "Give this to the maintainer."
    )
    assert copy.read_bytes() == content
    monkeypatch.undo()
    with Database.open(path) as database:
        assert applied(database) == EVERY_STEP


def test_where_a_step_fails_in_a_new_file_it_stays_empty_and_is_made_the_next_time(tmp_path, monkeypatch):
    path, folder = tmp_path / "kent.duckdb", tmp_path / "steps"
    shutil.copytree(migrate.MIGRATIONS, folder)
    (folder / migrate.steps()[2].name).write_text("SELEKT")
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    with pytest.raises(StoreError, match=r"the step 0003_place failed, got: .* Give this to the maintainer\.$"):
        Database.open(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == []
    monkeypatch.undo()
    Database.open(path).close()
    assert copies(tmp_path) == [], "nothing was in it"


def test_a_newer_edition_is_left_alone(tmp_path):
    with Database.open(tmp_path / "new.duckdb") as database, database.transaction() as cursor:
        newest = len(migrate.steps())
        cursor.execute("INSERT INTO migrations SELECT ?, 'future', max(applied_at) FROM migrations", [newest + 1])
    told = rf"must be of edition {newest} or earlier, got: edition {newest + 1}\. It was written by a newer"
    with pytest.raises(StoreError, match=told):
        Database.open(tmp_path / "new.duckdb")


def test_another_programs_database_is_left_alone(tmp_path):
    with duckdb.connect(str(tmp_path / "sales.duckdb")) as connection:
        connection.execute("CREATE TABLE sales (i INTEGER)")
    with pytest.raises(StoreError, match="must be a database of WSoA Monitor, got: a database with the tables sales"):
        Database.open(tmp_path / "sales.duckdb")
    with duckdb.connect(str(tmp_path / "sales.duckdb")) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == [("sales",)]
