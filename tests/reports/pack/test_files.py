import json
from dataclasses import replace
from hashlib import sha256

import pytest

from programme.access import Role
from reports.pack.files import PackFile, PackNotWritten, files_of, pack_id, write_files

KEYS = ["id", "quarter", "as_at", "role", "change", "program", "definitions", "files", "state"]


@pytest.fixture(scope="module")
def made(pack):
    return files_of(pack, ("csv",))


def test_the_manifest_says_what_each_file_is_and_is_written_last(made, tmp_path):
    write_files(made.all, tmp_path / "new" / "folder")
    manifest = json.loads((tmp_path / "new/folder/board-pack-2024-25-Q3-manifest.json").read_text("utf-8"))
    assert list(manifest) == KEYS and manifest == made.manifest
    for each in manifest["files"]:
        content = (tmp_path / "new/folder" / each["name"]).read_bytes()
        assert each == {"name": each["name"], "bytes": len(content), "sha256": sha256(content).hexdigest()}
    assert len(list((tmp_path / "new/folder").iterdir())) == len(manifest["files"]) + 1


def test_times_and_state_are_the_snapshot_s(made, shown):
    told = {key: made.manifest[key] for key in ("quarter", "as_at", "role", "change", "state")}
    assert told == {
        "quarter": "2024/25 Q3",
        "as_at": shown[0].records.as_at.isoformat(),
        "role": "reader",
        "change": shown[1],
        "state": "published",
    }


def test_a_pack_that_may_point_to_a_child_says_so_in_its_id_its_names_and_its_manifest(pack):
    made = files_of(replace(pack, origin=replace(pack.origin, role=Role.ANALYST)), ("csv",))
    assert "may-point-to-a-child" in made.manifest["id"]
    assert list(made.manifest) == KEYS
    assert all("-analyst-may-point-to-a-child-" in each.name for each in made.all)
    cautions = json.loads(made.all[-1].content)["cautions"]
    assert cautions == list(replace(pack.origin, role=Role.ANALYST).cautions)


def test_whatever_the_bytes_follow_from_makes_another_id(pack):
    other = {"change": 0, "definitions": "0", "program": "0", "state": "approved", "role": Role.ANALYST}
    ids = {pack_id(pack.origin), *(pack_id(replace(pack.origin, **{key: value})) for key, value in other.items())}
    assert len(ids) == len(other) + 1


def test_a_folder_that_is_none_is_a_sentence_and_leaves_nothing(tmp_path):
    (tmp_path / "file").write_text("there")
    with pytest.raises(PackNotWritten, match="A pack must be written into a folder with room for it, got: "):
        write_files([PackFile("a.csv", b"a")], tmp_path / "file")
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(PackNotWritten):
        write_files([PackFile("a.csv", b"a")], tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.csv", "file"]
