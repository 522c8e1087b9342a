"""Actions, risks, participation and decisions as tables: the same words on the screen, in CSV and on paper."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from programme.moment import day_text
from programme.quarter import Quarter
from programme.sheets.decisions import Decision
from programme.sheets.risks import Risk
from record.tracked import Tracked
from reports.palette import BRAGS
from reports.progress.changes import RiskMove, Turn
from reports.progress.delivery import Delivery

NO_OWNER = "no lead role given"


def day(given: date | None) -> str:
    """A day in words; a missing one says so."""
    return day_text(given) if given else "not given"


def brag_text(action: Tracked) -> str:
    """Shape and word of an action's status, with the reason where it is not the one returned."""
    shown = action.shown
    return f"{BRAGS[shown.brag].shape} {shown.brag}{f' ({shown.why})' if shown.why else ''}"


def slip_text(action: Tracked) -> str:
    """`184 days late`, `on its date`, or why it cannot be said."""
    slip = action.slip
    if slip is None:
        return "not known"
    if slip == 0:
        return "on its date"
    return f"{abs(slip):,} {'day' if abs(slip) == 1 else 'days'} {'late' if slip > 0 else 'early'}"


def moved_sentence(action: Tracked) -> str:
    """How often its forecast moved, in words."""
    if not action.moved:
        return "Its forecast never moved."
    return f"Its forecast moved {({1: 'once', 2: 'twice'}).get(action.moved, f'{action.moved} times')}."


def notes(action: Tracked) -> str:
    """What a reader must know about where this stands."""
    said = [
        "past the date agreed first" if action.overdue else "",
        "vanished from the return" if action.vanished else "",
        f"as returned for {action.now.quarter}" if action.stale else "",
        "a later return gives another baseline" if action.rewritten else "",
        f"carried over from {action.now.former_ref}" if action.now.former_ref else "",
    ]
    return "; ".join(filter(None, said))


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
        "First agreed date": day(action.baseline),
        "Done or forecast": f"done {day(now.actual)}" if now.done else day(now.forecast),
        "Slip": slip_text(action),
        "Forecast moved": str(action.moved),
        "Evidence": now.evidence or ("no evidence" if now.done else ""),
        "Note": notes(action),
    }


def history_table(action: Tracked) -> pd.DataFrame:
    """What was returned about one action, quarter by quarter, with its cell."""
    return pd.DataFrame(
        [
            {
                "Quarter": str(each.quarter),
                "Ref": each.ref,
                "Status returned": str(each.status),
                "Baseline": day(each.baseline),
                "Forecast": day(each.forecast),
                "Actual": day(each.actual) if each.done else "",
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
        "Since last quarter": direction_text(move),
        "Owner role": risk.owner_role or NO_OWNER,
        "Controls": risk.controls,
        "Further action": risk.further_action,
    }


def direction_text(move: RiskMove | None) -> str:
    """Arrow and word for a risk's direction since last quarter."""
    if move is None:
        return "→ unchanged"
    if move.before is None:
        return "+ new"
    if move.turn is Turn.NEITHER:
        return "? not scored in both quarters"
    was = f"was {move.before.current.value}"
    return f"↑ higher ({was})" if move.turn is Turn.WORSE else f"↓ lower ({was})"


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
                "Notice": day(each.notice),
                "Decided": day(each.decided) if each.decided else "",
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
