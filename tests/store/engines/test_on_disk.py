import os

import pytest

from store.engines.migrate import copied_before
from store.engines.on_disk import kept_on_disk, named_on_disk


@pytest.fixture
def reached(monkeypatch):
    """What was brought to the disk, by its number in the file system, in that order."""
    kept, found = os.fsync, []

    def keep(opened):
        found.append(os.fstat(opened).st_ino)
        kept(opened)

    monkeypatch.setattr(os, "fsync", keep)
    return found


def test_a_file_and_a_folder_are_brought_to_the_disk(tmp_path, reached):
    file = tmp_path / "a"
    file.write_text("a")
    kept_on_disk(file)
    kept_on_disk(tmp_path)
    assert reached == [file.stat().st_ino, tmp_path.stat().st_ino]


def test_a_name_is_brought_to_the_disk_with_what_bears_it(tmp_path, reached):
    made, path = tmp_path / "work" / "new", tmp_path / "kept"
    made.parent.mkdir()
    made.write_text("new")
    path.write_text("old")
    named_on_disk(made, path)
    assert (path.read_text(), made.exists()) == ("new", False)
    assert reached == [tmp_path.stat().st_ino], "the folder says which name is whose"


def test_the_copy_before_an_upgrade_keeps_its_name(tmp_path, reached):
    path = tmp_path / "wsoa.duckdb"
    path.write_text("a")
    copy = copied_before(path, 3)
    assert reached == [copy.stat().st_ino, tmp_path.stat().st_ino]
