"""Which sheets a workbook has, before any is written: each with its name, its finding, its table and perhaps its chart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.charts.chart import Chart
from reports.pack.parts import Pack, PackMeasure, Tabled, blocks_of
from reports.tables.table import Table

LONGEST_NAME = 31  # letters of the name of a sheet
IN_STATEMENTS = "weakness-"


@dataclass(frozen=True, slots=True)
class PackSheet:
    """One table with what stands over it; `chart` goes beside it, its periods being the table's rows from the last up."""

    name: str
    table_name: str
    finding: str
    sentence: str
    source: str
    table: Table
    chart: Chart | None = None
    alternative: str = ""
    beside: tuple[str, ...] = ()


def sheets_of(pack: Pack) -> tuple[PackSheet, ...]:
    """The nine at a glance, the tables of the sections after them, and one sheet for each measure."""
    source = pack.origin.figures_as_known
    glance = PackSheet("The nine", "the_nine", pack.cover.answer, pack.cover.title, source, pack.glance)
    told = tuple(_sections(pack, source))
    measures = (_measure(each, place, source) for place, each in enumerate(pack.measures, start=1))
    return (glance, *told, *measures)


def _sections(pack: Pack, source: str) -> Iterator[PackSheet]:
    """The statements repeat what the measures say: their tables are left to those."""
    for section in pack.sections:
        if section.key.startswith(IN_STATEMENTS):
            continue
        tables = [block.table for block in blocks_of(section) if isinstance(block, Tabled)]
        for place, table in enumerate(tables, start=1):
            number = f" {place}" if len(tables) > 1 else ""
            name = sheet_name(f"{section.subject}{number}")
            table_name = f"{section.key}{number.strip()}".replace("-", "_")
            finding = section.finding if place == 1 else table.caption
            yield PackSheet(name, table_name, finding, table.caption, source, table)


def _measure(measure: PackMeasure, place: int, source: str) -> PackSheet:
    return PackSheet(
        name=sheet_name(f"{place} {measure.short}"),
        table_name=f"m_{measure.id}",
        finding=measure.headline,
        sentence=measure.sentence,
        source=f"{measure.definition}. Source: {measure.source}. {source}.",
        table=measure.table,
        chart=measure.chart,
        alternative=measure.alternative,
        beside=measure.companions,
    )


def sheet_name(text: str) -> str:
    """The text as the name of a sheet: without the signs that none may have, and no longer than one may be."""
    return re.sub(r"[\[\]:*?/\\']", "", text)[:LONGEST_NAME].strip()
