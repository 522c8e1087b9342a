"""One sentence for each thing that a digest tells: what it is now, and what it was when that was told last."""

from collections.abc import Mapping, Sequence
from functools import singledispatch

from kpis.registry import registry
from programme.concerns import Concern
from programme.meeting import Meeting
from programme.moment import day_text
from programme.sheets.letters import Letter
from programme.sheets.risks import Risk
from programme.signoff import Signature
from programme.workstreams import short_name, weaknesses, workstreams
from record.receipts import State
from record.tracked import Tracked
from reports.language.grammar import capitalised, counted
from reports.language.linked import plain_text
from reports.progress.digest import ReturnedBox, Stand
from reports.progress.meeting import Arising
from reports.progress.readings import Reading
from reports.sentences.letters import letter_name, letter_words
from reports.sentences.meeting import item_sentence, meeting_name, reply_sentence, state_text
from reports.sentences.signoff import signed_sentence

HEADINGS = {
    Concern.SIGN_OFF: "Sign-off of quarters",
    Concern.RETURN: "Returns",
    Concern.RATING: "Ratings of Kent",
    Concern.ACTION: "Actions",
    Concern.RISK: "Risks",
    Concern.ON_RECORD: "What boards asked, decided and agreed",
    Concern.MINUTES: "Minutes",
    Concern.LETTER: "Letters of the DfE, NHS England and inspectors",
    Concern.REVIEW: "Reviews of definitions",
    Concern.EVENT: "Events",
}
"""Each kind of thing, in the order in which a digest speaks of them."""

GONE_HEADING = "No longer there"
SAYS_ONCE = (
    "This digest says what is in another state than the digest before it said. It is not said again until it changes."
)
FIRST = "It is the first for this role, so it says where everything stands."

News = Mapping[str, tuple[str | None, str]]
"""What is told: each thing with the state that was told last (None: never) and the one that it has now."""


def digest_headline(role: str, number: int, news: News) -> str:
    """`Digest 3 for the chair: 12 changes`."""
    return f"Digest {number} for the {role}: {counted(len(news), 'change')}"


def digest_introduction(news: News) -> str:
    """What a digest is; that it is the first, where nothing was told before."""
    first = all(before is None for before, _ in news.values())
    return f"{SAYS_ONCE} {FIRST}" if first else SAYS_ONCE


def digest_parts(news: News, stands: Mapping[str, Stand]) -> dict[str, Sequence[str]]:
    """The sentences under their headings, each thing once; what is not among `stands` any more stands last."""
    told: dict[str, list[str]] = {}
    for concern, heading in HEADINGS.items():
        mine = [stands[thing] for thing in news if thing in stands and stands[thing].concern is concern]
        if mine:
            told[heading] = [stand_sentence(each, news[each.thing][0]) for each in mine]
    if gone := [gone_sentence(thing) for thing in news if thing not in stands]:
        told[GONE_HEADING] = gone
    return told


def stand_sentence(stand: Stand, before: str | None) -> str:
    """Where one thing stands now; of a rating and a risk's score, what was told before as well."""
    sentence = _told(stand.about)
    if before is None or stand.concern not in (Concern.RATING, Concern.RISK) or before == "gone":
        return sentence
    return f"{sentence.removesuffix('.')}; told before: {before}."


def gone_sentence(thing: str) -> str:
    """What is not returned, rated or on record any more, by the name under which it was told of."""
    kind, _, ref = thing.partition(" ")
    if kind == "rating" and ref in registry():
        return f"{registry()[ref].title} is rated no longer."
    return f"{capitalised(thing)}: it was withdrawn, its plan has ended, or it is returned no longer."


@singledispatch
def _told(about: object) -> str:
    raise TypeError(f"a digest speaks of things it knows, got: {type(about).__name__}")


@_told.register
def _(about: ReturnedBox) -> str:
    box, receipt = about.box, about.receipt
    whose = f"{workstreams()[receipt.workstream].name} for {receipt.quarter} from {short_name(box.organisation)}"
    if box.state is State.MISSING:
        return f"{whose}: missing; it was due by {day_text(box.due)}."
    newest = box.versions[-1]
    corrected = f"; version {newest.number} of {day_text(newest.accepted_at)} counts now" if box.superseded else ""
    return f"{whose}: {box.state}, on {day_text(box.versions[0].accepted_at)}{corrected}."


@_told.register
def _(about: Reading) -> str:
    if about.hidden:
        return f"{about.kpi.title}: the figure for {about.quarter} is hidden, and its rating with it."
    return f"{about.kpi.title}: {about.rated.rating}, at {about.display} for {about.reported}."


@_told.register
def _(about: Tracked) -> str:
    now = about.now
    named = f"{now.ref} {now.title}".strip()
    if now.done:
        when = f"done on {day_text(now.actual)}" if now.actual else "done"
        return f"{named}: {when}, {about.brag}."
    if about.vanished:
        return f"{named}: the newest return names it no longer, and it is not complete with evidence."
    forecast = f"forecast for {day_text(now.forecast)}" if now.forecast else "without a forecast"
    late = ", and late" if about.lapsed or about.overdue else ""
    return f"{named}: {about.brag}, {forecast}{late}."


@_told.register
def _(about: Risk) -> str:
    return f"{about.ref} {about.risk}: {about.current or 'not scored'}."


@_told.register
def _(about: Arising) -> str:
    replied = reply_sentence(about, about.item.reply) if about.item.reply else ""
    return " ".join(filter(None, (plain_text(item_sentence(about)), replied, state_text(about))))


@_told.register
def _(about: Meeting) -> str:
    signed = about.signed
    return f"{meeting_name(about)}: minutes signed on {day_text(signed.done.at)} by {signed.done.doer}."


@_told.register
def _(about: Signature) -> str:
    return signed_sentence(about)


@_told.register
def _(about: Letter) -> str:
    return f"{letter_name(about)}, on {weaknesses()[about.weakness].name}: {plain_text(letter_words(about))}"
