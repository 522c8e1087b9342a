"""`python -m demonstration` writes the sample folder: small files and a manifest that says how each came in."""

from demonstration.__main__ import COPIED, SAMPLE, main
from demonstration.workbooks import deliveries
from loaders.kept import KEPT


def kept_in(folder):
    """In place of the store that is loaded: tests/loaders/test_kept.py makes one."""
    (folder / KEPT).write_bytes(b"")
    return folder / KEPT


def test_everything_is_written_and_named(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("demonstration.__main__.write_kept", kept_in)
    main([str(tmp_path)])
    names = [*(delivery.file for delivery in deliveries()), "manifest.csv", *COPIED, KEPT]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()] == names
    assert (tmp_path / "manifest.csv").read_bytes() == (SAMPLE / "manifest.csv").read_bytes()


def test_the_committed_folder_holds_these_files_only_and_is_small():
    held = list(SAMPLE.iterdir())
    assert {path.name for path in held} == {delivery.file for delivery in deliveries()} | {"manifest.csv", *COPIED, KEPT}
    assert sum(path.stat().st_size for path in held) < 2_500_000
