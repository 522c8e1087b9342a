"""What accepting a return would do to the sheets of words, in a sentence."""

from collections.abc import Sequence

from reports.language.grammar import and_list, counted, would_change
from reports.progress.word_changes import WordChange, WordTurn

_DONE = {WordTurn.COMES: "came", WordTurn.CHANGES: "changed", WordTurn.GOES: "went"}


def words_sentence(changes: Sequence[WordChange], *, accepted: bool = False) -> str:
    """`Words: 3 rows come, 2 rows change and 1 row goes, on Actions and Risks.`, or that none would change; once it is
    `accepted`, that they did."""
    if not changes:
        return f"No words {would_change(accepted)}."
    sheets = and_list(list(dict.fromkeys(change.sheet.name for change in changes)))
    counts = {turn: sum(change.turn is turn for change in changes) for turn in WordTurn}
    told = [f"{counted(count, 'row')} {turn_told(turn, count, accepted)}" for turn, count in counts.items() if count]
    return f"Words: {and_list(told)}, on {sheets}."


def turn_told(turn: WordTurn, count: int, accepted: bool) -> str:
    """What becomes of so many rows, as a verb: `comes`, `come`; `came` once it is accepted."""
    if accepted:
        return _DONE[turn]
    return str(turn) if count == 1 else {WordTurn.GOES: "go"}.get(turn, str(turn).removesuffix("s"))


def row_name(change: WordChange) -> str:
    """What a row is called: its ref, and its title where it has one."""
    form, row = change.sheet, change.row
    called, title = (getattr(row, name, "") for name in (form.called, "title"))
    named = getattr(form, form.called).said(called)
    return f"{named}: {title}" if title and title != called else named


def said_anew(change: WordChange) -> str:
    """`Status: Amber → Green; Forecast: … → …` of a row that changes; empty for one that comes or goes."""
    pairs = ((each, getattr(change.before, each.name), getattr(change.after, each.name)) for each in change.columns)
    return "; ".join(f"{each}: {each.said(old) or 'blank'} → {each.said(new) or 'blank'}" for each, old, new in pairs)
