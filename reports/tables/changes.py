"""What changed since last quarter, as tables: one for each kind of change."""

from collections.abc import Iterable

import pandas as pd

from record.tracked import Tracked
from reports.language.dates import day_given
from reports.language.numbers import target_text
from reports.palette import RATINGS
from reports.progress.changes import Changes, RatingChange, RiskMove
from reports.progress.readings import Reading
from reports.sentences.plan import brag_text, risk_direction, slip_text

TURNS = {"better": "↗ better", "worse": "↘ worse", "neither": "– rated in one quarter only"}


def ratings_table(changed: Iterable[RatingChange]) -> pd.DataFrame:
    """Every rating that is not the one of last quarter, those for the worse first."""
    ordered = sorted(changed, key=lambda each: ("worse", "better", "neither").index(each.turn))
    return pd.DataFrame([_rating_row(each) for each in ordered])


def _rating_row(each: RatingChange) -> dict[str, str]:
    return {
        "KPI": each.now.kpi.title,
        "Area": each.now.area.name,
        "Last quarter": f"{each.before.display}, {_rating(each.before)}",
        "This quarter": f"{each.now.display}, {_rating(each.now)}",
        "Turn": TURNS[each.turn],
        "Why": each.now.rated.reason,
    }


def _rating(reading: Reading) -> str:
    mark = RATINGS[reading.rated.rating]
    return f"{mark.shape} {mark.word.lower()}"


def reds_table(readings: Iterable[Reading]) -> pd.DataFrame:
    """The KPIs that became red and worsening."""
    return pd.DataFrame(
        [
            {"KPI": each.kpi.title, "Figure": each.display, "Target": target_text(each.kpi, each.rated.target)}
            for each in readings
        ]
    )


def moved_actions_table(found: Changes) -> pd.DataFrame:
    """Every action that was completed, slipped, passed its first date or vanished; one that did two of these stands once."""
    kinds: dict[str, tuple[Tracked, list[str]]] = {}
    for word, actions in (
        ("completed", found.completed),
        ("slipped further", found.slipped),
        ("passed the date agreed first", found.newly_overdue),
        ("vanished from the return", found.vanished),
    ):
        for each in actions:
            kinds.setdefault(each.now.ref, (each, []))[1].append(word)
    return pd.DataFrame([_action_row(action, words) for action, words in kinds.values()])


def _action_row(action: Tracked, words: list[str]) -> dict[str, str]:
    now = action.now
    return {
        "Ref": now.ref,
        "Action": now.title,
        "What changed": "; ".join(words),
        "Status": brag_text(action),
        "First agreed date": day_given(action.baseline),
        "Done or forecast": day_given(action.expected),
        "Slip": slip_text(action),
        "Evidence": now.evidence or ("no evidence" if now.done else ""),
    }


def moved_risks_table(moves: Iterable[RiskMove]) -> pd.DataFrame:
    """Every risk that moved, came or went."""
    return pd.DataFrame(
        [
            {
                "Ref": move.ref,
                "Risk": (move.now or move.before).risk,
                "Score now": str(move.now.current) if move.now and move.now.current else "none",
                "Since last quarter": risk_direction(move) if move.now else "– no longer returned",
            }
            for move in moves
        ]
    )
