"""What changed since last quarter as a plain object for other programs."""

from disclosure.rule import small_count
from programme.access import Role
from programme.submission import Restatement
from record.receipts import Receipt
from reports.exports.plan import iso
from reports.language.numbers import figure_text
from reports.progress.changes import Changes, RatingChange, RiskMove
from reports.progress.exceptions import Unanswered
from reports.sentences.changes import paragraph


def changes_object(found: Changes, role: Role = Role.READER) -> dict:
    """What changed since last quarter, JSON-ready, and the paragraph that says it. A reader sees no small counts."""
    return {
        "quarter": str(found.quarter),
        "since": str(found.quarter - 1),
        "paragraph": paragraph(found),
        "actions_known": found.actions_known,
        "risks_known": found.risks_known,
        "ratings": [_rating(each) for each in found.ratings],
        "red_and_worsening": [reading.kpi.id for reading in found.red_and_worsening],
        "completed": [{"ref": each.now.ref, "evidenced": each.now.evidenced} for each in found.completed],
        "slipped": [{"ref": each.now.ref, "slip_days": each.slip} for each in found.slipped],
        "newly_overdue": [each.now.ref for each in found.newly_overdue],
        "vanished": [each.now.ref for each in found.vanished],
        "risks": [_risk(each) for each in found.risks],
        "restatements": [_restatement(each, role) for each in found.restatements],
        "returns_missing": [_receipt(each) for each in found.missing],
        "returns_late": [_receipt(each) for each in found.late],
        "reds_without_action": [_unanswered(each) for each in found.unanswered],
    }


def _rating(each: RatingChange) -> dict:
    return {
        "kpi": each.now.kpi.id,
        "area": each.now.area.name,
        "before": str(each.before.rated.rating),
        "now": str(each.now.rated.rating),
        "turn": str(each.turn),
    }


def _risk(each: RiskMove) -> dict:
    scores = {
        name: side.current.value if side and side.current else None
        for name, side in (("before", each.before), ("now", each.now))
    }
    return {"ref": each.ref, **scores, "turn": str(each.turn)}


def _restatement(each: Restatement, role: Role) -> dict:
    """A count of children from 1 to 4 takes the other side with it: the difference would tell."""
    hidden = role is Role.READER and any(small_count(side) for side in (each.old, each.new))
    return {
        "measure": each.measure,
        "area": each.area.name,
        "quarter": str(each.quarter),
        "old": "c" if hidden else figure_text(each.old),
        "new": "c" if hidden else figure_text(each.new),
        "version": each.version.number,
        "reason": each.version.reason,
    }


def _receipt(each: Receipt) -> dict:
    return {"quarter": str(each.quarter), "workstream": each.workstream, "due": iso(each.due)}


def _unanswered(each: Unanswered) -> dict:
    return {"kpi": each.reading.kpi.id, "lacks": list(each.lacks)}
