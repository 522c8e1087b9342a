import gzip
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import duckdb
import pytest

from store.database import Database, StoreError, place_named
from store.engines.migrate import steps
from tests.store.editions.make import HERE

pytestmark = pytest.mark.about_files

COUNT = "SELECT count(*) FROM files"
ADD = "INSERT INTO files VALUES (?, 'x'::BYTEA)"


def files(database) -> int:
    with database.cursor() as cursor:
        return cursor.execute(COUNT).fetchone()[0]


def refused(path) -> str:
    with pytest.raises(StoreError) as error:
        Database.open(path)
    return str(error.value)


# Where it is


def test_the_environment_names_the_file(tmp_path, monkeypatch, made_anew):
    monkeypatch.setenv("WSOA_DATABASE", str(tmp_path / "deep" / "down" / "kent.duckdb"))
    with Database.open() as database:
        assert database.path == tmp_path / "deep" / "down" / "kent.duckdb"
        assert database.path.exists()


def test_without_it_the_file_stands_in_the_projects_data_folder(monkeypatch):
    monkeypatch.delenv("WSOA_DATABASE", raising=False)
    assert place_named().file == Path(__file__).parents[3] / "data" / "wsoa.duckdb"


def test_the_same_process_may_open_it_twice(database):
    with Database.open(database.path) as second, second.transaction() as cursor:
        cursor.execute(ADD, ["one"])
    assert files(database) == 1


def test_the_shared_connection_is_not_offered(database):
    offered = [getattr(database, name) for name in dir(database) if not name.startswith("_")]
    assert not [each for each in offered if isinstance(each, duckdb.DuckDBPyConnection)]


# Locked down


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('{path}')",
        "COPY files TO '{path}.csv'",
        "ATTACH '{path}.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "RESET lock_configuration",
    ],
)
def test_no_query_reaches_another_file(database, tmp_path, query):
    with pytest.raises((duckdb.Error, StoreError)) as error, database.cursor() as cursor:
        cursor.execute(query.format(path=tmp_path / "secret"))
    assert any(word in f"{error.value} {error.value.__cause__}" for word in ("disabled", "locked", "Permission"))


LOCKED = {"lock_configuration": True, "enable_external_access": False}


def settings(database) -> dict[str, bool]:
    with database.cursor() as cursor:
        return {name: cursor.execute(f"SELECT current_setting('{name}')").fetchone()[0] for name in LOCKED}


def test_a_new_file_is_locked_down(made_anew, database):
    assert settings(database) == LOCKED


def another(folder: Path) -> Path:
    """A file that may take the place of the store's: closed, and with one row of its own."""
    (folder / "made").mkdir()
    with Database.open(folder / "made" / "new.duckdb") as made, made.transaction() as cursor:
        cursor.execute(ADD, ["another"])
    return made.path


def test_an_exchange_leaves_it_locked_down_and_is_counted(database, tmp_path):
    made = another(tmp_path)
    with database.exchanging() as exchange:
        exchange(made, str)
    assert (settings(database), files(database), database.exchanged) == (LOCKED, 1, 1)


def test_an_exchange_that_fails_leaves_it_locked_down_and_is_not_counted(database, tmp_path):
    with pytest.raises(StoreError, match="No such file"), database.exchanging() as exchange:
        exchange(tmp_path / "nothing.duckdb", str)
    assert (settings(database), files(database), database.exchanged) == (LOCKED, 0, 0)


def test_an_exchange_is_counted_where_the_disk_fails_after_it(database, tmp_path, monkeypatch):
    """What was read before holds no longer, whatever is said of the disk."""

    def failing(path):
        raise OSError(5, "Input/output error")

    made = another(tmp_path)
    monkeypatch.setattr("store.engines.in_file.kept_on_disk", failing)
    with pytest.raises(StoreError) as told, database.exchanging() as exchange:
        exchange(made, str)
    assert str(told.value) == (
        f"The file {database.path} was exchanged for another, and must be kept by the disk also if the power goes, got: "
        "Input/output error. What was asked for is done. Have the disk looked at."
    )
    assert (settings(database), files(database), database.exchanged) == (LOCKED, 1, 1)


def test_nobody_ever_reads_a_file_that_is_not_locked_down(database, tmp_path):
    """The engine's settings belong to the connection, which an exchange makes anew."""
    found, looked, over = [], threading.Event(), threading.Event()
    made = another(tmp_path)
    others = [Path(shutil.copy(made, made.with_name(f"{number}.duckdb"))) for number in range(3)]

    def look() -> None:
        while not over.is_set():
            found.append(settings(database) == LOCKED)
            looked.set()

    thread = threading.Thread(target=look)
    thread.start()
    try:
        for other in others:
            with database.exchanging() as exchange:
                exchange(other, str)
            looked.clear()
            assert looked.wait(10), "somebody looks after each exchange"
    finally:
        over.set()
        thread.join()
    assert found and all(found)


# What a person is told


IN_USE = """
import sys
from store.database import Database, StoreError
try:
    Database.open(sys.argv[1])
except StoreError as error:
    print(error)
"""


def test_a_database_in_use_by_another_process_says_so(database):
    said = subprocess.run(
        [sys.executable, "-c", IN_USE, str(database.path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert said.stdout == (
        f"Only one program at a time can use the database {database.path}, got: it is in use by another one "
        f"(process {os.getpid()}). Close the app or wait until the other command has finished, then try again. "
        "Nothing was changed.\n"
    )
    assert files(database) == 0


@pytest.mark.parametrize("content", [b"", b"measure,area\nplans_issued,Kent\n", b"PK\x03\x04" * 5000])
def test_a_file_of_another_kind_is_left_as_it_was(tmp_path, content):
    path = tmp_path / "return.xlsx"
    path.write_bytes(content)
    assert refused(path) == (
        f"{path} must be a database of WSoA Monitor, got: an empty file or one of another kind. Move that file away "
        "or put a backup in its place, or name another file in WSOA_DATABASE. The file was left as it is."
    )
    assert path.read_bytes() == content


@pytest.mark.parametrize("harm", ["head", "both headers", "tables", "end"])
def test_a_damaged_file_is_named_as_such(tmp_path, harm):
    path = tmp_path / "kent.duckdb"
    Database.open(path).close()
    content = bytearray(path.read_bytes())
    match harm:
        case "head":
            content[12] ^= 255
        case "both headers":
            content[4096 + 20] ^= 255
            content[8192 + 20] ^= 255
        case "tables":
            for place in range(12_288, len(content), 97):
                content[place] ^= 255
        case "end":
            del content[9_000:]
    path.write_bytes(content)
    assert refused(path) == (
        f"{path} must be a database of WSoA Monitor, got: a damaged file. Move that file away "
        "or put a backup in its place, or name another file in WSOA_DATABASE. The file was left as it is."
    )
    assert path.read_bytes() == content


def not_writable(path, cause) -> str:
    return (
        f"The folder of the database {path} must exist and be writable, got: {cause}. "
        "Allow writing there or name another file in WSOA_DATABASE. Nothing was changed."
    )


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    path = tmp_path / "file" / "kent.duckdb"
    assert refused(path) == not_writable(path, "File exists")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    assert refused(tmp_path) == not_writable(tmp_path, "Is a directory")


READ_ONLY = """
import os, sys
from store.database import Database, StoreError
import store.engines.in_file, store.returns.versions
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    Database.open(sys.argv[1])
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no read-only folders of this kind")
def test_a_read_only_folder_is_refused():
    folder = tempfile.mkdtemp()
    Path(folder).chmod(0o555)
    path = Path(folder) / "kent.duckdb"
    said = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(path)], capture_output=True, text=True, cwd=Path(__file__).parents[3]
    )
    Path(folder).rmdir()
    assert said.stdout == not_writable(path, "Permission denied") + "\n", said.stderr


def test_whoever_only_reads_creates_nothing(tmp_path):
    missing = tmp_path / "mistyped" / "wsoa.duckdb"
    with pytest.raises(StoreError) as refused:
        Database.open(missing, create=False)
    assert str(refused.value) == (
        f"The database must be a file that is there, got: {missing}, which is not. Name it with --database or "
        "WSOA_DATABASE, or load a return first. Nothing was created."
    )
    assert not missing.parent.exists()


# Who can read it, and where nobody may write


def test_only_its_owner_reads_a_database_and_its_log(tmp_path, made_anew):
    path = tmp_path / "deep" / "kent.duckdb"
    before = os.umask(0o022)
    try:
        with Database.open(path) as database, database.transaction() as cursor:
            cursor.execute(ADD, ["one"])
        path.chmod(0o644)
        with Database.open(path) as database:
            with database.transaction() as cursor:
                cursor.execute(ADD, ["two"])
            modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"kent.duckdb": 0o600, "kent.duckdb.wal": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


ONLY_READ = """
import os, sys
from store.engines import in_file, migrate
from store.database import Database, StoreError
known = migrate.steps()  # the program itself may lie where that user may not look
migrate.steps = in_file.steps = lambda folder=None: known
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    with Database.open(sys.argv[1]) as database:
        with database.reading() as cursor:
            print(*cursor.execute("SELECT count(*) FROM files").fetchone())
        with database.transaction() as cursor:
            cursor.execute("INSERT INTO files VALUES ('two', 'x'::BYTEA)")
except StoreError as error:
    print(error)
"""


def only_read(path) -> str:
    told = subprocess.run(
        [sys.executable, "-c", ONLY_READ, str(path)], capture_output=True, text=True, cwd=Path(__file__).parents[3]
    )
    return told.stdout + told.stderr


@pytest.fixture
def common():
    """A folder that everybody may look into, as those of pytest are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no read-only folders of this kind")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o555), (0o666, 0o555), (0o444, 0o777)])
def test_what_nobody_may_write_can_be_read(common, file, folder):
    path = common / "kent.duckdb"
    with Database.open(path) as database, database.transaction() as cursor:
        cursor.execute(ADD, ["one"])
    path.chmod(file)
    common.chmod(folder)
    assert only_read(path) == (
        f"1\nTo store anything, the database {path} and its folder must be writable, got: a file that can only be read. "
        "Allow writing there, or name a copy in WSOA_DATABASE. Nothing was stored.\n"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no read-only folders of this kind")
def test_an_earlier_edition_where_nobody_may_write_says_what_to_do(common):
    path = common / "kent.duckdb"
    path.write_bytes(gzip.decompress((HERE / "0002.duckdb.gz").read_bytes()))
    path.chmod(0o444)
    common.chmod(0o555)
    assert only_read(path) == (
        f"The database {path} must be of edition {len(steps())} to be read where nobody may write, got: edition 2. "
        "Copy it to a folder that can be written to and name the copy in WSOA_DATABASE. Nothing was changed.\n"
    )
