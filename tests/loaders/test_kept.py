"""The kept store of the demonstration is what loading its files makes, and is laid down only where no file is."""

import errno
import gzip
import shutil
from threading import Thread

import duckdb
import pytest

from loaders.kept import KEPT, SECRET_KEPT, lay_down, lay_down_in, write_kept
from loaders.naming import naming
from loaders.sample_files import SAMPLE
from programme.aliases import Alias, Thing
from store.database import Database
from store.engines import in_file
from store.errors import StoreError
from store.place import Place
from store.returns.aliases import keep_alias
from store.returns.versions import versions
from tests.accepting import by
from tests.loaders.test_sample import small

DRAWN = {"hidden_rounds", "hidden_items"}
"""What is hidden beside what must be is drawn by lot, so two loadings differ in it."""
LOGGED = {"log", "log_end"}
"""What says when each file was loaded, and is chained by that."""
TIMED = {"hidden_decisions": "change, withheld, protected, solver", "migrations": "name"}
"""What tells when something was done, or how long it took, and the columns that do not."""


def tables(path):
    """Every row of every table that two loadings have alike, as texts in order."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [name for (name,) in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()]
        return {
            name: sorted(map(repr, connection.execute(f'SELECT {TIMED.get(name, "*")} FROM "{name}"').fetchall()))
            for name in names
            if name not in DRAWN | LOGGED
        }


def secrets(path):
    with duckdb.connect(str(path), read_only=True) as connection:
        return {bytes(secret) for (secret,) in connection.execute("SELECT secret FROM hidden_rounds").fetchall()}


@pytest.fixture(scope="module")
def laid(tmp_path_factory):
    path = tmp_path_factory.mktemp("laid") / "new" / "wsoa.duckdb"
    assert lay_down(Place(path)) == 11
    return path


def test_it_is_what_loading_todays_files_makes(laid, loaded):
    assert tables(laid) == tables(loaded.path)
    with duckdb.connect(str(laid), read_only=True) as connection:
        assert connection.execute("SELECT count(*) > 300 FROM hidden_items").fetchone() == (True,)


def test_its_secret_is_drawn_anew_and_it_is_its_owners_alone(laid, tmp_path):
    kept = tmp_path / "kept.duckdb"
    kept.write_bytes(gzip.decompress((SAMPLE / KEPT).read_bytes()))
    assert secrets(kept) == {SECRET_KEPT}
    assert secrets(laid).isdisjoint(secrets(kept))
    assert laid.stat().st_mode & 0o077 == 0
    assert [path.name for path in laid.parent.iterdir()] == ["wsoa.duckdb"]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path):
    there = tmp_path / "there.duckdb"
    there.write_bytes(b"mine")
    assert lay_down(Place(there)) == 0
    assert there.read_bytes() == b"mine"


def test_where_it_cannot_be_written_it_is_a_sentence(tmp_path):
    (tmp_path / "folder").write_bytes(b"a file")
    with pytest.raises(StoreError):
        lay_down(Place(tmp_path / "folder" / "wsoa.duckdb"))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sample").mkdir()
    return small(tmp_path / "sample")


def test_one_of_other_files_is_not_laid_down(folder, tmp_path):
    shutil.copy(SAMPLE / KEPT, folder)
    assert (folder / "2023-24-Q4.xlsx").write_bytes(b"another")
    assert lay_down(Place(tmp_path / "wsoa.duckdb"), folder) == 0
    assert not (tmp_path / "wsoa.duckdb").exists()


@pytest.mark.parametrize("content", [None, b"none", gzip.compress(b"half of it" * 1000, mtime=0)[:40]])
def test_without_one_or_with_a_damaged_one_nothing_is_laid_down(folder, tmp_path, content):
    if content is not None:
        (folder / KEPT).write_bytes(content)
    assert lay_down(Place(tmp_path / "wsoa.duckdb"), folder) == 0
    assert not (tmp_path / "wsoa.duckdb").exists()


@pytest.fixture(scope="module")
def kept_once(tmp_path_factory):
    """A small folder with its store, which takes longest to make."""
    folder = small(tmp_path_factory.mktemp("sample"))
    assert write_kept(folder) == folder / KEPT
    return folder


@pytest.fixture
def with_store(kept_once, tmp_path):
    """A copy of that folder."""
    return shutil.copytree(kept_once, tmp_path / "with-store")


def test_what_is_kept_of_a_folder_is_laid_down(with_store, tmp_path):
    assert lay_down(Place(tmp_path / "wsoa.duckdb"), with_store) == 1
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        assert [version.file_name for version in versions(database)] == ["2023-24-Q4.xlsx"]


def test_on_a_disk_that_knows_no_second_name_it_is_laid_down_too(with_store, tmp_path, monkeypatch):
    monkeypatch.setattr("os.link", lambda *_: (_ for _ in ()).throw(PermissionError("no links here")))
    assert lay_down(Place(tmp_path / "new" / "wsoa.duckdb"), with_store) == 1
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_a_file_that_somebody_else_made_meanwhile_stays(with_store, tmp_path, monkeypatch):
    path = tmp_path / "wsoa.duckdb"

    def theirs(*_):
        path.write_bytes(b"theirs")
        raise FileExistsError

    monkeypatch.setattr("os.link", theirs)
    assert lay_down(Place(path), with_store) == 0
    assert path.read_bytes() == b"theirs"


@pytest.fixture
def empty(tmp_path):
    """A store in which nothing is yet, in a folder of its own."""
    (tmp_path / "in").mkdir()
    with Database.open(tmp_path / "in" / "wsoa.duckdb") as database:
        yield database


def test_it_takes_the_place_of_a_store_in_which_nothing_is_yet(empty, laid):
    assert lay_down_in(empty) == 11
    assert len(versions(empty)) == 11
    assert empty.exchanged == 1
    empty.close()
    assert tables(empty.path) == tables(laid)
    assert secrets(empty.path).isdisjoint(secrets(laid) | {SECRET_KEPT})
    assert empty.path.stat().st_mode & 0o077 == 0
    assert [path.name for path in empty.path.parent.iterdir()] == ["wsoa.duckdb"]


def test_its_secret_is_changed_in_the_file_itself_also_where_closing_one_brings_nothing_up_to_date(
    empty, with_store, tmp_path, monkeypatch
):
    """As on a full disk, of which closing says nothing."""
    monkeypatch.setattr(in_file, "LOCKED_DOWN", ("PRAGMA disable_checkpoint_on_shutdown", *in_file.LOCKED_DOWN))
    assert (lay_down(Place(tmp_path / "new.duckdb"), with_store), lay_down_in(empty, with_store)) == (1, 1)
    empty.close()
    for path in (tmp_path / "new.duckdb", empty.path):
        assert len(secrets(path) - {SECRET_KEPT}) == 1


def test_what_a_killed_process_left_of_it_is_cleared_away(empty, with_store):
    left = empty.path.with_name(".laying-down-wsoa.duckdb-left")
    left.mkdir()
    (left / "wsoa.duckdb").write_bytes(b"half of it")
    assert lay_down_in(empty, with_store) == 1
    assert not left.exists()


def test_one_that_can_only_be_read_and_holds_something_is_not_asked_to_be_written(with_store, tmp_path, monkeypatch):
    path = shutil.copy(laid_path(with_store, tmp_path), tmp_path / "read.duckdb")
    monkeypatch.setattr(in_file, "_only_readable", lambda _: True)
    with Database.open(path) as database:
        assert lay_down_in(database, with_store) == 0


def laid_path(folder, tmp_path):
    assert lay_down(Place(tmp_path / "laid.duckdb"), folder) == 1
    return tmp_path / "laid.duckdb"


def test_a_second_time_it_is_left_as_it_is(empty, with_store):
    assert lay_down_in(empty, with_store) == 1
    assert lay_down_in(empty, with_store) == 0
    assert (empty.exchanged, len(versions(empty))) == (1, 1)


def test_of_two_who_ask_at_once_one_lays_it_down(empty, with_store):
    held = []
    asking = [Thread(target=lambda: held.append(lay_down_in(empty, with_store))) for _ in range(2)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert sorted(held) == [0, 1]
    assert len(versions(empty)) == 1


def test_a_store_that_holds_a_name_alone_is_left_as_it_is(empty, with_store):
    keep_alias(empty, Alias(Thing.AREA, "E07000112", "Shepway"), by("Analyst"), naming())
    assert lay_down_in(empty, with_store) == 0
    assert (empty.exchanged, versions(empty)) == (0, [])


@pytest.mark.parametrize("content", [None, b"none"])
def test_without_one_or_with_a_damaged_one_an_empty_store_stays(empty, folder, content):
    if content is not None:
        (folder / KEPT).write_bytes(content)
    assert lay_down_in(empty, folder) == 0
    assert (empty.exchanged, versions(empty)) == (0, [])
    assert [path.name for path in empty.path.parent.iterdir() if path.name.startswith(".")] == []


def test_where_the_disk_is_full_it_is_a_sentence_and_the_store_stays(empty, with_store, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("loaders.kept.kept_on_disk", full)
    with pytest.raises(StoreError, match="full"):
        lay_down_in(empty, with_store)
    assert (empty.exchanged, versions(empty)) == (0, [])
    assert [path.name for path in empty.path.parent.iterdir() if path.name.startswith(".")] == []
