"""Decides what is hidden from readers, change by change, before any KPI is worked out: nothing is chosen while reading."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from itertools import takewhile
from time import monotonic

from disclosure import solver, worlds
from disclosure.audit import narrowed
from disclosure.items import spans_of
from disclosure.knowledge import Knowledge
from disclosure.needs import hide_what_needs_it
from disclosure.printed import known_total_with_a_hidden_count, totals_nobody_had, totals_to_keep_back
from disclosure.replay import REPLAY, Replayed
from disclosure.ties import ties, ties_of
from disclosure.totals import same_counts, totals_shipped
from disclosure.whole_columns import hide_whole_columns
from kpis.registry import registry
from programme.figure import Facts, FigureKey
from programme.hidden import Decided, Decider, HiddenThen, MomentCells, WhyHidden
from programme.measures import measures

NO_SOLVER = "without the solver nobody can tell"
SECONDS = 20.0  # a choice that takes longer is given up, and whole columns are hidden
EDITION = 3  # of the rules below: what was decided by an earlier one is decided anew


def decide(
    moments: Sequence[MomentCells], before: Sequence[Decided], former: Sequence[Decided], secret: bytes
) -> list[Decided]:
    """What is hidden from each change on, for those of `moments` about which nothing is decided `before`.

    `former` are decisions of an earlier round about the same changes: what was hidden stays hidden, what was seen was seen.
    """
    done = _by_change(before)
    begun = 0 if former else sum(1 for _ in takewhile(lambda moment: moment.change in done, moments))
    past = REPLAY.after(moments[:begun], [done[each.change] for each in moments[:begun]])
    if former or len(moments) - begun != 1:
        return _decided_after(past, moments, before, former, secret)
    setting = secret, solver.available()
    return [past.choice(moments[-1], setting, lambda: _decided_after(past, moments, before, (), secret)[0])]


def _decided_after(
    past: Replayed, moments: Sequence[MomentCells], before: Sequence[Decided], former: Sequence[Decided], secret: bytes
) -> list[Decided]:
    """The decisions left of `moments`, of which those of the `past` are the first."""
    done, stays = _by_change(before), _by_change(former)
    known = past.knowledge()
    known.seen_before = _seen_formerly(moments, former)
    last, decided = past.decided[-1] if past.decided else None, []
    for moment in moments[len(past.moments) :]:
        known.take_in(moment)
        if (made := done.get(moment.change)) is not None:
            known.hide(made.hidden)
        elif moment.released:
            decided.append(made := _released(known, moment, last, moment.change in stays))
        else:
            decided.append(made := _concealed(known, moment, stays.get(moment.change), secret))
        if not made.withheld:
            known.show()
        last = made
    return decided


def _by_change(decided: Iterable[Decided]) -> dict[int, Decided]:
    return {each.change: each for each in decided}


def _concealed(known: Knowledge, moment: MomentCells, former: Decided | None, secret: bytes) -> Decided:
    """What is hidden from this change on."""
    start, hidden = monotonic(), set(known.hidden)
    known.hide(former.hidden if former else {})
    chosen_by, withheld = conceal(known, secret)
    if kept := totals_to_keep_back(known):
        known.hide(dict.fromkeys(kept, WhyHidden.PRINTED))
        chosen_by, withheld = conceal(known, secret)
    if withheld and former and not former.withheld and (new := totals_nobody_had(known)):
        kept += new
        known.hide(dict.fromkeys(new, WhyHidden.PRINTED))
        chosen_by, withheld = conceal(known, secret)
    fresh = {item: why for item, why in known.hidden.items() if item not in hidden or item in kept}
    return Decided(moment.change, fresh, frozenset(), withheld, len(known.targets), monotonic() - start, chosen_by)


def _released(known: Knowledge, moment: MomentCells, last: Decided | None, granted: bool) -> Decided:
    """What stands against hiding some numbers no longer: what else could be worked out. What was granted once was seen."""
    start, chosen_by = monotonic(), solver.NAME if solver.available() else ""
    withheld = last.withheld if last else ""
    if not (withheld or granted):
        known.show()
        withheld = "; ".join(map(known.told, narrowed(known))) if chosen_by else NO_SOLVER
    return Decided(moment.change, {}, moment.released, withheld, len(known.targets), monotonic() - start, chosen_by)


def conceal(known: Knowledge, secret: bytes) -> tuple[str, str]:
    """Hide what the newest change brings and must not be seen; the solver that chose, and what stands against it."""
    start = known.mark()
    hide_what_needs_it(known)
    needed = dict(known.hidden)
    if not solver.available():
        return "", _whole_columns_hidden(known, start)
    try:
        worlds.hide_beside(known, secret, monotonic() + SECONDS)
    except solver.TooLong:
        known.hidden = needed
        return "", _whole_columns_hidden(known, start)
    except worlds.Impossible as found:
        known.go_back(start)
        return solver.NAME, known.told(found.target)
    return solver.NAME, ""


def _whole_columns_hidden(known: Knowledge, start: tuple) -> str:
    """What stands against the rule without a solver: what publishers print is known, and cannot be hidden."""
    hide_whole_columns(known)
    if told := known_total_with_a_hidden_count(known):
        known.go_back(start)
    return told


def _seen_formerly(moments: Sequence[MomentCells], former: Sequence[Decided]) -> frozenset[frozenset]:
    """What was seen when other rules hid other things."""
    done = _by_change(former)
    told = [moment for moment in moments if moment.change in done]
    return REPLAY.after(told, [done[moment.change] for moment in told]).knowledge().seen_cells() if told else frozenset()


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
    bearing = (each for each in measures().values() if each.protected and (spans_of(each.id) or each.id in ties_of()))
    shown = {each.id: [spans_of(each.id), [area.code for area in each.areas]] for each in bearing}
    totals = sorted((*item[:2], str(item.quarter), total) for item, total in totals_shipped().items())
    said = json.dumps([EDITION, shown, ties(), same_counts(), totals, [_shows(kpi) for kpi in registry().values()]])
    return Decider(sha256(said.encode()).hexdigest(), decide)


def _shows(kpi) -> list:
    return [kpi.id, kpi.formula.measures, kpi.basis.code, kpi.basis.reported_in, [area.code for area in kpi.areas]]
