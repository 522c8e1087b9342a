"""Takes one figure of a table: what it is of, where and when, and never by guessing."""

from loaders.layouts.amounts import amount_in
from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedValue
from loaders.layouts.matching import FoundTable, ValueColumn
from loaders.layouts.origins import NamedRow, period_said, said_at
from loaders.layouts.so_far import Taking
from loaders.reading.workbook import Typed
from loaders.rules.words import quoted
from plumbing.listed import named_list
from programme.aliases import Thing
from programme.areas import Area, area_coded
from programme.measures import measures
from programme.period import Period, PeriodKind
from programme.period_figure import FigureKind


def take_figure(found: Taking, table: FoundTable, row: NamedRow, column: ValueColumn, cell: Typed) -> None:
    """One figure, where every word that it needs says one thing."""
    sheet = table.sender.name
    measure = _measure(found, table, row, column)
    area = _area(found, table, row, column) if measure else None
    if not (measure and area):
        return
    id_, measure_cell = measure
    known = measures().get(id_)
    if known and area[0] not in known.areas:
        found.leave(sheet, f"{area[0].name} (no area of {id_})")
        return
    reported = known is None or table.layout.kind == FigureKind.REPORTED
    amount = amount_in(cell, table.layout, "" if reported else known.unit)
    if amount.fault:
        found.error("mapped_figure_unclear", sheet, cell.ref, f"{id_}, {area[0].name} must {amount.fault}.")
    if amount.fault or amount.blank:
        return
    period = _period(found, table, row, column)
    if period is None:
        return
    kind = FigureKind.REPORTED if reported else FigureKind.COUNT
    made = (sheet, row.number, cell, id_, area[0], period[0], amount.value, amount.symbol, kind)
    found.values.append(MappedValue(*made, measure_cell, area[1], period[1]))


def _measure(found: Taking, table: FoundTable, row: NamedRow, column: ValueColumn) -> tuple[str, Typed | None] | None:
    """The id of the measure or KPI, and the cell that says it; None where it is nothing of ours, which is listed."""
    layout = table.layout
    origins = layout.measure_parts or (layout.measure,)
    parts = {origin: said_at(origin, table, row, column, found.workbook) for origin in origins}
    if any(part is None for part in parts.values()):
        return None
    texts = {origin: part.text for origin, part in parts.items()}
    name = layout.measure_of(texts) if layout.measure_parts else texts[layout.measure]
    kinds = kinds_counted(layout)
    meant = found.names.meant(kinds[0], name) or found.names.meant(kinds[1], name)
    cell = next((part.cell for part in parts.values() if part.cell), None)
    if _one(found, table, name, cell, meant):
        return meant[0], cell
    _ask(found, table, kinds[0], name, cell, meant)
    return None


def kinds_counted(layout: Layout) -> tuple[Thing, Thing]:
    """What a figure may be of, the likelier first: what is only reported is a KPI's more often than a measure's."""
    return (Thing.KPI, Thing.MEASURE) if layout.kind == FigureKind.REPORTED else (Thing.MEASURE, Thing.KPI)


def _area(found: Taking, table: FoundTable, row: NamedRow, column: ValueColumn) -> tuple[Area, Typed | None] | None:
    there = said_at(table.layout.area, table, row, column, found.workbook)
    if there is None:
        return None
    meant = found.names.meant(Thing.AREA, there.text)
    _ask(found, table, Thing.AREA, there.text, there.cell, meant)
    return (area_coded(meant[0]), there.cell) if _one(found, table, there.text, there.cell, meant) else None


def _ask(found: Taking, table: FoundTable, kind: Thing, name: str, cell: Typed | None, meant: tuple[str, ...]) -> None:
    """A name that means nothing is asked about where it stands in a cell by itself, and is not the layout's own word."""
    if cell and not meant and cell.text == name:
        found.ask_of(kind, table.sender.name, cell)


def _one(found: Taking, table: FoundTable, name: str, cell: Typed | None, meant: tuple[str, ...]) -> bool:
    """Whether a name means one thing; what means nothing is listed, and what may mean several things is asked."""
    if not meant:
        found.leave(table.sender.name, quoted(name.strip(), 60))
    if len(meant) > 1:
        message = f"“{quoted(name.strip(), 60)}” must mean one thing, got: {named_list(meant)}. Which is meant?"
        found.error("mapped_name_unclear", table.sender.name, cell.ref if cell else "", message)
    return len(meant) == 1


def _period(found: Taking, table: FoundTable, row: NamedRow, column: ValueColumn) -> tuple[Period, Typed | None] | None:
    """The period of a figure, and the cell that says it; what the file does not say, or says in two ways, is asked."""
    layout, asked, sheet = table.layout, found.asked, table.sender.name
    read, cell = period_said(table, row, column, found.workbook)
    ref = cell.ref if cell else ""
    if read.period is None and asked is None:
        got = " or ".join(map(str, read.readings)) or "none that is said"
        where = f"“{cell.text.strip()[:60]}”" if cell else "it"
        message = f"{sheet} must say which period {where} is about, got: {got}. Say it, like 2022/23 Q4 or January 2023."
        found.error("mapped_period_unclear", sheet, ref, message)
        return None
    if read.period and asked and layout.period != "heading" and not _within(read.period, asked):
        message = f"{sheet} must be about {asked}, which was asked for, got: {read.period}. Nothing was taken."
        found.error("mapped_period_differs", sheet, ref, message)
        return None
    period = read.period or asked
    if layout.quarters:
        if period.kind is not PeriodKind.QUARTER:
            found.error("mapped_period_unclear", sheet, ref, f"{sheet} must be about a quarter, got: {period}.")
            return None
        period = Period.of_quarter(period.quarter + layout.quarters[column.word])
    return period, cell


def _within(period: Period, asked: Period) -> bool:
    return asked.start <= period.start and period.end <= asked.end
