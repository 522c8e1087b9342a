"""Actions, risks and decisions as tables: the same words on the screen, in CSV and on paper."""

from collections.abc import Iterable
from datetime import date

from programme.quarter import Quarter
from programme.sheets.actions import Action
from programme.sheets.decisions import Decision
from programme.sheets.risks import Risk
from record.tracked import Tracked
from reports.progress.changes import RiskMove
from reports.progress.delivery import Delivery
from reports.sentences.plan import NO_OWNER, action_notes, risk_direction
from reports.tables.cells import BLANK, brag_cell, count_cell, day_cell, evidence_cell, score_cell, slip_cell, text_or
from reports.tables.table import Cell, Column, Table, table_of

KEY_DECISION = {True: "yes", False: "no", None: "not stated"}


def actions_table(found: Delivery) -> Table:
    """One row per action."""
    columns = {
        Column("Ref"): lambda action: action.now.ref,
        Column("Action"): lambda action: action.now.title,
        Column("Weaknesses"): lambda action: ", ".join(map(str, action.now.weaknesses)),
        Column("Lead role"): lambda action: text_or(action.now.lead_role, NO_OWNER),
        Column("Status"): brag_cell,
        Column("First agreed date", "date"): lambda action: day_cell(action.baseline),
        Column("Done or forecast"): _done_or_forecast,
        Column("Slip", unit="days"): slip_cell,
        Column("Forecast moved", "number"): lambda action: count_cell(action.moved),
        Column("Evidence"): lambda action: evidence_cell(action.now),
        Column("Note"): action_notes,
    }
    plan = f"{found.plan.title}, actions" if found.plan else "Actions"
    return table_of(f"{plan} as at {found.quarter}", columns, found.actions)


def _done_or_forecast(action: Tracked) -> Cell:
    if not action.now.done:
        return day_cell(action.now.forecast)
    done = day_cell(action.now.actual)
    return Cell(done.value, f"done {done.text}", done.missing)


def history_table(action: Tracked) -> Table:
    """What was returned about one action, quarter by quarter, with its cell."""
    columns = {
        Column("Quarter"): lambda each: str(each.quarter),
        Column("Ref"): lambda each: each.ref,
        Column("Status returned"): lambda each: str(each.status),
        Column("Baseline", "date"): lambda each: day_cell(each.baseline),
        Column("Forecast", "date"): lambda each: day_cell(each.forecast),
        Column("Actual", "date"): lambda each: day_cell(each.actual) if each.done else BLANK,
        Column("% complete", "number", "%"): _complete,
        Column("Progress"): lambda each: each.note,
        Column("Evidence"): lambda each: each.evidence,
        Column("Cell"): lambda each: f"{each.source.file} {each.source}",
    }
    return table_of(f"Action {action.now.ref}", columns, action.returned)


def _complete(action: Action) -> Cell:
    return BLANK if action.complete is None else Cell(action.complete, f"{action.complete:g}")


def overdue_table(found: Delivery) -> Table:
    """How many actions of each lead role are past the date agreed first, most first."""
    columns = {
        Column("Lead role"): lambda each: text_or(each[0], NO_OWNER),
        Column("Overdue", "number"): lambda each: count_cell(each[1]),
    }
    return table_of(f"Overdue actions by lead role, {found.quarter}", columns, found.overdue_by_owner.items())


def risks_table(risks: Iterable[Risk], moves: Iterable[RiskMove], quarter: Quarter) -> Table:
    """The risks of a quarter, highest score first."""
    moved = {move.ref: move for move in moves}
    columns = {
        Column("Ref"): lambda risk: risk.ref,
        Column("Risk"): lambda risk: risk.risk,
        Column("Score"): lambda risk: score_cell(risk.current, "not scored"),
        Column("Target"): lambda risk: score_cell(risk.target, "not given"),
        Column("Since last quarter"): lambda risk: risk_direction(moved.get(risk.ref)),
        Column("Owner role"): lambda risk: text_or(risk.owner_role, NO_OWNER),
        Column("Controls"): lambda risk: risk.controls,
        Column("Further action"): lambda risk: risk.further_action,
    }
    ordered = sorted(risks, key=lambda risk: -(risk.current.value if risk.current else 0))
    return table_of(f"Risks, {quarter}", columns, ordered)


def decisions_table(decisions: Iterable[Decision], quarter: Quarter) -> Table:
    """The newest word on each decision known by `quarter`, newest notice first."""
    columns = {
        Column("Reference"): lambda each: each.reference,
        Column("Title"): lambda each: each.title,
        Column("Decision maker"): lambda each: each.decision_maker,
        Column("Key decision"): lambda each: KEY_DECISION[each.key],
        Column("Notice", "date"): lambda each: day_cell(each.notice),
        Column("Decided", "date"): lambda each: day_cell(each.decided) if each.decided else BLANK,
        Column("Status"): lambda each: each.status,
        Column("Implications"): lambda each: each.implications,
        Column("As returned for"): lambda each: str(each.quarter),
    }
    newest = {each.reference or each.title: each for each in sorted(decisions, key=lambda each: each.quarter)}
    ordered = sorted(newest.values(), key=lambda each: each.notice or date.min, reverse=True)
    return table_of(f"Decisions by {quarter}", columns, ordered)


def known_by(decisions: Iterable[Decision], quarter: Quarter) -> list[Decision]:
    """The decisions returned for `quarter` or earlier."""
    return [each for each in decisions if each.quarter <= quarter]
