"""What may be shown of an action's status: blue only with evidence, and nothing on track that is out of time."""

from dataclasses import dataclass
from datetime import date

from programme.moment import day_text
from programme.sheets.actions import Action, Brag

RULE = (
    "Blue: complete, with a reference to the evidence. Green: on track, or complete without evidence. Amber: at risk, "
    "with a recovery date still ahead. Red: off track, or past its date without a later one, or past its own forecast. "
    "Not started stands apart. A lead's status is shown unless it is better than this allows; then what it allows is "
    "shown, with the reason."
)
_FROM_BEST = (Brag.BLUE, Brag.GREEN, Brag.AMBER, Brag.RED)


@dataclass(frozen=True, slots=True)
class BragShown:
    """The status shown, and why it is not the one returned where it is not."""

    brag: Brag
    why: str = ""


def overdue(action: Action, baseline: date | None, on: date) -> bool:
    """Whether the date agreed first has passed on `on` and it is not done. A later forecast does not change that."""
    return not action.done and baseline is not None and baseline < on


def brag_shown(action: Action, baseline: date | None, on: date) -> BragShown:
    """The status to show on day `on`, `baseline` being the date that was agreed first."""
    best, why = _best(action, baseline, on)
    match action.status:
        case Brag.NOT_STATED:
            return BragShown(best, "no status was returned") if best in (Brag.BLUE, Brag.RED) else BragShown(Brag.NOT_STATED)
        case Brag.NOT_STARTED:
            if not action.done and best is not Brag.RED:
                return BragShown(Brag.NOT_STARTED)
            return BragShown(best, f"returned as {action.status}, but {why}")
    if _FROM_BEST.index(action.status) < _FROM_BEST.index(best):
        return BragShown(best, f"returned as {action.status}, but {why}")
    return BragShown(action.status)


def _best(action: Action, baseline: date | None, on: date) -> tuple[Brag, str]:
    """The best status that its dates and evidence allow, and why it is no better."""
    if action.done:
        return (Brag.BLUE, "it is complete") if action.evidence else (Brag.GREEN, "there is no reference to evidence")
    passed = action.forecast is not None and action.forecast < on
    if not overdue(action, baseline, on):
        forecast = day_text(action.forecast) if passed else ""
        return (Brag.RED, f"its forecast of {forecast} has passed") if passed else (Brag.GREEN, "it has no actual date")
    if action.forecast and not passed:
        return Brag.AMBER, "the date agreed first has passed"
    return Brag.RED, "its date has passed"
