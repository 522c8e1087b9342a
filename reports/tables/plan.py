"""Actions, risks and decisions as tables: the same words on the screen, in CSV and on paper."""

from collections.abc import Iterable
from datetime import date

from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.common import QUARTER
from programme.sheets.decisions import DECISIONS, Decision
from programme.sheets.risks import RISKS, Risk
from record.tracked import Tracked
from reports.language.linked import leads
from reports.progress.changes import RiskMove
from reports.progress.delivery import Delivery
from reports.progress.meeting import MINUTES
from reports.sentences.meeting import KEPT_BACK
from reports.sentences.plan import NO_OWNER, action_notes, done_or_forecast_text, risk_course, risk_direction
from reports.sentences.ways import action_link, decision_link
from reports.tables.cells import (
    BLANK,
    brag_cell,
    count_cell,
    day_cell,
    evidence_cell,
    leading,
    score_cell,
    slip_cell,
    text_or,
)
from reports.tables.declared import as_returned, under
from reports.tables.table import Cell, Column, Table, table_of

NOT_RETURNED = "in no return"


def actions_table(delivery: Delivery) -> Table:
    """One row per action."""
    columns = {
        under(ACTIONS.ref): action_link,
        **as_returned(ACTIONS.title, ACTIONS.weaknesses, of=lambda action: action.now),
        under(ACTIONS.lead_role): lambda action: text_or(action.now.lead_role, NO_OWNER),
        under(ACTIONS.status): brag_cell,
        Column("First agreed date", "date"): lambda action: day_cell(action.baseline),
        Column("Done or forecast"): _done_or_forecast,
        Column("Slip", unit="days"): slip_cell,
        Column("Forecast moved", "number"): lambda action: count_cell(action.moved),
        Column("Evidence"): lambda action: evidence_cell(action.now),
        Column("Note"): action_notes,
    }
    plan = f"{delivery.plan.title}, actions" if delivery.plan else ACTIONS.name
    return table_of(f"{plan} as at {delivery.quarter}", columns, delivery.actions)


def _done_or_forecast(action: Tracked) -> Cell:
    if not action.now.done:
        return day_cell(action.now.forecast)
    return Cell(action.now.actual, done_or_forecast_text(action))


def history_table(action: Tracked) -> Table:
    """What was returned about one action, quarter by quarter, with its cell."""
    columns = {
        under(QUARTER): lambda each: str(each.quarter),
        **as_returned(ACTIONS.ref),
        Column("Status returned"): lambda each: str(each.status),
        **as_returned(ACTIONS.baseline, ACTIONS.forecast),
        under(ACTIONS.actual): lambda each: day_cell(each.actual) if each.done else BLANK,
        **as_returned(ACTIONS.complete, ACTIONS.note, ACTIONS.evidence),
        Column("Cell"): lambda each: f"{each.source.file} {each.source}",
    }
    return table_of(f"Action {action.now.ref}", columns, action.returned)


def overdue_table(delivery: Delivery) -> Table:
    """How many actions of each lead role are past the date agreed first, most first."""
    columns = {
        under(ACTIONS.lead_role): lambda each: leading(
            text_or(each[0], NO_OWNER), leads("", "actions", owner=each[0] or NO_OWNER)
        ),
        Column("Overdue", "number"): lambda each: count_cell(each[1]),
    }
    return table_of(f"Overdue actions by lead role, {delivery.quarter}", columns, delivery.overdue_by_owner.items())


def risks_table(risks: Iterable[Risk], moves: Iterable[RiskMove], quarter: Quarter, ever: Iterable[Risk] = ()) -> Table:
    """The risks of a quarter, highest score first; `ever` are those of every quarter, for the course of each score."""
    moved, returned = {move.ref: move for move in moves}, tuple(ever)
    columns = {
        under(RISKS.ref): lambda risk: Cell(risk.ref, risk.ref, at=risk.ref),
        **as_returned(RISKS.risk, RISKS.weaknesses),
        Column("Score"): lambda risk: score_cell(risk.current, "not scored"),
        Column("Target"): lambda risk: score_cell(risk.target, "not given"),
        Column("Since last quarter"): lambda risk: risk_direction(moved.get(risk.ref)),
        Column("Course of the score"): lambda risk: risk_course(risk, returned),
        under(RISKS.owner_role): lambda risk: text_or(risk.owner_role, NO_OWNER),
        **as_returned(RISKS.controls, RISKS.further_action),
    }
    ordered = sorted(risks, key=lambda risk: -(risk.current.value if risk.current else 0))
    return table_of(f"{RISKS.name}, {quarter}", columns, ordered)


def decisions_table(decisions: Iterable[Decision], quarter: Quarter) -> Table:
    """The newest word on each decision known by `quarter`, newest notice first."""
    columns = {
        under(DECISIONS.reference): lambda each: decision_link(each.reference),
        under(DECISIONS.title): lambda each: each.title or (KEPT_BACK if _of_a_meeting(each) else ""),
        **as_returned(DECISIONS.decision_maker),
        under(DECISIONS.key): lambda each: DECISIONS.key.said(each.key) or "not stated",
        Column("Notice", "date"): lambda each: day_cell(each.notice),
        Column("Decided", "date"): lambda each: day_cell(each.decided) if each.decided else BLANK,
        **as_returned(DECISIONS.status, DECISIONS.implications),
        Column("As returned for"): lambda each: NOT_RETURNED if _of_a_meeting(each) else str(each.quarter),
    }
    newest = {each.reference or each.title: each for each in sorted(decisions, key=lambda each: each.quarter)}
    ordered = sorted(newest.values(), key=lambda each: each.notice or each.decided or date.min, reverse=True)
    return table_of(f"{DECISIONS.name} by {quarter}", columns, ordered)


def _of_a_meeting(decision: Decision) -> bool:
    return decision.source.sheet == MINUTES
