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


@pytest.mark.parametrize(("asked", "code"), [("--help", 0), ("--nonsense", 64)])
def test_an_option_is_no_folder_and_nothing_is_written(asked, code, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main([asked])
    assert (left.value.code, list(tmp_path.iterdir())) == (code, [])
    assert "usage: python -m demonstration [-h] [folder]" in "".join(capsys.readouterr())
