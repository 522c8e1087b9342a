"""How long a pack of the demonstration takes to make and to write, of the processor alone: python -m benchmarks.pack."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from benchmarks.loading import told
from benchmarks.timing import best
from loaders.sample import load_demonstration
from programme.access import AT_THE_COMMAND_LINE, Role, person_here
from programme.quarter import Quarter
from record.records import read
from reports.pack.files import FORMATS
from reports.pack.made import pack_of
from reports.pack_commands import pack_files
from reports.progress.readings import Progress
from store.database import Database
from store.order.points import point_at

QUARTER = Quarter(2024, 3)
ALL_FORMATS, DOCUMENT = 6, 1
"""Seconds allowed for everything, from the store to the files, and for the document alone."""


def seconds_of(work: Callable[[], object]) -> float:
    """Of the processor, the first time: whoever asks for a pack asks once."""
    before = process_time()
    work()
    return process_time() - before


def main() -> None:
    """Make it on the demonstration data, format by format and as a whole."""
    with tempfile.TemporaryDirectory() as name, Database.open(Path(name) / "wsoa.duckdb") as database:
        load_demonstration(database)
        person = person_here(AT_THE_COMMAND_LINE)
        whole = seconds_of(lambda: pack_files(database, QUARTER, None, Role.READER, tuple(FORMATS), person))
        told("a pack in all formats, from the store", whole, ALL_FORMATS)
        point = point_at(database)
        pack = pack_of(Progress(read(database, point.moment), Role.READER), QUARTER, point.change)
        for kind, make in FORMATS.items():
            allowed = DOCUMENT if kind == "pdf" else ALL_FORMATS
            told(f"{kind} alone, again", best(lambda make=make: make(pack), process_time), allowed)


if __name__ == "__main__":
    main()
