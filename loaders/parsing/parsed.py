"""A return as understood: each row of figures with the cells it was typed in and what they were taken to mean."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from loaders.reading.workbook import Typed, Workbook
from plumbing.unchanging import Unchanging
from programme.areas import Area
from programme.measures import Measure
from programme.names import Naming, shipped_naming
from programme.period_figure import PeriodFigure
from programme.quarter import Quarter
from programme.sheets.typed import plain
from programme.submission import Cover, Entry, ReturnKind


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the Cover: where its answer stands, and the answer typed there (None where blank)."""

    label: str
    ref: str
    typed: Typed | None

    @property
    def text(self) -> str:
        """The answer as text, empty where blank."""
        return self.typed.text.strip() if self.typed else ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One value of the return. `measure`, `area` and `quarter` are None where what was typed is not known.

    `value_ref` is the cell the value stands in, or would stand in where it is blank.
    """

    sheet: str
    row: int
    value_ref: str
    measure_cell: Typed | None
    area_cell: Typed | None
    quarter_cell: Typed | None
    value_cell: Typed | None
    status_cell: Typed | None
    note_cell: Typed | None
    measure: Measure | None
    area: Area | None
    quarter: Quarter | None


@dataclass(frozen=True)
class ParsedReturn(Unchanging):
    """A workbook taken as a return. `cover` is None until its fields can be understood.

    `fields` are the Cover's lines by label, spelt as the layout spells it. `headings` are the heading cells of each
    sheet that was read, from left to right, by the sheet's name. `naming` is what names were understood by, `kept` what
    other people's workbooks give beside figures of quarters: those of months and years, and reported values. `by_layout`
    says that it is no form of ours, and was read by a layout.
    """

    kind: ReturnKind
    workbook: Workbook
    cover: Cover | None
    fields: Mapping[str, Field]
    rows: tuple[FigureRow, ...]
    entries: tuple[Entry, ...]
    headings: Mapping[str, tuple[Typed, ...]] = field(default_factory=dict)
    naming: Naming = field(default_factory=shipped_naming)
    kept: tuple[PeriodFigure, ...] = ()
    by_layout: bool = False

    def entries_on(self, sheet: str) -> Sequence[Entry]:
        """What is typed under a heading on the sheets of this name, in order."""
        return self._entries_by_sheet.get(plain(sheet), ())

    @cached_property
    def _entries_by_sheet(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.heading:
                found[plain(entry.sheet)].append(entry)
        return found
