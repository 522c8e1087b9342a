"""What changed since last quarter, as one paragraph that a chair can read out."""

from collections.abc import Iterable, Sequence

from record.tracked import Tracked
from reports.language.grammar import and_list, begun, counted, named, or_none, was_or_were
from reports.progress.changes import Changes
from reports.progress.turns import Cause, Turn

NEITHER = {
    "because a target or floor moved, began or ended": {Cause.TARGET_MOVED, Cause.TARGET_BEGAN, Cause.TARGET_ENDED},
    "because a judgement was made or lapsed": {Cause.JUDGED, Cause.LAPSED},
    "across a break in the series": {Cause.BREAK},
    "against the figure's own comparable step": {Cause.OTHER_WAY},
    "because a rating began or ended": {Cause.FIGURE_CAME, Cause.FIGURE_WENT},
}
"""Why a rating turned that counts as neither better nor worse."""


def paragraph(changes: Changes) -> str:
    """The paragraph. Nothing is left out for being nothing: a quarter in which no action was completed says so."""
    return " ".join(
        sentence
        for sentence in (
            ratings_sentence(changes),
            _red_and_worsening(changes),
            _actions(changes),
            _risks(changes),
            _restatements(changes),
            _returns(changes),
            _unanswered(changes),
        )
        if sentence
    )


def ratings_sentence(changes: Changes) -> str:
    """How many ratings changed since last quarter, and which way."""
    since = f"Since {changes.quarter - 1},"
    if not changes.ratings:
        return f"{since} no rating changed."
    parts = [_turned(changes, Turn.BETTER, "for the better"), _turned(changes, Turn.WORSE, "for the worse")]
    causes = [each.cause for each in changes.turned(Turn.NEITHER)]
    for why, kinds in NEITHER.items():
        count = sum(cause in kinds for cause in causes)
        parts += [f"{count} {why}"] if count else []
    return f"{since} {counted(len(changes.ratings), 'rating')} changed: {', '.join(parts)}."


def _turned(changes: Changes, turn: Turn, way: str) -> str:
    """`5 for the worse (2 with a real change of the figure)`."""
    turned = changes.turned(turn)
    real = f" ({sum(each.real for each in turned)} with a real change of the figure)" if turned else ""
    return f"{len(turned)} {way}{real}"


def _red_and_worsening(changes: Changes) -> str:
    if not changes.red_and_worsening:
        return "No KPI became red and worsening."
    titles = [reading.kpi.title for reading in changes.red_and_worsening]
    return f"{begun(len(titles), 'KPI')} became red and worsening: {named(titles, '; ')}."


def _actions(changes: Changes) -> str:
    if not changes.actions_known:
        return f"No action log came in for {changes.quarter}, so what was completed or slipped is not known."
    evidenced = sum(each.now.evidenced for each in changes.completed)
    count = len(changes.completed)
    done = f"{begun(count, 'action')} {was_or_were(count)} completed, {evidenced} with evidence"
    parts = [
        done if changes.completed else "No action was completed",
        f"{or_none(len(changes.slipped))} slipped further{_refs(changes.slipped)}",
        f"{or_none(len(changes.newly_overdue))} passed the date agreed first{_refs(changes.newly_overdue)}",
    ]
    gone = f" {begun(len(changes.vanished), 'unfinished action')} vanished from the return{_refs(changes.vanished)}."
    return f"{parts[0]}; {parts[1]}; {parts[2]}.{gone if changes.vanished else ''}"


def _risks(changes: Changes) -> str:
    rose = [each.ref for each in changes.risks if each.turn is Turn.WORSE]
    fell = [each.ref for each in changes.risks if each.turn is Turn.BETTER]
    other = len(changes.risks) - len(rose) - len(fell)
    if not changes.risks_known:
        return "Which risks moved is not known: they were not returned for both quarters."
    if not changes.risks:
        return "No risk moved."
    also = f"; {other} came, went or cannot be scored" if other else ""
    return f"{begun(len(rose), 'risk')} rose{_in_brackets(rose)} and {or_none(len(fell))} fell{_in_brackets(fell)}{also}."


def _restatements(changes: Changes) -> str:
    if not changes.restatements:
        return "No earlier figure was restated."
    count = len(changes.restatements)
    return f"{begun(count, 'figure')} that readers had seen {was_or_were(count)} restated."


def _returns(changes: Changes) -> str:
    missing = [str(receipt.workstream) for receipt in changes.missing]
    late = f" {begun(len(changes.late), 'return')} came late." if changes.late else ""
    if not missing:
        return f"No return is missing.{late}"
    if len(missing) == 1:
        return f"The return of workstream {missing[0]} is missing.{late}"
    return f"The returns of workstreams {and_list(missing)} are missing.{late}"


def _unanswered(changes: Changes) -> str:
    if not changes.unanswered:
        return "Every red has a management action with an owner and a date."
    count = len(changes.unanswered)
    return f"{begun(count, 'red')} {'have' if count > 1 else 'has'} no complete management action."


def _refs(actions: Iterable[Tracked]) -> str:
    return _in_brackets([each.now.ref for each in actions])


def _in_brackets(refs: Sequence[str]) -> str:
    return f" ({named(refs, ', ')})" if refs else ""
