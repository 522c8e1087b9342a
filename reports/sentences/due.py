"""What comes due, in words: a title that fits into a calendar, and a sentence or two under it."""

from functools import singledispatch

from programme.events import Event
from programme.meeting import Minuted
from programme.moment import day_text
from programme.workstreams import workstreams
from record.tracked import Tracked
from reports.language.grammar import and_list, counted
from reports.language.linked import plain_text
from reports.progress.due import Due, ReturnsDue, Reviews
from reports.progress.meeting import Arising
from reports.sentences.meeting import item_sentence, meeting_name, state_text
from reports.sentences.plan import slip_text

_DUE = {Minuted.FOLLOW_UP: "Follow-up due", Minuted.DECISION: "Deferred decision due"}


def due_title(due: Due) -> str:
    """`Returns due for 2024/25 Q4`."""
    return _titled(due.about)


def due_words(due: Due) -> str:
    """What is to be known of it besides."""
    return _worded(due.about)


@singledispatch
def _titled(about: object) -> str:
    raise TypeError(f"a calendar holds things it knows, got: {type(about).__name__}")


@singledispatch
def _worded(about: object) -> str:
    raise TypeError(f"a calendar holds things it knows, got: {type(about).__name__}")


@_titled.register
def _(about: ReturnsDue) -> str:
    return f"Returns due for {about.quarter}"


@_worded.register
def _(about: ReturnsDue) -> str:
    return f"Not received: {and_list([workstreams()[each.workstream].name for each in about.receipts])}."


@_titled.register
def _(about: Tracked) -> str:
    return f"Action due: {about.now.ref} {about.now.title}"


@_worded.register
def _(about: Tracked) -> str:
    owner = f"{about.now.lead_role}. " if about.now.lead_role else ""
    agreed = f" Agreed first for {day_text(about.baseline)}: {slip_text(about)}." if about.baseline else ""
    return f"{owner}As returned for {about.now.quarter}: {about.brag}.{agreed}"


@_titled.register
def _(about: Reviews) -> str:
    return f"Review due of {counted(len(about.kpis), 'KPI definition')}"


@_worded.register
def _(about: Reviews) -> str:
    return f"{'; '.join(each.title for each in about.kpis)}."


@_titled.register
def _(about: Event) -> str:
    return about.event


@_worded.register
def _(about: Event) -> str:
    return about.note


@_titled.register
def _(about: Arising) -> str:
    what = _DUE.get(about.item.said.kind, "Answer due to the board")
    owner = f", {about.item.said.owner_role}" if about.item.said.owner_role else ""
    return f"{what}: {about.item.ref}{owner}"


@_worded.register
def _(about: Arising) -> str:
    return f"{meeting_name(about.meeting)}. {plain_text(item_sentence(about))} {state_text(about)}"
