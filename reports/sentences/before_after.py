"""A figure before and after something happened, in words without a word of cause."""

from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.moment import day_text
from reports.language.grammar import counted
from reports.language.numbers import amount_text
from reports.progress.before_after import BeforeAfter, Side

CAUTION = "Other things changed in the same time. A difference between before and after does not show what brought it about."


def before_after_sentence(around: BeforeAfter) -> str:
    """Both sides in words."""
    when = f"{around.event.event} ({day_text(around.event.date)})"
    before, after = _side(around, around.before, around.hidden_before), _side(around, around.after, around.hidden_after)
    return f"{when}. Before it: {before}. After it: {after}."


def _side(around: BeforeAfter, side: Side | None, hidden: bool) -> str:
    if side is None:
        return f"{HIDDEN_SIGN}. {HIDDEN_WORDS}" if hidden else "no figure within a year"
    median = f"median of {counted(side.count, 'quarter')} {amount_text(around.kpi, side.median)}"
    return f"{side.reading.display} in {side.quarter}, {median}"
