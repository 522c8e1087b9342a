"""Actions and their dates in words."""

from collections.abc import Sequence

from programme.moment import day_text
from record.tracked import Tracked


def slip_alternative(actions: Sequence[Tracked]) -> str:
    """The chart in words."""
    if not actions:
        return "No action here has both a first agreed date and a forecast or actual one."
    told = [
        f"{each.now.ref} was agreed for {day_text(each.baseline)} and "
        f"{'was done' if each.now.done else 'is now forecast for'} {day_text(each.expected)}, {_days(each.slip)}"
        for each in actions
    ]
    return f"{'; '.join(told)}."


def _days(slip: int) -> str:
    return "on its date" if slip == 0 else f"{abs(slip):,} days {'later' if slip > 0 else 'earlier'}"
