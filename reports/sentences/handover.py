"""What became of the actions of a plan that ended, in sentences."""

from collections.abc import Iterator

from programme.moment import day_text
from reports.language.grammar import and_list, counted, spelt, was_or_were
from reports.language.linked import Pieces, joined, leads
from reports.progress.handover import End, Fate, Fates

_SAID = (End.CARRIED, End.FINISHED, End.EVERYDAY, End.STOPPED)


def fates_headline(fates: Fates) -> str:
    """`Written Statement of Action: 9 of 60 actions were open when it ended, and nothing says what became of 1`."""
    unsaid, still = len(fates.ended(End.UNSAID)), len(fates.open_then)
    whole = (
        f"{fates.plan.title}: {still} of {counted(len(fates.fates), 'action')} held {was_or_were(still)} open when it ended"
    )
    return f"{whole}, and nothing says what became of {unsaid}" if unsaid else whole


def fates_sentences(fates: Fates) -> tuple[str, ...]:
    """What was done, what became of the rest, what nobody has said, and from when it is known."""
    return tuple(_told(fates))


def _told(fates: Fates) -> Iterator[str]:
    done, evidenced = fates.ended(End.EVIDENCED, End.DONE), fates.ended(End.EVIDENCED)
    ended = day_text(fates.plan.until)
    held = counted(len(fates.fates), "action")
    yield f"{spelt(len(done))} of {held} held were done by {ended}, {len(evidenced)} with evidence."
    became = [f"{len(fates.ended(end))} {end}" for end in _SAID if fates.ended(end)]
    if fates.open_then:
        rest = and_list(became) if became else "nothing is said of any"
        yield f"Of the {len(fates.open_then)} that {was_or_were(len(fates.open_then))} open: {rest}."
    if unsaid := fates.ended(End.UNSAID):
        yield f"Nothing says what became of {and_list([each.action.now.ref for each in unsaid])}."
    newest = max(each.action.now.quarter for each in fates.fates)
    if newest.end < fates.plan.until:
        yield f"The last return of its actions was for {newest}; what was done between that and {ended} is not known."
    if fates.plan.actions is None:
        yield f"The number returned here is {len(fates.fates)}; the plan's own number of actions is to be confirmed."


def fate_linked(fate: Fate) -> Pieces:
    """`carried on in APP-6.01`, with the reason where one is given; the actions that it goes on under lead to them."""
    refs = [leads(ref, "actions", action=ref, at=ref) for ref in fate.into]
    *first, last = refs or [""]
    where = (" in ", *joined(first, ", "), " and ", last) if first else (" in ", last) if refs else ()
    why = (f": {fate.said.reason}",) if fate.said and fate.said.reason else ()
    return (str(fate.end), *where, *why)
