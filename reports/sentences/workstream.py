"""What a workstream is for, when it begins and ends, what is due next, and when inspectors come again, in sentences."""

from programme.moment import day_text
from programme.purposes import Purpose
from programme.reference_files import TO_BE_CONFIRMED
from reports.language.grammar import counted
from reports.language.linked import Pieces
from reports.progress.timescale import FollowedMilestone, NextDue, Timescale, Window
from reports.sentences.ways import action_link


def desired_outcome_text(purpose: Purpose) -> str:
    """The outcome wanted; where it is not known, that it is to be confirmed and against what."""
    return _known(purpose.desired_outcome, purpose.outcome_status)


def progress_before_text(purpose: Purpose) -> str:
    """The progress made before the Written Statement was submitted, likewise."""
    return _known(purpose.progress_before, purpose.progress_status)


def _known(text: str, status: str) -> str:
    """What is known with how far that is confirmed; of what is not, that it is to be confirmed."""
    if text:
        return f"{text} ({status})"
    return status if status.startswith(TO_BE_CONFIRMED) else f"{TO_BE_CONFIRMED} ({status})"


def timescale_sentence(scale: Timescale) -> Pieces:
    """`From 1 October 2019 to 16 December 2022; next due 30 June 2020: WSOA-1.01, Charter.`, an action leading to it."""
    if scale.begins is None and scale.ends is None:
        return ("No date is on record.",)
    begins = f"From {day_text(scale.begins)}" if scale.begins else "From a day that is not given"
    ends = f" to {day_text(scale.ends)}" if scale.ends else ", without an end"
    return (f"{begins}{ends}; ", *_next_due(scale.next_due))


def _next_due(due: NextDue | None) -> Pieces:
    if due is None:
        return ("nothing is due after this quarter.",)
    return (f"next due {day_text(due.day)}: ", action_link(due.action) if due.action else due.ref, f", {due.title}.")


def milestone_text(milestone: FollowedMilestone) -> str:
    """`reached 19 March 2021, 262 days late`, `expected 31 March 2025, …`, or `not dated`."""
    now = milestone.now
    if now.expected is None:
        return "not dated"
    if milestone.passed:
        return f"expected {day_text(now.expected)}, {counted(milestone.passed, 'day')} ago, and not reached"
    late = milestone.late
    when = f", {counted(abs(late), 'day')} {'late' if late > 0 else 'early'}" if late else ""
    return f"{'reached' if now.reached else 'expected'} {day_text(now.expected)}{when}"


def window_sentence(window: Window) -> str:
    """The window for re-inspection with its countdown, and when inspectors came, as it looked on that day."""
    first, last = (day_text(day) for day in (window.first, window.last))
    months = "{} to {} months".format(*window.plan.reinspection_months)
    whole = f"Inspectors were to come again between {first} and {last}, {months} after approval"
    if window.came:
        days = (window.came - window.last).days
        after = f"{counted(days, 'day')} after the window had closed" if days > 0 else "within the window"
        return f"{whole}: they came on {day_text(window.came)}, {after}."
    if window.until_first > 0:
        return f"{whole}: the window opens in {counted(window.until_first, 'day')}."
    if window.until_last >= 0:
        return f"{whole}: the window is open for {counted(window.until_last, 'more day')}."
    return f"{whole}: the window closed {counted(-window.until_last, 'day')} ago, and they had not come."
