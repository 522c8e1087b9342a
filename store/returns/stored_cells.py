"""Reads single cells of figures, when somebody asks for one: of most of them nobody does."""

from collections.abc import Mapping, Sequence

from plumbing.kept import Kept
from programme.figure import FigureKey
from programme.stored import StoredCell
from programme.submission import Version
from store.database import Database

MOST_CELLS = 200_000  # kept once read, about 100 MB: all of a council, those of a nation that a page shows

_CELLS = """
    SELECT version, area_code, quarter, sheet, ref, note FROM figures
    WHERE measure = ? AND version <= ?
"""


class StoredCells:
    """The cells of the figures of the first versions of a store, read a measure at a time. Nothing is ever changed there, so
    a cell read later is the one that was there at first."""

    def __init__(self, database: Database, versions: Sequence[Version]):
        self._database = database
        self._newest = max((version.number for version in versions), default=0)
        self._kept, self._many = Kept(MOST_CELLS), 0

    @property
    def kept(self) -> Kept:
        """What is kept of the store that they are read from, for every moment of it."""
        return self._database.kept

    def __eq__(self, other: object) -> bool:
        """Whether they read the same file: what stands in a cell of one of its versions never changes."""
        return isinstance(other, StoredCells) and self.kept is other.kept

    def __hash__(self) -> int:
        return id(self.kept)

    def __call__(self, version: int, key: FigureKey) -> StoredCell:
        """The cell of a figure in the version that set it. Raises StoreError."""
        measure, area_code, quarter = key
        cells = self._kept.answer(measure, lambda: self._read(measure))
        return StoredCell(*cells[version, area_code, str(quarter)][3:])

    def _read(self, measure: str) -> Mapping[tuple[int, str, str], tuple]:
        """The rows of `_CELLS`: of most of them nobody looks at the cell. Those before go once there are too many."""
        with self._database.cursor() as cursor:
            rows = cursor.execute(_CELLS, [measure, self._newest]).fetchall()
        self._many += len(rows)
        if self._many > MOST_CELLS:
            self._kept.forget(unless=lambda _: False)
            self._many = len(rows)
        return {row[:3]: row for row in rows}
