"""Actions, risks, participation and decisions as tables: the same words on the screen, in CSV and on paper."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from programme.quarter import Quarter
from programme.sheets.decisions import Decision
from programme.sheets.risks import Risk
from record.tracked import Tracked
from reports.language.dates import day_given
from reports.progress.changes import RiskMove
from reports.progress.delivery import Delivery
from reports.sentences.plan import NO_OWNER, action_notes, brag_text, risk_direction, slip_text


def actions_table(actions: Iterable[Tracked]) -> pd.DataFrame:
    """One row per action."""
    return pd.DataFrame([_action_row(each) for each in actions])


def _action_row(action: Tracked) -> dict[str, str]:
    now = action.now
    return {
        "Ref": now.ref,
        "Action": now.title,
        "Weaknesses": ", ".join(map(str, now.weaknesses)),
        "Lead role": now.lead_role or NO_OWNER,
        "Status": brag_text(action),
        "First agreed date": day_given(action.baseline),
        "Done or forecast": f"done {day_given(now.actual)}" if now.done else day_given(now.forecast),
        "Slip": slip_text(action),
        "Forecast moved": str(action.moved),
        "Evidence": now.evidence or ("no evidence" if now.done else ""),
        "Note": action_notes(action),
    }


def history_table(action: Tracked) -> pd.DataFrame:
    """What was returned about one action, quarter by quarter, with its cell."""
    return pd.DataFrame(
        [
            {
                "Quarter": str(each.quarter),
                "Ref": each.ref,
                "Status returned": str(each.status),
                "Baseline": day_given(each.baseline),
                "Forecast": day_given(each.forecast),
                "Actual": day_given(each.actual) if each.done else "",
                "% complete": "" if each.complete is None else f"{each.complete:g}",
                "Progress": each.note,
                "Evidence": each.evidence,
                "Cell": f"{each.source.file} {each.source}",
            }
            for each in action.returned
        ]
    )


def overdue_table(found: Delivery) -> pd.DataFrame:
    """How many actions of each lead role are past the date agreed first, most first."""
    counts = found.overdue_by_owner
    return pd.DataFrame([{"Lead role": owner or NO_OWNER, "Overdue": str(count)} for owner, count in counts.items()])


def risks_table(risks: Iterable[Risk], moves: Iterable[RiskMove]) -> pd.DataFrame:
    """The risks, highest score first."""
    moved = {move.ref: move for move in moves}
    ordered = sorted(risks, key=lambda risk: -(risk.current.value if risk.current else 0))
    return pd.DataFrame([_risk_row(risk, moved.get(risk.ref)) for risk in ordered])


def _risk_row(risk: Risk, move: RiskMove | None) -> dict[str, str]:
    return {
        "Ref": risk.ref,
        "Risk": risk.risk,
        "Score": str(risk.current) if risk.current else "not scored",
        "Target": str(risk.target) if risk.target else "not given",
        "Since last quarter": risk_direction(move),
        "Owner role": risk.owner_role or NO_OWNER,
        "Controls": risk.controls,
        "Further action": risk.further_action,
    }


def decisions_table(decisions: Iterable[Decision]) -> pd.DataFrame:
    """The newest word on each decision, newest notice first."""
    newest = {each.reference or each.title: each for each in sorted(decisions, key=lambda each: each.quarter)}
    ordered = sorted(newest.values(), key=lambda each: each.notice or date.min, reverse=True)
    return pd.DataFrame(
        [
            {
                "Reference": each.reference,
                "Title": each.title,
                "Decision maker": each.decision_maker,
                "Key decision": {True: "yes", False: "no", None: "not stated"}[each.key],
                "Notice": day_given(each.notice),
                "Decided": day_given(each.decided) if each.decided else "",
                "Status": each.status,
                "Implications": each.implications,
                "As returned for": str(each.quarter),
            }
            for each in ordered
        ]
    )


def known_by(decisions: Iterable[Decision], quarter: Quarter) -> list[Decision]:
    """The decisions returned for `quarter` or earlier."""
    return [each for each in decisions if each.quarter <= quarter]
