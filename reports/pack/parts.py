"""What a pack holds, as plain data: sections of words, tables and charts, every measure, and whence all of it comes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from programme.access import Role, sees_hidden
from programme.moment import time_text
from programme.quarter import Quarter
from reports.charts.chart import Chart
from reports.tables.table import Table

MAY_POINT = (
    "This pack shows figures that could point to a child. It is for those who may see them; it can be neither approved nor "
    "published."
)
POINTS = "may-point-to-a-child"
"""What stands in the name of whatever may."""


DataKind = Literal["text", "number", "whole", "yes/no"]
DataValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class DataColumn:
    """One column: its name, which never changes, what its values are, and what they mean."""

    name: str
    kind: DataKind
    meaning: str


@dataclass(frozen=True, slots=True)
class DataSet:
    """Rows with one value for each column; None is nothing, and never 0."""

    name: str
    meaning: str
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[DataValue, ...], ...]


@dataclass(frozen=True, slots=True)
class PackOrigin:
    """Whence a pack comes: the snapshot, for whom, and with which definitions and program it was worked out.

    `as_at` is the moment of the snapshot and `change` the newest thing stored by then; `definitions` and `program` are
    fingerprints; `state` is what the sign-off says of the quarter.
    """

    quarter: Quarter
    as_at: datetime
    role: Role
    change: int
    definitions: str
    program: str
    illustrative: bool
    state: str

    @property
    def may_point_to_a_child(self) -> bool:
        """Whether what readers may not see stands in it."""
        return sees_hidden(self.role)

    @property
    def cautions(self) -> tuple[str, ...]:
        """What stands on its cover, in its files and in its manifest."""
        return (MAY_POINT,) if self.may_point_to_a_child else ()

    @property
    def figures_as_known(self) -> str:
        """`Figures as known on 3 February 2025 at 14:50, change 25`."""
        return f"Figures as known on {time_text(self.as_at)}, change {self.change}"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `label` stands before it in bold letters."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences in a list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockHeading:
    """What the blocks after it are about."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that somebody said or wrote, and who or where."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table to read. `widths` are the shares of its columns on paper, empty where all are alike.

    Raises ValueError where they are not as many as the columns.
    """

    table: Table
    widths: tuple[float, ...] = ()

    def __post_init__(self):
        if self.widths and len(self.widths) != len(self.table.columns):
            must = f"{self.table.caption}: a table must have one width for each of {len(self.table.columns)} columns"
            raise ValueError(f"{must}, got: {len(self.widths)}")


@dataclass(frozen=True, slots=True)
class CountBar:
    """How many of a whole are what, as a bar: `parts` are the counts, each with its word and colour, empty ones left out."""

    label: str
    of: str
    parts: tuple[tuple[int, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PackMeasure:
    """One KPI of the quarter for the whole area: its finding, its sentence, its chart, and the tables that go with it.

    `grid` is the chart as a table of years and quarters, `whole` the one table of everything known of every quarter: where
    each figure was read, which takes long to look up, is for some files only. `companions` are the measures it must never be
    shown without, one sentence each.
    """

    id: str
    short: str
    title: str
    unit: str
    definition: str
    source: str
    headline: str
    sentence: str
    chart: Chart
    grid: Table
    whole: Sequence[Table]
    companions: tuple[str, ...]

    @property
    def table(self) -> Table:
        """Everything known of every quarter."""
        return self.whole[0]

    @property
    def without_unit(self) -> Chart:
        """The chart, its newest amount without a unit in words: that stands beside it, and takes half of a narrow width."""
        labels = tuple(replace(each, text=each.text.removesuffix(f" {self.unit}")) for each in self.chart.labels)
        return replace(self.chart, labels=labels)

    @property
    def alternative(self) -> str:
        """The chart for those who do not see it: what is found, in words, and then what its line does."""
        return f"{self.headline.partition(' ')[2]}. {self.chart.headline}. {self.chart.alternative}"


@dataclass(frozen=True, slots=True)
class Pictured:
    """The chart of a measure with its table under it."""

    measure: PackMeasure


@dataclass(frozen=True, slots=True)
class Beside:
    """Two or more columns of blocks beside each other, to be read one after the other."""

    columns: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class PageEnds:
    """What comes next begins on a page of its own."""


Block = Words | Points | BlockHeading | Quoted | Tabled | CountBar | Pictured | Beside | PageEnds


@dataclass(frozen=True, slots=True)
class PackSection:
    """One part of the pack: what it is about, what is to be found in it, and its blocks. `key` names it in every file."""

    key: str
    subject: str
    finding: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The answer on one page: the finding, what the figures say, how things stand in bars, and what leads say to it."""

    title: str
    answer: str
    said: tuple[str, ...]
    bars: tuple[CountBar, ...]
    lists: tuple[tuple[str, str, tuple[str, ...]], ...]
    signed: str
    voice: Quoted | None
    decide: str


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything of one quarter for one kind of reader. `data` are the rows for other programs.

    No format shows everything: sections, measures and data may be given to be made once they are looked at.
    """

    origin: PackOrigin
    cover: FrontPage
    glance: Table
    sections: Sequence[PackSection]
    measures: Sequence[PackMeasure]
    notes: tuple[str, ...]
    data: Sequence[DataSet]

    def section(self, key: str) -> PackSection:
        """A section by its key. Raises KeyError."""
        found = {each.key: each for each in self.sections}
        return found[key]


def blocks_of(section: PackSection) -> tuple[Block, ...]:
    """Its blocks in reading order, those that stand beside each other one after the other."""
    return _flat(section.blocks)


def _flat(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        found += [each for column in block.columns for each in _flat(column)] if isinstance(block, Beside) else [block]
    return tuple(found)


def stem_of(quarter: Quarter, role: Role) -> str:
    """How every file of a pack begins: `board-pack-2024-25-Q3`; one that may point to a child says so."""
    points = f"-{role}-{POINTS}" if sees_hidden(role) else ""
    return f"board-pack-{quarter.file_name}{points}"
