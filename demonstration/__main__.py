"""Writes `data/sample/` anew: `python -m demonstration [FOLDER]`. The same files every time."""

import csv
import shutil
from pathlib import Path

import programme.at_start  # noqa: F401 - first: what follows is made of the reference files
from demonstration.seeds import rows
from demonstration.workbooks import MANIFEST, deliveries, files
from loaders.kept import write_kept
from loaders.sample_files import ALIASES, LAYOUTS, MEETING, RELEASES, SIGN_OFFS, WORDS_SENT
from plumbing.command_line import DONE, Parser, leave

HERE = Path(__file__).parent
LISTS = (RELEASES, WORDS_SENT, MEETING, SIGN_OFFS, ALIASES, LAYOUTS)
COPIED = (*LISTS, *(row["file"] for name in ("releases", "layouts") for row in rows(name)))
"""The files of published figures, when each was loaded and taken back, what leads wrote on screen, what a meeting of the
board recorded, which quarters were signed off, what people mean by a name, and the layouts that they made."""
SAMPLE = Path(__file__).parent.parent / "data" / "sample"


def write_sample(folder: Path) -> list[Path]:
    """Write every workbook and the manifest into `folder`; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    for delivery, content in files():
        (folder / delivery.file).write_bytes(content)
    manifest = folder / "manifest.csv"
    with manifest.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, MANIFEST, lineterminator="\n")
        writer.writeheader()
        writer.writerows(delivery.manifest_row for delivery in deliveries())
    copied = [Path(shutil.copy(HERE / name, folder / name)) for name in COPIED]
    return [*(folder / delivery.file for delivery in deliveries()), manifest, *copied]


def parser() -> Parser:
    """The arguments that the script takes."""
    found = Parser(prog="python -m demonstration", description="Writes the sample files anew, the same every time.")
    found.add_argument("folder", type=Path, nargs="?", default=SAMPLE, help="where to (default: data/sample of the project)")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Write the sample files and say which, with their sizes; returns the exit code."""
    folder = parser().parse_args(arguments).folder
    for path in (*write_sample(folder), write_kept(folder)):
        print(f"{path.name}  {path.stat().st_size / 1000:.0f} kB")
    return DONE


if __name__ == "__main__":
    leave(main)
