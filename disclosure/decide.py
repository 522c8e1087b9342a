"""Decides what is hidden from readers, change by change, before any KPI is worked out: nothing is chosen while reading."""

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from time import monotonic

from disclosure import solver, worlds
from disclosure.items import spans_of
from disclosure.knowledge import Knowledge
from disclosure.needs import hide_what_needs_it
from disclosure.ties import ties
from disclosure.whole_columns import hide_whole_columns
from kpis.registry import registry
from programme.figure import Facts, FigureKey
from programme.hidden import Decided, Decider, HiddenThen, MomentCells
from programme.measures import measures

SECONDS = 20.0  # a choice that takes longer is given up, and whole columns are hidden
EDITION = 1  # of the rules below: what was decided by an earlier one is decided anew


def decide(
    moments: Sequence[MomentCells], before: Sequence[Decided], former: Sequence[Decided], secret: bytes
) -> list[Decided]:
    """What is hidden from each change on, for those of `moments` about which nothing is decided `before`.

    `former` are decisions of an earlier round about the same changes: what was hidden stays hidden, what was seen was seen.
    """
    known, decided, done = _formerly(moments, former), [], {each.change: each for each in before}
    stays = {each.change: each for each in former}
    for moment in moments:
        known.take_in(moment)
        if (earlier := done.get(moment.change)) is not None:
            _go_by(known, earlier)
            continue
        begun, hidden = monotonic(), set(known.hidden)
        known.hidden |= stays[moment.change].hidden if moment.change in stays else {}
        chosen_by, withheld = conceal(known, secret)
        fresh = {item: why for item, why in known.hidden.items() if item not in hidden}
        took = monotonic() - begun
        decided.append(Decided(moment.change, fresh, frozenset(), withheld, len(known.targets), took, chosen_by))
        if not withheld:
            known.show()
    return decided


def conceal(known: Knowledge, secret: bytes) -> tuple[str, str]:
    """Hide what the newest change brings and must not be seen; the solver that chose, and what stands against it."""
    start = dict(known.hidden)
    hide_what_needs_it(known)
    needed = dict(known.hidden)
    if not solver.available():
        hide_whole_columns(known)
        return "", ""
    try:
        worlds.hide_beside(known, secret, monotonic() + SECONDS)
    except solver.TooLong:
        known.hidden = needed
        hide_whole_columns(known)
        return "", ""
    except worlds.Impossible as found:
        known.hidden = start
        return solver.NAME, known.told(found.target)
    return solver.NAME, ""


def _go_by(known: Knowledge, decided: Decided) -> None:
    """Take over what was decided about a change."""
    known.hidden |= decided.hidden
    for item in decided.released:
        known.hidden.pop(item, None)
    if not decided.withheld:
        known.show()


def _formerly(moments: Sequence[MomentCells], former: Sequence[Decided]) -> Knowledge:
    """Knowledge with nothing taken in but what was seen when other rules hid other things."""
    known = Knowledge()
    if former:
        done, past = {each.change: each for each in former}, Knowledge()
        for moment in moments:
            if moment.change in done:
                past.take_in(moment)
                _go_by(past, done[moment.change])
        known.seen_before = past.seen_cells()
    return known


def decided_alone(facts: Facts) -> HiddenThen:
    """What is hidden where these are all the facts there ever were."""
    said = {key: figure.symbol or figure.value for key, figure in facts.items() if _protected(key)}
    (only,) = decide([MomentCells(1, said)], (), (), b"")
    return HiddenThen(frozenset(only.hidden), frozenset(only.hidden), only.withheld)


def _protected(key: FigureKey) -> bool:
    return key[0] in measures() and measures()[key[0]].protected


@cache
def decider() -> Decider:
    """The rules in force, told apart from others by a fingerprint of all that they are made of."""
    shown = {
        name: [spans_of(name), [area.code for area in each.areas]] for name, each in measures().items() if each.protected
    }
    said = json.dumps([EDITION, shown, ties(), [_shows(kpi) for kpi in registry().values()]])
    return Decider(sha256(said.encode()).hexdigest(), decide)


def _shows(kpi) -> list:
    return [kpi.id, kpi.formula.measures, kpi.basis.code, kpi.basis.reported_in, [area.code for area in kpi.areas]]
