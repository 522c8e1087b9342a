"""Files of other people, read once, and little sheets typed by hand."""

from pathlib import Path

import pytest

from loaders.reading import read_child, text_child
from loaders.reading.open_document import letters
from loaders.reading.reader import workbook_of
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook

FOREIGN = Path(__file__).parents[4] / "shared" / "data" / "foreign"
NOT_HERE = "the real files of other people are kept beside the project, and are not here"


@pytest.fixture(scope="session")
def foreign():
    """Gives a real file of somebody else's as a workbook, read in this process and once."""
    known: dict[str, Workbook] = {}

    def read(name: str) -> Workbook:
        if not (FOREIGN / name).exists():
            pytest.skip(NOT_HERE)
        if name not in known:
            content = (FOREIGN / name).read_bytes()
            reads = text_child.read_table if name.endswith(".csv") else read_child.read_sheets
            known[name] = workbook_of(reads(content), content, name)
        return known[name]

    return read


@pytest.fixture(scope="session")
def foreign_path():
    """Gives the path of a real file of somebody else's."""

    def path(name: str) -> Path:
        if not (FOREIGN / name).exists():
            pytest.skip(NOT_HERE)
        return FOREIGN / name

    return path


def typed(row: int, column: int, value: object) -> Typed:
    """One cell: a text, or a number; `41.5%` is a number shown as a percentage."""
    ref = f"{letters(column)}{row}"
    if isinstance(value, str) and value.endswith("%") and value[:-1].replace(".", "").isdigit():
        return Typed(ref, row, column, Kind.NUMBER, float(value[:-1]) / 100, percent=True)
    if isinstance(value, str):
        return Typed(ref, row, column, Kind.TEXT, value)
    return Typed(ref, row, column, Kind.NUMBER, float(value))


def sheet_typed(rows, name="Sheet1", *, hidden=False, merged=()) -> Sheet:
    """A sheet of these rows from A1 on; None is a blank cell."""
    cells = {
        (row, column): typed(row, column, value)
        for row, line in enumerate(rows, start=1)
        for column, value in enumerate(line, start=1)
        if value is not None
    }
    return Sheet(name, cells, hidden=hidden, merged=tuple(merged))


def book_of(*sheets: Sheet, file_name="sent.xlsx") -> Workbook:
    """A workbook of these sheets."""
    return Workbook(file_name, "0" * 64, sheets)


@pytest.fixture(scope="session")
def sheet_of():
    """Types a sheet from rows."""
    return sheet_typed


@pytest.fixture(scope="session")
def book():
    """Makes a workbook of sheets."""
    return book_of
