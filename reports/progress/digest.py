"""What a digest speaks of: each thing with the state that it is in, by which what is new is told from what was said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from kpis.rating import Rating
from programme.access import MAY, Deed, Role
from programme.areas import KENT
from programme.concerns import Concern, concerns_of
from programme.meeting import Meeting, OnRecord
from programme.quarter import Quarter
from programme.sheets.letters import Letter
from programme.sheets.risks import Risk
from programme.signoff import Signature, signed_last
from record.receipts import Box, Receipt, State, expected
from record.records import Records
from record.tracked import Tracked
from reports.progress.delivery import delivery
from reports.progress.letters import letters_known
from reports.progress.meeting import Arising, on_record, today_of
from reports.progress.readings import Progress, Reading, once_per_progress
from reports.progress.received import received

UNSPOKEN = (State.HISTORY, State.NOT_OWED, State.NOT_DUE)
"""Where a return stands while nobody waits for it and nothing came."""


@dataclass(frozen=True, slots=True)
class ReturnedBox:
    """What one organisation owes of a workstream for a quarter, with the receipt that it stands in."""

    receipt: Receipt
    box: Box


SpokenOf = ReturnedBox | Reading | Tracked | Risk | Arising | Meeting | Signature | Letter


@dataclass(frozen=True, slots=True)
class Stand:
    """One thing that a digest speaks of: by what it is told from all others, and its state, both as they are kept.

    A state holds no number that grows with the days, or one thing would be told anew every day.
    """

    concern: Concern
    thing: str
    state: str
    about: SpokenOf


def stands_of(progress: Progress, roles: Iterable[Role]) -> Mapping[str, Stand]:
    """Everything that concerns these roles, by its thing, as it stands now; what is hidden from who asks is hidden here."""
    wanted = concerns_of(roles)
    return {each.thing: each for each in _every_stand(progress) if each.concern in wanted}


def newest_quarter(records: Records) -> Quarter | None:
    """The newest quarter that anything is known of: a figure, an action or a meeting."""
    held = (each.quarter for each in records.meetings)
    acted = (quarter for quarter, _ in records.logs.returned)
    return max((*([records.newest] if records.newest else []), *held, *acted), default=None)


@once_per_progress
def _every_stand(progress: Progress) -> tuple[Stand, ...]:
    newest, signed = newest_quarter(progress.records), tuple(_signed_off(progress))
    if newest is None:
        return signed
    return (
        *signed,
        *_returns(progress),
        *_ratings(progress, newest),
        *_actions(progress, newest),
        *_risks(progress.records.logs.risks),
        *_recorded(progress, newest),
        *_minutes(progress.records.meetings),
        *_letters(letters_known(progress, newest)),
    )


def _signed_off(progress: Progress) -> Iterator[Stand]:
    """How far each quarter is; for those who are given what was published, that it was, or that it was withdrawn."""
    records = progress.records
    if given := records.given:
        yield Stand(Concern.SIGN_OFF, "what readers are shown", f"{given.deed} {given.quarter}, {given.change}", given)
    elif records.sign_off and Deed.SEE_UNSIGNED in MAY[progress.role]:
        for quarter in dict.fromkeys(each.quarter for each in records.sign_off.signatures):
            last = signed_last(records.sign_off.signatures, quarter)
            state = f"{records.sign_off.state(quarter)}, {last.change}"
            yield Stand(Concern.SIGN_OFF, f"sign-off of {quarter}", state, last)


def _returns(progress: Progress) -> Iterator[Stand]:
    """From the first quarter that a return of its own came for: what came with a history workbook was never waited for."""
    records = progress.records
    began = min((each.cover.quarter for each in records.kept if each.cover.kind == "standard"), default=None)
    if began is None:
        return
    quarters = began.to(max(expected(records, progress.now)[-1], began))
    for receipt in received(progress, tuple(quarters)):
        for box in (each for each in receipt.boxes if each.state not in UNSPOKEN):
            newest = box.versions[-1].number if box.versions else 0
            thing = f"return {receipt.quarter}, workstream {receipt.workstream}, {box.organisation}"
            yield Stand(Concern.RETURN, thing, f"{box.state}, version {newest}", ReturnedBox(receipt, box))


def _ratings(progress: Progress, quarter: Quarter) -> Iterator[Stand]:
    for reading in progress.current(KENT, quarter):
        rating = reading.rated.rating
        if reading.hidden or rating is not Rating.NOT_RATED:
            yield Stand(Concern.RATING, f"rating {reading.kpi.id}", "hidden" if reading.hidden else str(rating), reading)


def _actions(progress: Progress, quarter: Quarter) -> Iterator[Stand]:
    """An action is the same under every ref that it ever bore."""
    for each in delivery(progress, quarter).actions:
        late = "vanished" if each.vanished else "late" if each.lapsed or each.overdue else "on its way"
        state = "done" if each.now.done else late
        yield Stand(Concern.ACTION, f"action {each.refs[0]}", f"{each.brag}, {state}, {each.expected}", each)


def _risks(risks: Iterable[Risk]) -> Iterator[Stand]:
    """As they were returned last: a risk of an earlier quarter that is returned no more is gone."""
    known = tuple(risks)
    newest = max((each.quarter for each in known), default=None)
    for each in (each for each in known if each.quarter == newest):
        score = each.current.value if each.current else "not scored"
        yield Stand(Concern.RISK, f"risk {each.ref}", f"{score}", each)


def _recorded(progress: Progress, quarter: Quarter) -> Iterator[Stand]:
    """What was recorded in meetings that are closed: while one is held it is not on anybody's desk yet."""
    day = today_of(progress)
    for each in on_record(progress, quarter):
        if each.meeting.closed:
            parts = f"{_state(each.item)}", f"{len(each.item.replies)} replies", "overdue" if each.item.overdue(day) else ""
            yield Stand(Concern.ON_RECORD, f"on record {each.item.ref}", ", ".join(filter(None, parts)), each)


def _state(item: OnRecord) -> object:
    if item.done_on:
        return item.done_on
    if item.reply is None:
        return "no answer" if item.open else "recorded"
    return {None: "answered", True: "satisfied", False: "not satisfied"}[item.reply.satisfied]


def _minutes(meetings: Iterable[Meeting]) -> Iterator[Stand]:
    for each in meetings:
        if each.signed:
            yield Stand(Concern.MINUTES, f"minutes {each.number}", f"version {each.signed.number}", each)


def _letters(letters: Iterable[Letter]) -> Iterator[Stand]:
    """A letter changes where other words of it are returned, and not where the same are returned again."""
    for each in letters:
        said = sha256(f"{each.wording}\n{each.address}".encode("utf-8", "replace")).hexdigest()[:16]
        yield Stand(Concern.LETTER, f"{each.place} on weakness {each.weakness}", said, each)
