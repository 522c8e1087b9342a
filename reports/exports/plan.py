"""Actions and changes as plain objects for other programs, every one with the cell it came from."""

from datetime import date

from programme.figure import Source
from record.tracked import Tracked


def action_object(action: Tracked) -> dict:
    """One action as at its quarter, JSON-ready. Dates are ISO; what is not known is null and never 0."""
    now, status = action.now, action.brag_shown
    return {
        "ref": now.ref,
        "plan": now.plan.id if now.plan else None,
        "action": now.title,
        "weaknesses": list(now.weaknesses),
        "workstream": now.workstream,
        "kpi": now.kpi or None,
        "success_criterion": now.success_criterion,
        "lead_role": now.lead_role or None,
        "accountable_role": now.accountable_role or None,
        "partner": now.partner or None,
        "quarter": str(action.quarter),
        "returned_for": str(now.quarter),
        "status": str(status.brag),
        "status_returned": str(now.status),
        "status_reason": status.why or None,
        "start": iso(now.start),
        "baseline": iso(action.baseline),
        "forecast": iso(now.forecast),
        "actual": iso(now.actual),
        "slip_days": action.slip,
        "forecast_passed": action.lapsed,
        "forecast_moved": action.moved,
        "overdue": action.overdue,
        "vanished": action.vanished,
        "complete": now.complete,
        "evidence": now.evidence or None,
        "progress": now.note or None,
        "updated": iso(now.updated),
        "former_ref": now.former_ref or None,
        "cell": source_object(now.source),
    }


def iso(day: date | None) -> str | None:
    """`2024-03-29`, or None."""
    return day.isoformat() if day else None


def source_object(source: Source) -> dict:
    """File, sheet, cell and version."""
    return {"file": source.file, "sheet": source.sheet, "ref": source.ref, "version": source.version}
