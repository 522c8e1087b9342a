"""The files of the demonstration, as `data/sample/` lists them: returns, and what was done beside them, a deed a line."""

import csv
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "data" / "sample"
ALIASES, LAYOUTS, MEETING, RELEASES, SIGN_OFFS, WORDS_SENT = (
    f"{name}.csv" for name in ("aliases", "layouts", "meeting", "releases", "signoffs", "wordings")
)


@dataclass(frozen=True, slots=True)
class Received:
    """One line of the manifest: a file, when it came in, who accepted it, and why it was made."""

    file: str
    received_at: datetime
    by: str
    reason: str


def manifest(folder: Path = SAMPLE) -> list[Received]:
    """The files of the demonstration in the order in which they came in."""
    return [
        Received(line["file"], datetime.fromisoformat(line["received_at"]), line["by"], line["reason"])
        for line in listed_lines(folder / "manifest.csv")
    ]


def listed_lines(listed: Path) -> list[dict[str, str]]:
    """The lines of a list by their headings; none where the folder has no such list."""
    if not listed.exists():
        return []
    with listed.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
