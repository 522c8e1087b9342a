import json

import pytest

from reports.pack.files import PackFile
from reports.public.folder import FolderNotWritten, foreign, write_folder
from reports.public.made import KIND, MANIFEST


def export(*names, text=b"text"):
    told = {"kind": KIND, "files": [{"name": each} for each in names]}
    return [*(PackFile(each, text) for each in names), PackFile(MANIFEST, json.dumps(told).encode())]


def there(folder):
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def test_files_stand_in_a_new_folder_readable_for_a_web_server_and_beside_it_nothing(tmp_path):
    write_folder(export("index.html", "charts/one.svg"), tmp_path / "new" / "site")
    assert there(tmp_path / "new") == {"site/index.html", "site/charts/one.svg", "site/manifest.json"}
    assert (tmp_path / "new/site/charts/one.svg").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "new/site/charts").stat().st_mode & 0o777 == (tmp_path / "new/site").stat().st_mode & 0o777 == 0o755


def test_an_earlier_export_is_replaced_whole_and_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "site").mkdir()
    write_folder(export("index.html", "old.html"), tmp_path / "site")
    write_folder(export("index.html", text=b"newer"), tmp_path / "site")
    assert there(tmp_path) == {"site/index.html", "site/manifest.json"}
    assert (tmp_path / "site/index.html").read_bytes() == b"newer"


def test_a_folder_of_somebody_else_s_is_refused_and_left_as_it_was(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/letters.txt").write_text("mine")
    with pytest.raises(FolderNotWritten) as refusal:
        write_folder(export("index.html"), tmp_path / "site")
    assert str(refusal.value) == (
        "The public pages must be written into a new folder, or in place of an earlier export, got: "
        f"{tmp_path / 'site'}, in which stands letters.txt, which no export wrote. Name another with --output. Nothing was "
        "written; nothing was lost."
    )
    assert there(tmp_path) == {"site/letters.txt"}


def test_what_somebody_added_to_an_export_is_in_the_way_and_a_file_is_too(tmp_path):
    write_folder(export("index.html"), tmp_path / "site")
    (tmp_path / "site/charts").mkdir()
    assert foreign(tmp_path / "site") == ""
    (tmp_path / "site/charts/mine.svg").write_text("mine")
    (tmp_path / "site/a.txt").write_text("mine")
    assert foreign(tmp_path / "site") == "in which stands a.txt and 1 more that no export wrote"
    assert foreign(tmp_path / "site/a.txt") == "which is a file"
    (tmp_path / "other").mkdir()
    (tmp_path / "other/manifest.json").write_text('{"files": []}')
    assert foreign(tmp_path / "other") == "in which stands manifest.json, which no export wrote"


def test_where_nothing_can_be_written_it_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FolderNotWritten, match=r"folder with room for them, got: .*file/site \(.*\)\. Name another"):
        write_folder(export("index.html"), tmp_path / "file" / "site")
    assert there(tmp_path) == {"file"}
