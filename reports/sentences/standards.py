"""Targets and floors that moved, in words: what a rating that turned with them says, and what the KPI's page says."""

from kpis.direction import Direction
from kpis.kpi import Kpi, Target
from kpis.rating import rate_by
from programme.quarter import Quarter
from reports.language.grammar import and_list, capitalised
from reports.language.numbers import amount_text, target_text
from reports.progress.readings import Reading
from reports.progress.turns import Cause, RatingChange, Turn

TURNS = {Turn.BETTER: "↗ better", Turn.WORSE: "↘ worse"}


def turn_words(change: RatingChange) -> str:
    """`↗ better`, or `– neither: its target was lowered from at least 80% to at least 60%`."""
    if change.turn is not Turn.NEITHER:
        return TURNS[change.turn] + ("" if change.real else f", {_unproved(change.direction)}")
    return f"– neither: {_cause(change)}"


def _unproved(direction: Direction) -> str:
    said = direction is not Direction.CANNOT_BE_SAID
    return "without a real change of the figure" if said else "and the direction of the figure cannot be said"


def _cause(change: RatingChange) -> str:
    before, now = change.before, change.now
    match change.cause:
        case Cause.TARGET_MOVED:
            return standards_moved(now.kpi, before.rated.target, now.rated.target)
        case Cause.TARGET_BEGAN:
            return f"a target of {target_text(now.kpi, now.rated.target)} began"
        case Cause.TARGET_ENDED:
            return f"the target of {target_text(now.kpi, before.rated.target)} ended"
        case Cause.JUDGED:
            return f"judged {now.rated.rating} by its lead, and {now.computed.rating} by the rule"
        case Cause.LAPSED:
            return f"judged {before.rated.rating} by its lead last quarter, and not any more"
        case Cause.BREAK:
            return f"not comparable: break in {change.broken.quarter}"
        case Cause.OTHER_WAY:
            return f"the figure is {change.direction} against the last one that it can be compared with"
        case Cause.HIDDEN | Cause.HIDDEN_BEFORE:
            return str(change.cause)
        case _:
            return "rated in one quarter only"


def standards_moved(kpi: Kpi, before: Target, now: Target) -> str:
    """`its target was lowered from at least 80% to at least 60% and its floor was raised from 40% to 45%`; else empty."""
    moved = [
        _moved("target", before.value, now.value, *(target_text(kpi, each) for each in (before, now))),
        _moved("floor", before.floor, now.floor, *(amount_text(kpi, each.floor) for each in (before, now))),
    ]
    if kpi.better == "target":
        ends = (before.tolerance or 0, now.tolerance or 0)
        moved.insert(1, _moved("tolerance", *ends, *(amount_text(kpi, each) for each in ends)))
        moved[0] = _moved("target", before.value, now.value, *(amount_text(kpi, each.value) for each in (before, now)))
    said = [each for each in moved if each]
    return and_list(said) if said else ""


def _moved(name: str, before: float, now: float, then: str, today: str) -> str:
    if before == now:
        return ""
    return f"its {name} was {'raised' if now > before else 'lowered'} from {then} to {today}"


def target_history(reading: Reading) -> str:
    """What was asked before the target of today, whether that is easier, and how the figure stands by it; else empty."""
    kpi, now = reading.kpi, reading.rated.target
    before = now and kpi.target_in(now.from_quarter - 1)
    if not before:
        return ""
    moved = standards_moved(kpi, before, now)
    if not moved:
        return ""
    easier = {1: "easier", -1: "harder", 0: "neither simply easier nor harder"}[_easier(kpi, before, now)]
    said = f"{capitalised(moved)} from {now.since} on, which is {easier} to meet."
    return said + _by_the_old(reading, before, now.from_quarter)


def _by_the_old(reading: Reading, before: Target, since: Quarter) -> str:
    """How the figure would be rated by the target of before."""
    if reading.hidden or reading.result.value is None or reading.reported < since:
        return ""
    then = rate_by(reading.result, before).rating
    return f" By what was asked before it would be {then}." if then is not reading.computed.rating else ""


def _easier(kpi: Kpi, before: Target, now: Target) -> int:
    """1 where everything is asked no more strictly than before, -1 the reverse, 0 where that is mixed."""
    if kpi.better == "target":
        steps = [(now.tolerance or 0) - (before.tolerance or 0), now.floor - before.floor]
        steps += [0] if now.value == before.value else [1, -1]
    else:
        sign = 1 if kpi.better == "lower" else -1
        steps = [sign * (now.value - before.value), sign * (now.floor - before.floor)]
    up, down = any(each > 0 for each in steps), any(each < 0 for each in steps)
    return up - down
