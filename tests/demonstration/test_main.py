"""`python -m demonstration` writes the sample folder: small files and a manifest that says how each came in."""

import pytest

from demonstration.__main__ import COPIED, SAMPLE, main
from demonstration.workbooks import deliveries
from loaders.kept import KEPT


def test_everything_is_written_and_named(written_anew):
    names = [*(delivery.file for delivery in deliveries()), "manifest.csv", *COPIED, KEPT]
    assert sorted(path.name for path in written_anew.folder.iterdir()) == sorted(names)
    assert [line.split("  ")[0] for line in written_anew.said.splitlines()] == names
    assert (written_anew.folder / "manifest.csv").read_bytes() == (SAMPLE / "manifest.csv").read_bytes()


def test_the_committed_folder_holds_these_files_only_and_is_small():
    held = list(SAMPLE.iterdir())
    assert {path.name for path in held} == {delivery.file for delivery in deliveries()} | {"manifest.csv", *COPIED, KEPT}
    assert sum(path.stat().st_size for path in held) < 2_500_000


@pytest.mark.parametrize(("asked", "code"), [("--help", 0), ("--folder", 64)])
def test_what_is_no_folder_is_told_how_to_ask_and_nothing_is_written(asked, code, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main([asked])
    assert ended.value.code == code and list(tmp_path.iterdir()) == []
    said = capsys.readouterr()
    assert (said.out or said.err).startswith("usage: python -m demonstration [-h] [FOLDER]\n")
