"""The figures of a pack as rows for other programs: what every column is, and the rows, the same in CSV and Parquet."""

from collections.abc import Callable, Iterable, Iterator

from disclosure.rule import Number
from kpis.registry import definitions_in_force, registry
from programme.areas import KENT, Area
from programme.quarter import Quarter
from reports.language.numbers import unknown_text
from reports.pack.measures import definition_of
from reports.pack.parts import DataColumn, DataSet, DataValue
from reports.progress.judgement import Judgement, judgement_of
from reports.progress.overview import overview
from reports.progress.readings import Progress, Reading
from reports.sentences.direction import direction_clause
from reports.sentences.kpi import kpi_sentence
from reports.tables.cells import unit_of
from reports.tables.lineage import cells_text

_OF_A_FIGURE: dict[DataColumn, Callable[[Reading], DataValue]] = {
    DataColumn("kpi", "text", "The measure's id."): lambda of: of.kpi.id,
    DataColumn("title", "text", "The measure's title."): lambda of: of.kpi.title,
    DataColumn("definition", "text", "What is counted, over what."): lambda of: definition_of(of.kpi.id),
    DataColumn("source", "text", "Where the measure comes from."): lambda of: of.kpi.source,
    DataColumn("workstream", "whole", "The number of its workstream."): lambda of: of.kpi.workstream,
    DataColumn("weaknesses", "text", "The numbers of the weaknesses it speaks to, its own first."): lambda of: _list(of),
    DataColumn("area_code", "text", "The code of the area."): lambda of: of.area.code,
    DataColumn("area", "text", "The name of the area."): lambda of: of.area.name,
    DataColumn("quarter", "text", "The quarter it is read in."): lambda of: str(of.quarter),
    DataColumn("reported", "text", "The quarter it was reported in: an earlier one where it is carried forward."): (
        lambda of: str(of.reported)
    ),
    DataColumn("period", "text", "The period that the figure covers."): lambda of: of.result.period,
    DataColumn("basis", "text", "Q, R12M, YTD, MS or A: how its quarters are put together."): lambda of: of.kpi.basis.code,
    DataColumn("unit", "text", "What the value is in; empty for counts and scores."): lambda of: unit_of(of.kpi),
    DataColumn("value", "number", "The figure, not rounded; empty where `missing` says why there is none."): (
        lambda of: of.shown.value if isinstance(of.shown, Number) else None
    ),
    DataColumn("numerator", "number", "What is counted, where it may be seen."): (
        lambda of: of.shown.numerator if isinstance(of.shown, Number) else None
    ),
    DataColumn("denominator", "number", "Out of how many, where it may be seen."): (
        lambda of: of.shown.denominator if isinstance(of.shown, Number) else None
    ),
    DataColumn("display", "text", "The figure as the pages write it."): lambda of: of.display,
    DataColumn("missing", "text", "Why there is no value; empty exactly where there is one."): (
        lambda of: "" if isinstance(of.shown, Number) else unknown_text(of.shown)
    ),
    DataColumn("provisional", "yes/no", "Whether the figure may still change."): lambda of: of.result.provisional,
    DataColumn("carried", "yes/no", "Whether an annual figure is carried forward."): lambda of: of.carried,
    DataColumn("better", "text", "higher, lower or target; empty where neither is better."): lambda of: of.kpi.better or "",
    DataColumn("target", "number", "The target in force, in the unit of the value."): (
        lambda of: of.rated.target and of.rated.target.value
    ),
    DataColumn("floor", "number", "The floor in force; where close to target is best, the distance from it."): (
        lambda of: of.rated.target and of.rated.target.floor
    ),
    DataColumn("rating", "text", "red, amber, green or not rated, as shown."): lambda of: str(of.rated.rating),
    DataColumn("rating_by_rule", "text", "The same as worked out, whatever a lead judged."): (
        lambda of: str(of.computed.rating)
    ),
    DataColumn("rating_reason", "text", "Why it is not rated, or what the lead judged."): lambda of: of.rated.reason,
    DataColumn("read_from", "text", "The cells or rows that the figure was read from."): lambda of: _cells(of),
}
_OF_A_JUDGEMENT: dict[DataColumn, Callable[[Judgement], DataValue]] = {
    DataColumn("direction", "text", "The one word about where the measure goes."): lambda of: str(of.direction),
    DataColumn("direction_because", "text", "What it is held against, and what decided."): direction_clause,
    DataColumn("sentence", "text", "The whole sentence of the page."): kpi_sentence,
}


def figures_set(progress: Progress, quarter: Quarter, kpi: str | None = None, area: Area | None = None) -> DataSet:
    """One row for each measure and area of the quarter, or those of one measure or area. Raises KeyError for no measure."""
    return figures_told(figures_judged(progress, quarter, kpi, area))


def figures_judged(
    progress: Progress, quarter: Quarter, kpi: str | None = None, area: Area | None = None
) -> Iterator[Judgement]:
    """What `figures_set` tells, one after the other. Raises KeyError for no measure."""
    chosen = [registry()[kpi]] if kpi else definitions_in_force(quarter).values()
    return (
        judgement_of(progress, each, where, quarter)
        for each in chosen
        for where in progress.readings(each, quarter)
        if area in (None, where)
    )


def figures_told(judged: Iterable[Judgement]) -> DataSet:
    """One row for each of what was judged; the columns are there without any."""
    told = {
        **{column: lambda each, give=give: give(each.reading) for column, give in _OF_A_FIGURE.items()},
        **_OF_A_JUDGEMENT,
    }
    return _set("figures", "Every measure of the quarter, in every area.", told, judged)


def series_set(progress: Progress, quarter: Quarter) -> DataSet:
    """One row for each measure and quarter since the baseline, of the whole area."""
    meaning = "Every measure of the whole area, in every quarter since the baseline."
    return _set("series", meaning, _OF_A_FIGURE, series_read(progress, quarter))


def series_read(progress: Progress, quarter: Quarter) -> Iterator[Reading]:
    """What `series_set` tells, one after the other."""
    return (reading for each in overview(progress, KENT, quarter).judged for reading in each.line.readings)


def _set(name: str, meaning: str, told: dict[DataColumn, Callable], things: Iterable) -> DataSet:
    rows = tuple(tuple(give(each) for give in told.values()) for each in things)
    return DataSet(name, meaning, tuple(told), rows)


def pack_data(progress: Progress, quarter: Quarter) -> tuple[DataSet, ...]:
    """The figures and series of a quarter, and what every column of them is."""
    sets = figures_set(progress, quarter), series_set(progress, quarter)
    return (*sets, dictionary_set(sets))


def dictionary_set(sets: Iterable[DataSet]) -> DataSet:
    """What every column of these sets is."""
    columns = (
        DataColumn("file", "text", "The data file."),
        DataColumn("column", "text", "The column's name."),
        DataColumn("kind", "text", "text, number, whole or yes/no."),
        DataColumn("meaning", "text", "What it says."),
    )
    rows = tuple((each.name, column.name, column.kind, column.meaning) for each in sets for column in each.columns)
    return DataSet("dictionary", "Every column of the data files.", columns, rows)


def _list(of: Reading) -> str:
    return " ".join(map(str, of.kpi.weaknesses))


def _cells(of: Reading) -> str:
    told = cells_text(of)
    return told if isinstance(told, str) else told.text
