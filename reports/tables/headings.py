"""Functions of the redesign and headline areas of the plan, with what belongs to each, as tables."""

from collections.abc import Callable, Iterable

from kpis.rating import Rating
from programme.quarter import Quarter
from reports.language.linked import Linked, leads
from reports.palette import RATINGS
from reports.progress.headings import UnderHeading
from reports.tables.cells import count_cell
from reports.tables.table import Cell, Column, Table, table_of

NONE = "Under none"


def functions_table(functions: Iterable[UnderHeading], quarter: Quarter) -> Table:
    """One row per function: what it does, its KPIs with how they are rated, and its actions."""
    columns = {
        Column("Function of the redesign"): lambda each: leads(_label(each), "kpi", by="function", at=_label(each)),
        Column("What it does"): lambda each: each.heading.meaning,
        Column("KPIs", "number"): lambda each: count_cell(len(each.judged)),
        **{Column(RATINGS[each].word, "number"): _rated(each) for each in Rating},
        **_DELIVERED,
    }
    return table_of(f"Functions of the redesign, {quarter} (mapping inferred, to be confirmed)", columns, functions)


def areas_table(areas: Iterable[UnderHeading], quarter: Quarter) -> Table:
    """One row per headline area with its actions; those that name none stand last."""
    columns = {Column("Headline area of the plan"): _area, **_DELIVERED}
    return table_of(f"Headline areas, {quarter}: each action in one", columns, areas)


def _label(under: UnderHeading) -> str:
    return under.heading.label if under.heading else NONE


def _area(under: UnderHeading) -> Linked | str:
    """An area leads to its actions; those that name none stand under no choice."""
    return leads(_label(under), "actions", headline=_label(under)) if under.heading else NONE


def _rated(rating: Rating) -> Callable[[UnderHeading], Cell]:
    return lambda each: count_cell(sum(judged.reading.rated.rating is rating for judged in each.judged))


_DELIVERED = {
    Column("All actions", "number"): lambda each: count_cell(len(each.delivered.actions)),
    Column("Done", "number"): lambda each: count_cell(len(each.delivered.done)),
    Column("With evidence", "number"): lambda each: count_cell(len(each.delivered.evidenced)),
    Column("Past the date agreed first", "number"): lambda each: count_cell(len(each.delivered.overdue)),
}
