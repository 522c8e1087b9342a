"""What changed since last quarter, as one paragraph that a chair can read out."""

from collections.abc import Iterable, Sequence

from record.tracked import Tracked
from reports.language.numbers import counted
from reports.progress.changes import Changes, Turn

NAMED = 3  # at most so many are named; the rest is counted
TO_TWENTY = (
    *("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen"),
    *("Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"),
)
TENS = ("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")


def paragraph(found: Changes) -> str:
    """The paragraph. Nothing is left out for being nothing: a quarter in which no action was completed says so."""
    return " ".join(
        sentence
        for sentence in (
            _ratings(found),
            _red_and_worsening(found),
            _actions(found),
            _risks(found),
            _restatements(found),
            _returns(found),
            _unanswered(found),
        )
        if sentence
    )


def in_short(found: Changes) -> str:
    """What changed for KPIs, returns and reds, for a screen that has room for two lines."""
    return " ".join((_ratings(found), _returns(found), _unanswered(found)))


def _ratings(found: Changes) -> str:
    since = f"Since {found.quarter - 1},"
    if not found.ratings:
        return f"{since} no rating changed."
    better, worse, neither = (len(found.turned(turn)) for turn in (Turn.BETTER, Turn.WORSE, Turn.NEITHER))
    also = f", {neither} because a rating began or ended" if neither else ""
    return f"{since} {counted(len(found.ratings), 'rating')} changed: {better} for the better, {worse} for the worse{also}."


def _red_and_worsening(found: Changes) -> str:
    if not found.red_and_worsening:
        return "No KPI became red and worsening."
    titles = [reading.kpi.title for reading in found.red_and_worsening]
    return f"{begun(len(titles), 'KPI')} became red and worsening: {named(titles, '; ')}."


def _actions(found: Changes) -> str:
    if not found.actions_known:
        return f"No action log came in for {found.quarter}, so what was completed or slipped is not known."
    evidenced = sum(each.now.evidenced for each in found.completed)
    done = f"{begun(len(found.completed), 'action')} {_were(len(found.completed))} completed, {evidenced} with evidence"
    parts = [
        done if found.completed else "No action was completed",
        f"{_few(len(found.slipped))} slipped further{_refs(found.slipped)}",
        f"{_few(len(found.newly_overdue))} passed the date agreed first{_refs(found.newly_overdue)}",
    ]
    gone = f" {begun(len(found.vanished), 'unfinished action')} vanished from the return{_refs(found.vanished)}."
    return f"{parts[0]}; {parts[1]}; {parts[2]}.{gone if found.vanished else ''}"


def _risks(found: Changes) -> str:
    rose = [each.ref for each in found.risks if each.turn is Turn.WORSE]
    fell = [each.ref for each in found.risks if each.turn is Turn.BETTER]
    other = len(found.risks) - len(rose) - len(fell)
    if not found.risks_known:
        return "Which risks moved is not known: they were not returned for both quarters."
    if not found.risks:
        return "No risk moved."
    also = f"; {other} came, went or cannot be scored" if other else ""
    return f"{begun(len(rose), 'risk')} rose{_listed(rose)} and {_few(len(fell))} fell{_listed(fell)}{also}."


def _restatements(found: Changes) -> str:
    if not found.restatements:
        return "No earlier figure was restated."
    return f"{begun(len(found.restatements), 'figure')} that readers had seen {_were(len(found.restatements))} restated."


def _returns(found: Changes) -> str:
    missing = [str(receipt.workstream) for receipt in found.missing]
    late = f" {begun(len(found.late), 'return')} came late." if found.late else ""
    if not missing:
        return f"No return is missing.{late}"
    if len(missing) == 1:
        return f"The return of workstream {missing[0]} is missing.{late}"
    return f"The returns of workstreams {and_list(missing)} are missing.{late}"


def _unanswered(found: Changes) -> str:
    if not found.unanswered:
        return "Every red has a management action with an owner and a date."
    count = len(found.unanswered)
    return f"{begun(count, 'red')} {'have' if count > 1 else 'has'} no complete management action."


def _refs(actions: Iterable[Tracked]) -> str:
    return _listed([each.now.ref for each in actions])


def _listed(refs: Sequence[str]) -> str:
    return f" ({named(refs, ', ')})" if refs else ""


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def begun(count: int, noun: str) -> str:
    """The same at the beginning of a sentence, in words: `No action`, `Four actions`, `Twenty-eight figures`."""
    return f"{in_words(count)} {noun}{'s' if count > 1 else ''}" if count else f"No {noun}"


def in_words(count: int) -> str:
    """`Four`, `Twenty-eight`; a hundred and more stay figures."""
    if count < len(TO_TWENTY):
        return TO_TWENTY[count]
    if count >= 100:
        return str(count)
    ten, one = divmod(count, 10)
    return TENS[ten - 2] + (f"-{TO_TWENTY[one].lower()}" if one else "")


def _few(count: int) -> str:
    return str(count) if count else "none"


def named(names: Sequence[str], separator: str) -> str:
    """The first few names, and how many more there are."""
    more = [f"and {len(names) - NAMED} more"] if len(names) > NAMED else []
    return separator.join([*names[:NAMED], *more])


def and_list(names: Sequence[str]) -> str:
    """`1, 3 and 4`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
