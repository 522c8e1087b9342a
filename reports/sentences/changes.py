"""What changed since last quarter: sentences that lead to what they speak of, and one paragraph for the chair."""

from collections.abc import Iterable, Sequence

from record.tracked import Tracked
from reports.language.grammar import NAMED, and_list, begun, counted, or_none, was_or_were
from reports.language.linked import Linked, Pieces, joined, leads, plain_text
from reports.progress.changes import Changes, RiskMove
from reports.progress.turns import Cause, Turn
from reports.sentences.ways import action_link, reading_link, risk_link

NEITHER = {
    "because a target or floor moved, began or ended": {Cause.TARGET_MOVED, Cause.TARGET_BEGAN, Cause.TARGET_ENDED},
    "because a judgement was made or lapsed": {Cause.JUDGED, Cause.LAPSED},
    "across a break in the series": {Cause.BREAK},
    "against the figure's own comparable step": {Cause.OTHER_WAY},
    "because a rating began or ended": {Cause.FIGURE_CAME, Cause.FIGURE_WENT},
    "because a figure is or was hidden": {Cause.HIDDEN, Cause.HIDDEN_BEFORE},
}
"""Why a rating turned that counts as neither better nor worse."""


def paragraph(changes: Changes) -> str:
    """The paragraph. Nothing is left out for being nothing: a quarter in which no action was completed says so."""
    return " ".join(map(plain_text, changed_sentences(changes)))


def changed_sentences(changes: Changes) -> tuple[Pieces, ...]:
    """The sentences of the paragraph, in their order, each leading to what it speaks of."""
    found = (
        ratings_sentence(changes),
        _red_and_worsening(changes),
        _actions(changes),
        _risks(changes),
        _restatements(changes),
        _returns(changes),
        _unanswered(changes),
    )
    return tuple(sentence for sentence in found if sentence)


def ratings_sentence(changes: Changes) -> Pieces:
    """How many ratings changed since last quarter, and which way."""
    since = f"Since {changes.quarter - 1},"
    if not changes.ratings:
        return (f"{since} no rating changed.",)
    parts = [_turned(changes, Turn.BETTER, "for the better"), _turned(changes, Turn.WORSE, "for the worse")]
    causes = [each.cause for each in changes.turned(Turn.NEITHER)]
    for why, kinds in NEITHER.items():
        count = sum(cause in kinds for cause in causes)
        parts += [f"{count} {why}"] if count else []
    return (f"{since} ", _below(counted(len(changes.ratings), "rating"), "ratings"), f" changed: {', '.join(parts)}.")


def _below(text: str, place: str) -> Linked:
    """A number leads to the list of what it counts, among what changed."""
    return leads(text, "changes", at=f"changed-{place}")


def _turned(changes: Changes, turn: Turn, way: str) -> str:
    """`5 for the worse (2 with a real change of the figure)`."""
    turned = changes.turned(turn)
    real = f" ({sum(each.real for each in turned)} with a real change of the figure)" if turned else ""
    return f"{len(turned)} {way}{real}"


def _red_and_worsening(changes: Changes) -> Pieces:
    if not changes.red_and_worsening:
        return ("No KPI became red and worsening.",)
    titles = [reading_link(reading, reading.kpi.title) for reading in changes.red_and_worsening]
    return (f"{begun(len(titles), 'KPI')} became red and worsening: ", *joined(_first(titles, "worsening"), "; "), ".")


def _actions(changes: Changes) -> Pieces:
    if not changes.actions_known:
        return (f"No action log came in for {changes.quarter}, so what was completed or slipped is not known.",)
    evidenced = sum(each.now.evidenced for each in changes.completed)
    count = len(changes.completed)
    done = (_below(begun(count, "action"), "actions"), f" {was_or_were(count)} completed, {evidenced} with evidence")
    return (
        *(done if changes.completed else ("No action was completed",)),
        f"; {or_none(len(changes.slipped))} slipped further",
        *_refs(changes.slipped),
        f"; {or_none(len(changes.newly_overdue))} passed the date agreed first",
        *_refs(changes.newly_overdue),
        ".",
        *_vanished(changes.vanished),
    )


def _vanished(vanished: Sequence[Tracked]) -> Pieces:
    if not vanished:
        return ()
    return (f" {begun(len(vanished), 'unfinished action')} vanished from the return", *_refs(vanished), ".")


def _risks(changes: Changes) -> Pieces:
    rose = [_risk(each) for each in changes.risks if each.turn is Turn.WORSE]
    fell = [_risk(each) for each in changes.risks if each.turn is Turn.BETTER]
    other = len(changes.risks) - len(rose) - len(fell)
    if not changes.risks_known:
        return ("Which risks moved is not known: they were not returned for both quarters.",)
    if not changes.risks:
        return ("No risk moved.",)
    also = ("; ", _below(f"{other} came, went or cannot be scored", "risks")) if other else ()
    return (
        f"{begun(len(rose), 'risk')} rose",
        *_in_brackets(rose, "risks"),
        f" and {or_none(len(fell))} fell",
        *_in_brackets(fell, "risks"),
        *also,
        ".",
    )


def _risk(move: RiskMove) -> Linked:
    return risk_link(move.ref)


def _restatements(changes: Changes) -> Pieces:
    if not changes.restatements:
        return ("No earlier figure was restated.",)
    count = len(changes.restatements)
    figures = leads(begun(count, "figure"), "restatements")
    return (figures, f" that readers had seen {was_or_were(count)} restated.")


def _returns(changes: Changes) -> Pieces:
    missing = [str(receipt.workstream) for receipt in changes.missing]
    late = (" ", leads(begun(len(changes.late), "return"), "returns"), " came late.") if changes.late else ()
    if not missing:
        return (leads("No return is missing", "returns"), ".", *late)
    if len(missing) == 1:
        return (leads(f"The return of workstream {missing[0]}", "returns"), " is missing.", *late)
    return (leads(f"The returns of workstreams {and_list(missing)}", "returns"), " are missing.", *late)


def _unanswered(changes: Changes) -> Pieces:
    if not changes.unanswered:
        return ("Every red has a management action with an owner and a date.",)
    count = len(changes.unanswered)
    verb = "have" if count > 1 else "has"
    return (_below(begun(count, "red"), "unanswered"), f" {verb} no complete management action.")


def _refs(actions: Iterable[Tracked]) -> Pieces:
    return _in_brackets([action_link(each) for each in actions], "actions")


def _in_brackets(refs: Sequence[Linked], place: str) -> Pieces:
    return (" (", *joined(_first(refs, place), ", "), ")") if refs else ()


def _first(links: Sequence[Linked], place: str) -> list[Linked]:
    """The first few, and how many more stand in the list below."""
    more = len(links) - NAMED
    return [*links[:NAMED], *([_below(f"and {more} more", place)] if more > 0 else [])]
