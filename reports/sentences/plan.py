"""Actions, their dates and risks in words."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from programme.documents import Document
from programme.moment import day_text
from programme.quarter import Quarter
from programme.reference_files import TO_BE_CONFIRMED
from programme.sheets.risks import Level, Risk
from record.tracked import Tracked
from reports.language.grammar import counted, is_or_are, spelt, was_or_were
from reports.palette import BRAGS
from reports.progress.changes import RiskMove
from reports.progress.decisions import DecisionLinks
from reports.progress.turns import Turn

NO_OWNER = "no lead role given"


def brag_text(action: Tracked) -> str:
    """Shape and word of an action's status, with the reason where it is not the one returned."""
    status = action.brag_shown
    return f"{BRAGS[status.brag].shape} {status.brag}{f' ({status.why})' if status.why else ''}"


def slip_text(action: Tracked) -> str:
    """`184 days late` of one that is done, `forecast 184 days late` of one that is not, or why it cannot be said."""
    ahead = action.slip and not (action.now.done or action.lapsed)
    return f"forecast {slip_days_text(action)}" if ahead else slip_days_text(action)


def slip_days_text(action: Tracked) -> str:
    """The same where it is said already that the date is a forecast."""
    slip = action.slip
    if slip is None:
        return lapsed_text(action) if action.lapsed else "not known"
    if slip == 0:
        return "on its date"
    if action.lapsed:
        return f"{_days_counted(slip)} late and counting" if slip > 0 else lapsed_text(action)
    return f"{_days_counted(abs(slip))} {'late' if slip > 0 else 'early'}"


def lapsed_text(action: Tracked) -> str:
    """`forecast of 30 September 2024 passed 92 days ago and it is not done`; only of one whose forecast has passed."""
    since = (action.day - action.now.forecast).days
    return f"forecast of {day_text(action.now.forecast)} passed {_days_counted(since)} ago and it is not done"


def _days_counted(days: int) -> str:
    return f"{days:,} {'day' if days == 1 else 'days'}"


def moved_sentence(action: Tracked) -> str:
    """How often its forecast moved, in words."""
    if not action.moved:
        return "Its forecast never moved."
    return f"Its forecast moved {({1: 'once', 2: 'twice'}).get(action.moved, f'{action.moved} times')}."


def action_notes(action: Tracked) -> str:
    """What a reader must know about where this stands."""
    said = [
        f"LATE: {lapsed_text(action)}" if action.lapsed else "",
        "past the date agreed first" if action.overdue else "",
        "vanished from the return" if action.vanished else "",
        f"as returned for {action.now.quarter}" if action.stale else "",
        "a later return gives another baseline" if action.rewritten else "",
        f"carried over from {action.now.former_ref}" if action.now.former_ref else "",
    ]
    return "; ".join(filter(None, said))


def risk_direction(move: RiskMove | None) -> str:
    """Arrow and word for a risk's direction since last quarter."""
    if move is None:
        return "→ unchanged"
    if move.before is None:
        return "+ new"
    if move.turn is Turn.NEITHER:
        return "? not scored in both quarters"
    was = f"was {move.before.current.value}"
    return f"↑ higher ({was})" if move.turn is Turn.WORSE else f"↓ lower ({was})"


def risk_course(risk: Risk, ever: Iterable[Risk]) -> str:
    """`9 from 2023/24 Q4, 12 from 2024/25 Q3`: every score it had up to its quarter, with the quarter from which it held."""
    own = sorted((each for each in ever if each.ref == risk.ref and each.quarter <= risk.quarter), key=_quarter)
    runs = [next(run) for _, run in groupby(own, key=_score)]
    return ", ".join(f"{_score(first) or 'not scored'} from {first.quarter}" for first in runs)


def _quarter(risk: Risk) -> Quarter:
    return risk.quarter


def _score(risk: Risk) -> int | None:
    return risk.current.value if risk.current else None


def slip_alternative(actions: Sequence[Tracked]) -> str:
    """The chart in words."""
    if not actions:
        return "No action here has both a first agreed date and a forecast or actual one."
    told = [
        f"{each.now.ref} was agreed for {day_text(each.baseline)} and {_expected(each)}, {_days(each)}" for each in actions
    ]
    return f"{'; '.join(told)}."


def _expected(action: Tracked) -> str:
    if action.lapsed:
        return f"was forecast for {day_text(action.expected)}, which has passed"
    return f"{'was done' if action.now.done else 'is now forecast for'} {day_text(action.expected)}"


def _days(action: Tracked) -> str:
    if action.lapsed:
        return slip_text(action)
    slip = action.slip
    return "on its date" if slip == 0 else f"{abs(slip):,} days {'later' if slip > 0 else 'earlier'}"


def done_or_forecast_text(action: Tracked) -> str:
    """`done 13 December 2024`, `31 March 2025`, or that no day is given."""
    if action.now.done:
        return f"done {day_text(action.now.actual)}"
    return day_text(action.now.forecast) if action.now.forecast else "not given"


def lateness_headline(actions: Sequence[Tracked]) -> str:
    """`Forty-six of 116 actions are past the date agreed first; the furthest from it is APP-8.02, forecast 9 days late`."""
    late = [each for each in actions if each.overdue]
    if not late:
        return "No action is past the date agreed first"
    told = f"{spelt(len(late))} of {counted(len(actions), 'action')} {is_or_are(len(late))} past the date agreed first"
    known = [each for each in late if each.slip is not None]
    if not known:
        return told
    furthest = max(known, key=lambda each: each.slip)
    return f"{told}; the furthest from it is {furthest.now.ref}, {slip_text(furthest)}"


def slip_key(quarter: Quarter) -> str:
    """How a dumbbell is read."""
    return (
        "A hollow circle is the date agreed first, a diamond the forecast, a filled circle the day it was done; "
        f"the dotted line is the end of {quarter}."
    )


def slip_headline(actions: Sequence[Tracked]) -> str:
    """What is to be seen in the chart: how far the one furthest behind is from the date agreed first."""
    if not actions:
        return "No action here has both dates"
    furthest = max(actions, key=lambda each: each.slip)
    if len(actions) == 1:
        return _days(furthest)
    return f"the furthest from the date agreed first is {furthest.now.ref}, {_days(furthest)}"


def risks_headline(risks: Sequence[Risk]) -> str:
    """`Of 12 risks, 3 are high`."""
    high = sum(risk.current is not None and risk.current.level is Level.HIGH for risk in risks)
    return f"Of {counted(len(risks), 'risk')}, {high} {is_or_are(high)} high"


def decisions_headline(decisions: Sequence[DecisionLinks], quarter: Quarter) -> str:
    """`Of 8 decisions on record by 2024/25 Q3, 1 is proposed and not yet taken`."""
    waiting = sum(each.decision.status == "proposed" and each.decision.decided is None for each in decisions)
    of_all = f"Of {counted(len(decisions), 'decision')} on record by {quarter}"
    return f"{of_all}, {waiting or 'none'} {is_or_are(waiting or 1)} proposed and not yet taken"


def board_decisions_sentence(count: int) -> str:
    """Said where decisions of a board stand among those that returns bring."""
    taken = f"{spelt(count)} of them {was_or_were(count)} taken by the board in a meeting"
    return f"{taken}: it is the record of the meeting that says so, and no return."


def documents_headline(documents: Sequence[Document], quarter: Quarter) -> str:
    """`Of 15 documents on record by 2024/25 Q3, the address of 4 is to be confirmed`."""
    unknown = sum(not each.address for each in documents)
    of_all = f"Of {counted(len(documents), 'document')} on record by {quarter}"
    return f"{of_all}, the address of {unknown or 'none'} is {TO_BE_CONFIRMED}"
