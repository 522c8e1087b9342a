"""The dictionary as rows: every measure with its definition, and every column of the sets with its meaning."""

from collections.abc import Callable, Iterable

from api.columns import DataColumn, DataValue, set_of
from programme.quarter import Quarter
from reports.pack.parts import DataSet
from reports.sentences.entries import DictionaryEntry, dictionary_entries, entries_in_force
from reports.tables.cells import unit_of

_OF_AN_ENTRY: dict[DataColumn, Callable[[DictionaryEntry], DataValue]] = {
    DataColumn("kpi", "text", "The measure's id."): lambda of: of.kpi.id,
    DataColumn("title", "text", "The measure's title."): lambda of: of.kpi.title,
    DataColumn("short", "text", "Its name where a title would wrap."): lambda of: of.kpi.short,
    DataColumn("question", "text", "What it answers."): lambda of: of.kpi.question,
    DataColumn("why", "text", "Why it is asked."): lambda of: of.kpi.why,
    DataColumn("numerator", "text", "What is counted."): lambda of: of.kpi.numerator,
    DataColumn("denominator", "text", "Out of what; empty for a count."): lambda of: of.kpi.denominator,
    DataColumn("formula", "text", "The arithmetic in words."): lambda of: of.formula,
    DataColumn("unit", "text", "What its values are in; empty for counts and scores."): lambda of: unit_of(of.kpi),
    DataColumn("decimals", "whole", "The decimals with which it is shown."): lambda of: of.kpi.decimals,
    DataColumn("basis", "text", "How its quarters are put together."): lambda of: of.kpi.basis.name,
    DataColumn("better", "text", "higher, lower or target; empty where neither is better."): lambda of: of.kpi.better or "",
    DataColumn("targets", "text", "Each target with its floor, first quarter and basis."): lambda of: " | ".join(of.targets),
    DataColumn("areas", "text", "Where it is measured."): lambda of: of.areas,
    DataColumn("workstream", "whole", "The number of its workstream."): lambda of: of.kpi.workstream,
    DataColumn("weaknesses", "text", "The numbers of the weaknesses it speaks to, its own first."): (
        lambda of: " ".join(map(str, of.kpi.weaknesses))
    ),
    DataColumn("measures", "text", "What it is worked out from."): lambda of: " | ".join(each.what for each in of.feeds),
    DataColumn("source", "text", "Where it comes from."): lambda of: of.kpi.source,
    DataColumn("caution", "text", "What to take care of."): lambda of: of.kpi.caution,
    DataColumn("least_change", "number", "The smallest step that is called a change, in `unit`."): (
        lambda of: of.kpi.least_change
    ),
    DataColumn("next_review", "text", "The day its definition is due for review, as 2025-03-31."): (
        lambda of: of.kpi.next_review.isoformat()
    ),
    DataColumn("missing", "text", "Which numbers and words are not there, and why."): lambda of: _missing(of),
}


def dictionary_rows(quarter: Quarter | None, kpi: str | None) -> DataSet:
    """Every measure; those in force in a quarter; or one."""
    entries = dictionary_entries() if quarter is None else entries_in_force(quarter)
    return entries_told(each for each in entries if kpi in (None, each.kpi.id))


def entries_told(entries: Iterable[DictionaryEntry]) -> DataSet:
    """One row for each measure; the columns are there without any."""
    return set_of("dictionary", "Every measure with its definition.", _OF_AN_ENTRY, entries)


def column_rows(sets: Iterable[DataSet]) -> DataSet:
    """What every column of these sets is."""
    told = {
        DataColumn("set", "text", "The set."): lambda each: each[0],
        DataColumn("column", "text", "The column's name, which never changes."): lambda each: each[1].name,
        DataColumn("kind", "text", "text, number, whole or yes/no."): lambda each: each[1].kind,
        DataColumn("meaning", "text", "What it says, and in what unit."): lambda each: each[1].meaning,
    }
    pairs = ((each.name, column) for each in sets for column in each.columns)
    return set_of("columns", "Every column of the sets.", told, pairs)


def _missing(of: DictionaryEntry) -> str:
    told = []
    told += [] if of.kpi.denominator else ["denominator: it is no share"]
    told += [] if of.targets else ["targets: none was set"]
    told += [] if of.kpi.least_change is not None else ["least_change: neither way is better"]
    return "; ".join(told)
