"""What a layout takes out of a file: every figure with the sender's own sheet and cell, and what stands against it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.layouts.layout import Layout
from loaders.reading.workbook import Typed, Workbook
from programme.aliases import Thing
from programme.areas import Area
from programme.finding import Finding, Found
from programme.period import Period
from programme.symbols import Symbol


@dataclass(frozen=True, slots=True)
class MappedValue:
    """One figure: `measure` is the id of a measure, or of a KPI where the value is only reported.

    Exactly one of `value` and `symbol` is set. The cells are those it was read by; `value_cell` is its own.
    """

    sheet: str
    row: int
    value_cell: Typed
    measure: str
    area: Area
    period: Period
    value: float | None
    symbol: Symbol | None
    kind: str
    measure_cell: Typed | None = None
    area_cell: Typed | None = None
    period_cell: Typed | None = None

    @property
    def as_printed(self) -> str:
        """As it stands in its cell."""
        return self.value_cell.text

    @property
    def place(self) -> str:
        """`Table 4!AL35`: the sender's sheet and cell."""
        return f"{self.sheet}!{self.value_cell.ref}"

    @property
    def key(self) -> tuple[str, str, Period]:
        """What it is about."""
        return self.measure, self.area.code, self.period

    def as_json(self) -> dict[str, object]:
        """The object that scripts read."""
        return {
            "sheet": self.sheet,
            "cell": self.value_cell.ref,
            "measure": self.measure,
            "area": self.area.name,
            "period": str(self.period),
            "value": _number(self.value) if self.symbol is None else str(self.symbol),
            "kind": self.kind,
            "as_printed": self.as_printed,
        }


@dataclass(frozen=True, slots=True)
class MappedRow:
    """One row of a log or register: its number in the sender's sheet, and its answers as ours, by our headings."""

    number: int
    answers: Mapping[str, str]


def _number(value: float) -> float:
    return int(value) if value.is_integer() else value


@dataclass(frozen=True, slots=True)
class NameLeftOut:
    """A name in a cell that is nothing of ours, and of what kind of thing it would be one."""

    kind: Thing
    typed: str
    place: str


@dataclass(frozen=True)
class MappedFile(Found):
    """A file as one of the layouts reads it. `layout` is None where none fits; `matched` is the share of its words there.

    `tables` says how many of the layout's tables were found, `periods` which periods the figures are of. Rows of words come
    as a workbook of our own form (`ours`), whose cells are called as they are in the sender's `sheet`. What a person may
    still say: which of `several` sheets is a table, by its word; which of the layouts that it is `alike`, by name; what is
    meant by the names that were `left_out`, each told at every place where it stands.
    """

    workbook: Workbook
    layout: Layout | None
    matched: float
    values: tuple[MappedValue, ...] = ()
    findings: tuple[Finding, ...] = ()
    tables: tuple[int, int] = (0, 0)
    ours: Workbook | None = None
    sheet: str = ""
    several: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: tuple[str, ...] = ()
    left_out: tuple[NameLeftOut, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of its figures, in order of time."""
        return tuple(sorted({value.period for value in self.values}))

    @property
    def rows(self) -> tuple[MappedRow, ...]:
        """The rows of words that were taken, from top to bottom; none of a file that brings figures."""
        cells = sorted(self.ours.sheet(self.layout.to).cells.items()) if self.ours else []
        head = cells[0][0][0] if cells else 0
        headings = {column: cell.text for (row, column), cell in cells if row == head}
        answers: dict[int, dict[str, str]] = {}
        for (row, column), cell in cells:
            if row > head:
                answers.setdefault(row, {})[headings[column]] = cell.text.strip()
        return tuple(MappedRow(row, told) for row, told in answers.items())
