"""What accepting a return would do, as tables: KPIs whose rating changes first, districts by themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.rule import NoFigure
from programme.access import Role
from programme.areas import DISTRICTS
from programme.figure import Figure
from programme.hidden import Decided
from programme.impact import Foreseen
from programme.symbols import MEANING
from reports.language.grammar import would_change
from reports.language.numbers import typed_text
from reports.palette import RATINGS
from reports.progress.impact import KpiChange, kpi_impact, rated_anew
from reports.progress.readings import Reading
from reports.progress.word_changes import word_changes
from reports.sentences.impact import MOST_ROWS, hiding_sentence, impact_summary, movement_text, previewed_lines
from reports.tables.cells import absent
from reports.tables.table import Cell, Column, Table, table_of
from reports.tables.word_changes import words_table


@dataclass(frozen=True, slots=True)
class ImpactTables:
    """The impact as a reader sees it; a table without rows has nothing to say."""

    summary: str
    arriving: Table
    kpis: Table
    districts_arriving: Table
    districts: Table
    figures: Table
    words: Table


def impact_tables(foreseen: Foreseen, role: Role, *, accepted: bool = False) -> ImpactTables:
    """The impact in a few sentences and tables: KPIs whose rating changes first, districts by themselves.

    `accepted` says that it is done.
    """
    changes = sorted(kpi_impact(foreseen, role), key=lambda change: not rated_anew(change))
    districts = [change for change in changes if change.after.area in DISTRICTS]
    wholes = [change for change in changes if change.after.area not in DISTRICTS]
    words, would = word_changes(foreseen), would_change(accepted)
    return ImpactTables(
        impact_summary(foreseen, changes, words, max(len(wholes), len(districts)), accepted=accepted),
        arriving_table("New figures beside last quarter's and those of a year ago", _arriving(wholes)),
        _kpis(f"KPIs that {would}", _restated(wholes)),
        arriving_table("New figures in the districts", _arriving(districts)),
        _kpis(f"KPIs that {would} in the districts", _restated(districts)),
        _figures(f"Figures that {would}", foreseen),
        words_table(words[:MOST_ROWS], accepted=accepted),
    )


def _arriving(changes: Iterable[KpiChange]) -> list[KpiChange]:
    return [change for change in changes if change.arrives][:MOST_ROWS]


def _restated(changes: Iterable[KpiChange]) -> list[KpiChange]:
    return [change for change in changes if not change.arrives][:MOST_ROWS]


def arriving_table(caption: str, changes: Iterable[KpiChange]) -> Table:
    """A line for each new figure: its value, how far it moved, and its rating, beside last quarter's."""
    columns = {
        Column("Quarter"): lambda change: str(change.after.quarter),
        Column("KPI"): lambda change: change.after.kpi.title,
        Column("Area"): lambda change: change.after.area.name,
        Column("A year ago"): lambda change: _or_none(change.year_ago),
        Column("Last quarter"): lambda change: _or_none(change.last),
        Column("This return"): lambda change: change.after.display,
        Column("Movement"): lambda change: movement_text(change.last, change.after),
        Column("Rating"): lambda change: _from_to(
            RATINGS[change.last.rated.rating].word, RATINGS[change.after.rated.rating].word
        ),
    }
    return table_of(caption, columns, changes)


def _or_none(reading: Reading) -> Cell | str:
    return absent("no figure") if isinstance(reading.shown, NoFigure) else reading.display


def _kpis(caption: str, changes: Iterable[KpiChange]) -> Table:
    columns = {
        Column("Quarter"): lambda change: str(change.after.quarter),
        Column("KPI"): lambda change: change.after.kpi.title,
        Column("Area"): lambda change: change.after.area.name,
        Column("Value"): lambda change: _from_to(change.before.display, change.after.display),
        Column("Rating"): lambda change: _from_to(
            RATINGS[change.before.rated.rating].word, RATINGS[change.after.rated.rating].word
        ),
        Column("Direction"): lambda change: _from_to(change.direction_before, change.direction_after),
    }
    return table_of(caption, columns, changes)


def _from_to(before: str, after: str) -> str:
    return str(after) if before == after else f"{before} → {after}"


def _figures(caption: str, foreseen: Foreseen) -> Table:
    columns = {
        Column("Quarter"): lambda change: str(change.quarter),
        Column("Measure"): lambda change: (change.new or change.old).measure,
        Column("Area"): lambda change: (change.new or change.old).area.name,
        Column("Value"): lambda change: _from_to(_with_status(change.old), _with_status(change.new)),
        Column("Cell"): lambda change: _where(change.new),
    }
    return table_of(caption, columns, sorted(foreseen.changes, key=lambda change: change.only_status)[:MOST_ROWS])


def _with_status(figure: Figure | None) -> str:
    """A figure as it was typed, with its status."""
    if figure is None:
        return "none"
    value = f"{figure.symbol} ({MEANING[figure.symbol]})" if figure.symbol else typed_text(figure.value)
    return f"{value}, {figure.status}"


def _where(figure: Figure | None) -> Cell | str:
    return str(figure.source) if figure else absent("no longer given")


def previewed(foreseen: Foreseen, decided: Decided, role: Role) -> tuple[str, ...]:
    """The impact as lines of text: the summary, ratings that change first, the words, and what would be hidden."""
    tables = impact_tables(foreseen, role)
    lines = [tables.summary]
    for table in (tables.arriving, tables.kpis, tables.words):
        if table.rows:
            heads = tuple(column.heading for column in table.columns)
            lines += [
                f"{table.caption}:",
                *previewed_lines([heads, *(tuple(cell.text for cell in row) for row in table.rows)]),
            ]
    return *lines, hiding_sentence(decided)
