"""What changed since last quarter as a plain object for other programs."""

from programme.access import Role, sees_hidden
from programme.submission import Restatement
from record.receipts import Receipt
from reports.exports.plan import iso
from reports.language.numbers import figure_text
from reports.progress.changes import Changes, RiskMove
from reports.progress.exceptions import Unanswered
from reports.progress.turns import RatingChange
from reports.sentences.changes import paragraph


def changes_object(changes: Changes, role: Role) -> dict:
    """What changed since last quarter, JSON-ready, and the paragraph that says it."""
    return {
        "quarter": str(changes.quarter),
        "since": str(changes.quarter - 1),
        "paragraph": paragraph(changes),
        "actions_known": changes.actions_known,
        "risks_known": changes.risks_known,
        "ratings": [_rating(each) for each in changes.ratings],
        "red_and_worsening": [reading.kpi.id for reading in changes.red_and_worsening],
        "completed": [{"ref": each.now.ref, "evidenced": each.now.evidenced} for each in changes.completed],
        "slipped": [{"ref": each.now.ref, "slip_days": each.slip} for each in changes.slipped],
        "newly_overdue": [each.now.ref for each in changes.newly_overdue],
        "vanished": [each.now.ref for each in changes.vanished],
        "risks": [_risk(each) for each in changes.risks],
        "restatements": [_restatement(each, role) for each in changes.restatements],
        "returns_missing": [_receipt(each) for each in changes.missing],
        "returns_late": [_receipt(each) for each in changes.late],
        "reds_without_action": [_unanswered(each) for each in changes.unanswered],
    }


def _rating(change: RatingChange) -> dict:
    return {
        "kpi": change.now.kpi.id,
        "area": change.now.area.name,
        "before": str(change.before.rated.rating),
        "now": str(change.now.rated.rating),
        "turn": str(change.turn),
        "cause": str(change.cause),
        "direction": str(change.direction),
    }


def _risk(move: RiskMove) -> dict:
    scores = {
        name: side.current.value if side and side.current else None
        for name, side in (("before", move.before), ("now", move.now))
    }
    return {"ref": move.ref, **scores, "turn": str(move.turn)}


def _restatement(restatement: Restatement, role: Role) -> dict:
    """What changed; the reason quotes figures, and is for those who see all figures."""
    return {
        "measure": restatement.measure,
        "area": restatement.area.name,
        "quarter": str(restatement.quarter),
        "old": figure_text(restatement.old),
        "new": figure_text(restatement.new),
        "version": restatement.version.number,
        "reason": restatement.version.reason if sees_hidden(role) else "",
    }


def _receipt(receipt: Receipt) -> dict:
    return {"quarter": str(receipt.quarter), "workstream": receipt.workstream, "due": iso(receipt.due)}


def _unanswered(unanswered: Unanswered) -> dict:
    return {"kpi": unanswered.reading.kpi.id, "lacks": list(unanswered.lacks)}
