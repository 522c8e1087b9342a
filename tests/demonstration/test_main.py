"""`python -m demonstration` writes the sample folder: small files and a manifest that says how each came in."""

from demonstration.__main__ import COPIED, SAMPLE
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
