"""Checks the reference files before anything is made of them: a slip is a sentence with its file and row, never a crash."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from io import StringIO
from pathlib import Path

from plumbing import reference
from programme.reference_files import REFERENCE_FILES, ReferenceColumn, ReferenceFile

MOST_LISTED = 20
PUT_RIGHT = "Put it right, save the file as CSV in UTF-8, and start again. Nothing was changed."
FileRows = list[dict[str, str]]
KnownTexts = dict[tuple[str, str], set[str]]


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in a reference file that cannot be worked with. `row` counts as a spreadsheet does; 0 is the whole file."""

    file: str
    row: int
    message: str

    def __str__(self) -> str:
        return f"data/reference/{self.file}{f', row {self.row}' if self.row else ''}: {self.message}"


class NoTableError(Exception):
    """A file that is no table; it holds the slip."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(str(slip))
        self.slip = slip


def reference_slips(folder: Path | None = None) -> tuple[Slip, ...]:
    """Every slip in the reference files, file by file and from top to bottom; they are read again where one has changed."""
    return _slips(*files_as_they_are(folder))


def files_as_they_are(folder: Path | None = None) -> tuple[Path, tuple]:
    """Where the files are, and what changes with each: what is made of them need not be made again while it is the same."""
    place = folder or reference.REFERENCE
    return place, tuple(_stamp(place / f"{name}.csv") for name in REFERENCE_FILES)


def rows_now(name: str) -> FileRows:
    """The rows of a sound file as it is now, whatever was made of it before."""
    return _table(reference.REFERENCE / f"{name}.csv")


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes with a file: when it was written and how long it is; None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@cache
def slips_at_start() -> tuple[Slip, ...]:
    """What was found when this process first asked: what is made of the files is made once."""
    return reference_slips()


@cache
def _slips(folder: Path, _stamps: tuple) -> tuple[Slip, ...]:
    tables, found = {}, []
    for name in REFERENCE_FILES:
        try:
            tables[name] = _table(folder / f"{name}.csv")
        except NoTableError as refusal:
            found.append(refusal.slip)
    known = _known(tables)
    for name, table in tables.items():
        found += _in_rows(name, table, known)
    return tuple(found)


def _known(tables: dict[str, FileRows]) -> KnownTexts:
    """The values that other files may name, by file and column; of a file that cannot be read none are asked for."""
    named = {kept.of for file in REFERENCE_FILES.values() for kept in file.columns.values() if kept.of}
    return {(name, column): {row[column] for row in tables[name]} for name, column in named if name in tables}


def slips_told(slips: tuple[Slip, ...]) -> str:
    """The slips as sentences, one in a line, and what to do."""
    more = [f"… and {len(slips) - MOST_LISTED} more."] if len(slips) > MOST_LISTED else []
    head = "The reference files must be sound before anything is made of them, got:"
    return "\n".join([head, *map(str, slips[:MOST_LISTED]), *more, PUT_RIGHT])


def _table(path: Path) -> FileRows:
    """The rows of a file. Raises NoTableError for one that is not there, is no CSV in UTF-8, or lacks a column."""
    return _rows(path.name, _text(path))


@lru_cache(maxsize=2 * len(REFERENCE_FILES))  # where one has changed, the others say what they said
def _rows(file_name: str, text: str) -> FileRows:
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    table: FileRows = []
    try:
        headings = next(lines, [])
        _need_columns(file_name, headings, REFERENCE_FILES[file_name.removesuffix(".csv")])
        for number, cells in enumerate((each for each in lines if each), start=2):
            if len(cells) != len(headings):
                raise _no_table(file_name, number, f"a row must have {len(headings)} cells, got: {len(cells)}")
            table.append(dict(zip(headings, cells, strict=True)))
    except csv.Error as fault:
        raise _no_table(file_name, lines.line_num, f"a row must be one of a CSV file, got: {fault}") from None
    if not table:
        raise _no_table(file_name, 0, "it must have rows, got: none")
    return table


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise _no_table(path.name, 0, f"it must be there and readable, got: {fault.strerror}") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        row = content.count(b"\n", 0, fault.start) + 1
        got = f"the byte {content[fault.start]:#04x}, which other encodings use"
        raise _no_table(path.name, row, f"it must be saved in UTF-8, got: {got}") from None


def _need_columns(file_name: str, headings: list[str], file: ReferenceFile) -> None:
    for column in file.columns:
        if headings.count(column) > 1:
            raise _no_table(file_name, 1, f"it must have the column {column} once, got: {headings.count(column)} times")
        if column not in headings:
            near = get_close_matches(column, [each for each in headings if each not in file.columns], n=1)
            got = near[0] if near else ", ".join(headings) or "no headings"
            raise _no_table(file_name, 1, f"it must have the column {column}, got: {got}")


def _no_table(file_name: str, row: int, message: str) -> NoTableError:
    return NoTableError(Slip(file_name, row, message))


def _in_rows(name: str, table: FileRows, known: KnownTexts) -> Iterator[Slip]:
    """The slips of one file: cell by cell, rows that repeat one another, and what is not there at all."""
    file = REFERENCE_FILES[name]
    judged = {column: _all_amiss({row[column] for row in table}, kept, known) for column, kept in file.columns.items()}
    judged = {column: amiss for column, amiss in judged.items() if amiss}
    for number, row in enumerate(table, start=2) if judged or file.together else ():
        amiss = {column: of.get(row[column], "") for column, of in judged.items()}
        if file.together and not any(amiss.values()):
            amiss = file.together(row)
        for column, message in amiss.items():
            if message:
                yield Slip(f"{name}.csv", number, f"{column} must {message}, got: {row[column] or 'nothing'}")
    for columns in (*([file.apart] if file.apart else []), *((each,) for each, kept in file.columns.items() if kept.once)):
        yield from _repeated(f"{name}.csv", table, columns)
    for column, values in (file.must_have or {}).items():
        there = {row[column] for row in table}
        for missing in (each for each in values if each not in there):
            yield Slip(f"{name}.csv", 0, f"a row must have the {column} {missing}, got: no such row")


def _repeated(file: str, table: FileRows, columns: tuple[str, ...]) -> Iterator[Slip]:
    first: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(table, start=2):
        key = tuple(row[column] for column in columns)
        if first.setdefault(key, number) != number and any(key):
            holds = f"{' and '.join(columns)} must stand in one row only: in row {first[key]} there is the same"
            yield Slip(file, number, f"{holds}, got: {', '.join(key)}")


def _all_known(text: str, kept: ReferenceColumn, values: set[str]) -> bool:
    parts = text.split(";") if kept.groups else (text,)
    return all(part in values or part in kept.groups for part in parts)


def _all_amiss(texts: set[str], kept: ReferenceColumn, known: KnownTexts) -> dict[str, str]:
    """What is amiss with each text of a column: most files have none, and then nobody need go through their rows."""
    return {text: amiss for text in texts if (amiss := _amiss(text, kept, known))}


def _amiss(text: str, kept: ReferenceColumn, known: KnownTexts) -> str:
    """What a cell must do and does not; empty where it is as it should be."""
    if not text.strip():
        return "" if kept.may_be_blank else "be given"
    if kept.of and kept.of in known and not _all_known(text, kept, known[kept.of]):
        more = f", or {' or '.join(kept.groups)}, with ; between them" if kept.groups else ""
        return f"be one of those in {kept.of[0]}.csv{more}"
    return kept.wanted(text) if kept.wanted else ""
