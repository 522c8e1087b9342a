"""How the loaders stand hostile files: python benchmarks/hostile.py [workbooks] [byte strings], from the project's folder.

Random changes to a real return, to its words, headings and sheets, and random bytes, go the whole way of an upload.
Prints what became of them; leaves with 1 if any of them raised an exception, hung, changed the database without being
accepted, or could be accepted without a finding although it no longer says something that stands in it.
"""

import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from tqdm import tqdm

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.losses import Original, lost, original_of
from benchmarks.mutations import Changed, form_changed, words_typed
from benchmarks.open_documents import as_open_document, repetition_changed
from loaders.answers.marked import marked
from loaders.forms.template import save
from loaders.pipeline import Checked, KnownBefore, accept_checked, check_file, known_to
from loaders.published.dfe import read_dfe
from loaders.sample import load_demonstration
from loaders.sample_files import SAMPLE
from programme.access import person_here
from programme.submission import Acceptance
from store.database import Database
from store.returns.facts import facts
from store.returns.versions import latest_change

WORKBOOKS, BYTE_STRINGS = 1_000, 200
MARKED_EVERY = 25  # marking takes longer than checking
AT_ONCE, BATCH = 2, 20
HANGS = 60.0  # seconds; the child's own limit is half of it
ODD = (
    *(None, "", " ", "c", "zz", "12%", "1,234", "=1+1", "=A1", "#DIV/0!", True, date(1900, 1, 1)),
    *(-1, 0.5, 1e308, -1e308, 10**15, "2024/25 Q9", "plans_isued", "Cantebury", "all", "History"),
    *("\u202e\u200b", "x" * 32_767, "'", "<t>&amp;</t>", "\n"),
)


@dataclass(frozen=True)
class Hostile:
    """One file: what kind of change made it, of which return, and what was typed."""

    kind: str
    changed: Changed
    of: str = ""


@dataclass(frozen=True)
class Examined:
    """What became of one file; `lost` is what it no longer says, although it can be accepted without a finding."""

    kind: str
    seconds: float
    checked: Checked | None = None
    fault: str = ""
    lost: tuple = ()
    what: str = ""


def cells_changed(content: bytes, chance: random.Random) -> bytes:
    """The workbook with some cells, sheets, rows or columns changed, as people change them."""
    book = openpyxl.load_workbook(BytesIO(content))
    for _ in range(chance.randint(1, 12)):
        sheet = chance.choice(book.worksheets)
        row, column = chance.randint(1, sheet.max_row + 1), chance.randint(1, sheet.max_column + 1)
        match chance.randrange(12):
            case 0:
                sheet.title = chance.choice(["History", "Figures ", "cover", "Findings", "Other"])
            case 1:
                sheet.delete_rows(row, chance.randint(1, 5))
            case 2:
                sheet.delete_cols(column)
            case 3:
                sheet.insert_rows(row)
            case 4:
                sheet.sheet_state = "hidden"
            case 5:
                sheet.cell(row, column).number_format = chance.choice(["0%", "yyyy-mm-dd", "[h]:mm", "@"])
            case _:
                _typed(sheet, row, column, chance.choice(ODD))
    return save(book)


def _typed(sheet, row: int, column: int, value: object) -> None:
    cell = sheet.cell(row, column)
    if not isinstance(cell, openpyxl.cell.cell.MergedCell):
        cell.value = value


def parts_changed(content: bytes, chance: random.Random) -> bytes:
    """The workbook with bytes of its unpacked parts changed; its checksums hold."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for _ in range(chance.randint(1, 30)):
        part = parts[chance.choice(sorted(parts))]
        part[chance.randrange(len(part))] = chance.randrange(256)
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, bytes(part))
    return written.getvalue()


def bytes_changed(content: bytes, chance: random.Random) -> bytes:
    """The file with some of its own bytes changed, or cut short."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.2 else changed)


NAME = "return.xlsx"
ORIGINALS = ("2024-25-Q3.xlsx", "2023-24-Q4.xlsx")
CHANGES = {
    "cells": lambda content, chance: Changed(cells_changed(content, chance)),
    "words": words_typed,
    "form": form_changed,
    "parts": lambda content, chance: Changed(parts_changed(content, chance)),
    "file": lambda content, chance: Changed(bytes_changed(content, chance)),
    "ods parts": lambda content, chance: Changed(parts_changed(as_open_document(content), chance)),
    "ods repeated": lambda content, chance: Changed(repetition_changed(as_open_document(content), chance)),
}
IN_TURN = ("cells", "words", "form", "parts", "ods parts", "words", "form", "file", "ods repeated")
SAME_CONTENT = ("words", "form")
"""The changes after which all that was typed is still in the workbook, but for what was typed over."""


def hostile_files(workbooks: int, byte_strings: int) -> Iterator[Hostile]:
    """The files, the same on every run."""
    originals = {name: (SAMPLE / name).read_bytes() for name in ORIGINALS}
    for seed in range(workbooks):
        chance = random.Random(seed)
        kind, name = IN_TURN[seed % len(IN_TURN)], chance.choice(ORIGINALS)
        yield Hostile(kind, CHANGES[kind](originals[name], chance), name)
    for seed in range(byte_strings):
        chance = random.Random(seed)
        start = chance.choice([b"", b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"), b"\xef\xbb\xbf"])
        yield Hostile("bytes", Changed(start + chance.randbytes(chance.randint(0, 20_000))))


def originals_checked(known: KnownBefore) -> dict[str, Original]:
    """The unchanged returns, checked as the changed ones are: what is found already there is found because of no change."""
    return {name: original_of(check_file((SAMPLE / name).read_bytes(), NAME, known=known)) for name in ORIGINALS}


@dataclass(frozen=True)
class Beginning:
    """What was known before the first file, with the unchanged returns: what a changed one may lose is told from these."""

    known: KnownBefore
    originals: dict[str, Original]


def examined(first: Beginning, known: KnownBefore, numbered: tuple[int, Hostile]) -> Examined:
    """Check one file as an upload is checked, and mark some of them."""
    number, file = numbered
    content, start = file.changed.content, perf_counter()
    try:
        checked = check_file(content, NAME, known=first.known if file.kind in SAME_CONTENT else known)
        if number % MARKED_EVERY == 0:
            marked(content, checked.findings)
        if file.kind == "bytes":
            read_dfe(content, "figures.csv", "release")
        gone = lost(first.originals[file.of], checked, file.changed.typed) if file.kind in SAME_CONTENT else ()
    except Exception:  # noqa: BLE001 - counting whatever gets through is what this is for
        return Examined(file.kind, perf_counter() - start, fault=f"file {number}: {traceback.format_exc()}")
    return Examined(file.kind, perf_counter() - start, checked, lost=tuple(gone), what=f"{number}: {file.changed.what}")


def accepted(database: Database, outcome: Examined) -> tuple[bool, str]:
    """Try to accept the file with a reason for every query; the fault is empty where the store did as it must."""
    before = latest_change(database)
    try:
        loaded = accept_checked(database, outcome.checked, Acceptance(person_here("benchmark"), reasons="benchmark"))
    except Exception:  # noqa: BLE001 - as above
        return False, traceback.format_exc()
    taken, changed = loaded.version is not None, latest_change(database) != before
    return taken, "" if changed == taken else "changed without being accepted"


def batches(files: Iterator) -> Iterator[list]:
    """A few files at a time, so that no more than those are held."""
    while batch := list(islice(files, BATCH)):
        yield batch


def _demonstration(path: Path, filled: Path | None) -> Database:
    if filled:
        return Database.open(shutil.copy(filled, path))
    database = Database.open(path)
    load_demonstration(database)
    return database


def main(workbooks: int = WORKBOOKS, byte_strings: int = BYTE_STRINGS, filled: Path | None = None) -> int:
    """Run all of them on a demonstration, loaded here or copied from `filled`, and print the figures."""
    counts: Counter[str] = Counter()
    faults, losses, slowest = [], [], 0.0
    files = tqdm(hostile_files(workbooks, byte_strings), total=workbooks + byte_strings, disable=not sys.stderr.isatty())
    with (
        tempfile.TemporaryDirectory() as folder,
        _demonstration(Path(folder) / "wsoa.duckdb", filled) as database,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        known, number = known_to(database, person_here("benchmark")), latest_change(database)
        first = Beginning(known, originals_checked(known))
        for batch in batches(enumerate(files)):
            if latest_change(database) != number:
                known, number = known_to(database, person_here("benchmark")), latest_change(database)
            for outcome in pool.map(partial(examined, first, known), batch):
                taken, fault = (False, outcome.fault) if outcome.fault else accepted(database, outcome)
                counts[f"{outcome.kind}: {_said(outcome, taken)}"] += 1
                slowest = max(slowest, outcome.seconds)
                faults += [fault] if fault else []
                losses += [f"file {outcome.what}: {len(outcome.lost)} lost, first {outcome.lost[0]}"] if outcome.lost else []
            if latest_change(database) == number and facts(database) != known.facts:
                faults.append(f"figures changed before file {batch[-1][0]}, though none was accepted")
    for name, count in sorted(counts.items()):
        print(f"{name:40} {count:6,}")
    print(f"{'exceptions or changes not accepted':40} {len(faults):6,}")
    print(f"{'accepted losses without a finding':40} {len(losses):6,}")
    print(f"{'slowest, in seconds':40} {slowest:6.1f}")
    print(*faults[:5], *losses[:10], sep="\n")
    return int(bool(faults or losses) or slowest > HANGS)


def _said(outcome: Examined, taken: bool) -> str:
    if outcome.checked is None:
        return "exception"
    if taken:
        return "accepted"
    return "refused with findings" if outcome.checked.readable else "not readable, with a sentence"


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
