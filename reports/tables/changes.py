"""What changed since last quarter, as tables: one for each kind of change."""

from collections.abc import Iterable
from dataclasses import dataclass

from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.risks import RISKS
from record.tracked import Tracked
from reports.language.numbers import target_text
from reports.palette import RATINGS
from reports.progress.changes import Changes, RiskMove
from reports.progress.readings import Reading
from reports.progress.turns import RatingChange
from reports.sentences.plan import risk_direction
from reports.sentences.standards import turn_words
from reports.sentences.ways import action_link, cells_link, reading_link, risk_link
from reports.tables.cells import (
    absent,
    brag_cell,
    day_cell,
    evidence_cell,
    figure_cell,
    leading,
    score_cell,
    slip_cell,
    text_or,
)
from reports.tables.declared import as_returned, under
from reports.tables.table import Cell, Column, Table, table_of

NOBODY_WROTE = "no lead wrote why"


def ratings_table(changed: Iterable[RatingChange], quarter: Quarter) -> Table:
    """Every rating that is not the one of last quarter, those for the worse first."""
    columns = {
        Column("KPI"): lambda each: reading_link(each.now, each.now.kpi.title),
        Column("Area"): lambda each: each.now.area.name,
        Column("Last quarter"): lambda each: _rated_figure(each.before),
        Column("This quarter"): lambda each: _rated_figure(each.now),
        Column("Turn"): lambda each: Cell(str(each.turn), turn_words(each)),
        Column("Direction of the figure"): lambda each: str(each.direction),
        Column("Why"): _why,
    }
    ordered = sorted(changed, key=lambda each: ("worse", "better", "neither").index(each.turn))
    return table_of(f"Ratings, {quarter}", columns, ordered)


def _rated_figure(reading: Reading) -> Cell:
    """The figure, with its rating in the text."""
    mark, figure = RATINGS[reading.rated.rating], figure_cell(reading)
    shown = Cell(figure.value, f"{figure.text}, {mark.shape} {mark.word.lower()}", figure.missing)
    return leading(shown, cells_link(reading, shown.text))


def _why(change: RatingChange) -> Cell:
    """What the lead wrote why, or else what the figure shows by their words; then why the rating is what it is."""
    written = change.written
    said = (written and (written.why or written.shows)) or ""
    told = ". ".join(filter(None, (said, change.now.rated.reason)))
    return text_or(told, NOBODY_WROTE)


def reds_table(readings: Iterable[Reading], quarter: Quarter) -> Table:
    """The KPIs that became red and worsening."""
    columns = {
        Column("KPI"): lambda reading: reading_link(reading, reading.kpi.title),
        Column("Figure", "number"): lambda reading: leading(figure_cell(reading), cells_link(reading, "")),
        Column("Target"): _target,
    }
    return table_of(f"New red and worsening, {quarter}", columns, readings)


def _target(reading: Reading) -> Cell:
    target = reading.rated.target
    text = target_text(reading.kpi, target)
    return Cell(target.value, text) if target else absent(text)


@dataclass(frozen=True, slots=True)
class _Moved:
    """An action and all that happened to it."""

    action: Tracked
    words: tuple[str, ...]


def moved_actions_table(changes: Changes) -> Table:
    """Every action that was completed, slipped, passed its first date or vanished; one that did two of these stands once."""
    columns = {
        under(ACTIONS.ref): lambda each: action_link(each.action),
        **as_returned(ACTIONS.title, of=lambda each: each.action.now),
        Column("What changed"): lambda each: "; ".join(each.words),
        under(ACTIONS.status): lambda each: brag_cell(each.action),
        Column("First agreed date", "date"): lambda each: day_cell(each.action.baseline),
        Column("Done or forecast", "date"): lambda each: day_cell(each.action.expected),
        Column("Slip", unit="days"): lambda each: slip_cell(each.action),
        Column("Evidence"): lambda each: evidence_cell(each.action.now),
    }
    return table_of(f"{ACTIONS.name}, {changes.quarter}", columns, _moved(changes))


def _moved(changes: Changes) -> list[_Moved]:
    moved: dict[str, _Moved] = {}
    for word, actions in (
        ("completed", changes.completed),
        ("slipped further", changes.slipped),
        ("passed the date agreed first", changes.newly_overdue),
        ("vanished from the return", changes.vanished),
    ):
        for each in actions:
            before = moved.get(each.now.ref, _Moved(each, ()))
            moved[each.now.ref] = _Moved(before.action, (*before.words, word))
    return list(moved.values())


def moved_risks_table(moves: Iterable[RiskMove], quarter: Quarter) -> Table:
    """Every risk that moved, came or went."""
    columns = {
        under(RISKS.ref): lambda move: risk_link(move.ref),
        **as_returned(RISKS.risk, of=lambda move: move.now or move.before),
        Column("Score now"): lambda move: score_cell(move.now and move.now.current, "none"),
        Column("Since last quarter"): lambda move: risk_direction(move) if move.now else "– no longer returned",
    }
    return table_of(f"{RISKS.name}, {quarter}", columns, moves)
