"""Every measure of the quarter for the whole area: its finding, its chart, and the tables that go where the chart goes."""

from collections.abc import Sequence

from disclosure.rule import Number
from kpis.registry import registry
from plumbing.deferred import Deferred
from programme.areas import KENT
from programme.quarter import Quarter
from reports.charts.line import line_chart
from reports.language.numbers import decimals_needed, number_text, unknown_text
from reports.pack.parts import PackMeasure
from reports.palette import RATINGS
from reports.progress.companions import Why, companions
from reports.progress.judgement import Judgement
from reports.progress.overview import overview
from reports.progress.readings import Line, Progress, Reading
from reports.sentences.kpi import kpi_headline, kpi_sentence
from reports.tables.cells import BLANK, hidden_cell, unit_of
from reports.tables.line import line_table
from reports.tables.table import Cell, Column, Table, table_of

QUARTERS = (1, 2, 3, 4)
NOTHING = "–"


def measures_of(progress: Progress, quarter: Quarter) -> tuple[PackMeasure, ...]:
    """All measures of the quarter, those that need attention first."""
    return tuple(pack_measure(progress, each, quarter) for each in overview(progress, KENT, quarter).judged)


def pack_measure(progress: Progress, judged: Judgement, quarter: Quarter) -> PackMeasure:
    """One measure as the pages show it."""
    kpi = judged.line.kpi
    return PackMeasure(
        id=kpi.id,
        short=kpi.short,
        title=kpi.title,
        unit=unit_of(kpi),
        definition=definition_of(kpi.id),
        source=kpi.source,
        headline=f"{RATINGS[judged.reading.rated.rating].shape} {kpi_headline(judged)}",
        sentence=kpi_sentence(judged),
        chart=line_chart(judged.line, course=judged.trajectory),
        grid=grid_table(judged.line),
        whole=Deferred(lambda: (line_table(judged.line),)),
        companions=companions_of(progress, judged, quarter),
    )


def definition_of(kpi_id: str) -> str:
    """What is counted over what, in the definition's own words."""
    kpi = registry()[kpi_id]
    return f"{kpi.numerator} / {kpi.denominator}" if kpi.denominator else kpi.numerator


def companions_of(progress: Progress, judged: Judgement, quarter: Quarter) -> tuple[str, ...]:
    """One headline for each measure that this one must never be shown without."""
    found = companions(progress, judged.line.kpi, judged.reading.area, quarter)
    return tuple(kpi_headline(each.judged) for each in found if each.why is Why.COMPANION)


def grid_table(line: Line) -> Table:
    """The line as a table with a column for each financial year and a row for each quarter."""
    known = {reading.quarter: reading for reading in line.readings}
    unit = unit_of(line.kpi)
    columns = {Column("Quarter"): lambda number: f"Q{number}"} | {
        Column(year, "number", unit): lambda number, year=year: _in(known, year, number) for year in _years(line.readings)
    }
    missing = any(not isinstance(each.shown, Number) and not each.hidden for each in line.readings)
    note = [f"{NOTHING}: no figure; the workbook gives each reason."] if missing else []
    return table_of(f"{line.kpi.short}{f', {unit}' if unit else ''}", columns, QUARTERS, note)


def _years(readings: Sequence[Reading]) -> list[str]:
    return list(dict.fromkeys(each.quarter.financial_year for each in readings))


def _in(known: dict[Quarter, Reading], year: str, number: int) -> Cell:
    quarter = Quarter.parse(f"{year} Q{number}")
    return grid_cell(known[quarter]) if quarter in known else BLANK


def grid_cell(reading: Reading) -> Cell:
    """The figure without its unit, which the caption says; with as many decimals as the page gives it."""
    if reading.hidden:
        return hidden_cell()
    if not isinstance(reading.shown, Number):
        return Cell(None, NOTHING, unknown_text(reading.shown))
    decimals = decimals_needed(reading.kpi, reading.shown.value, reading.rated.target)
    return Cell(reading.shown.value, number_text(reading.shown.value, decimals))
