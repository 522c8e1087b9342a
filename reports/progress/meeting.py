"""What boards put on record and what became of it: matters arising, challenges by their subject, follow-ups as actions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from disclosure.rule import NoFigure
from kpis.registry import registry
from programme.areas import KENT, area_coded
from programme.figure import Source
from programme.meeting import About, Doing, Meeting, Minuted, OnRecord, Subject
from programme.moment import LONDON
from programme.quarter import Quarter
from programme.sheets.actions import Action, Brag
from programme.submission import Restatement, Version
from record.tracked import Tracked
from reports.progress.delivery import followed
from reports.progress.judgement import Judgement, judgement_of
from reports.progress.readings import Progress, Reading, once_per_progress

MINUTES = "Minutes"
"""Where a follow-up stands, as the sheet of what was returned does."""


@dataclass(frozen=True, slots=True)
class SinceThen:
    """A KPI as it stood in the quarter of a meeting, and as it stands in the quarter looked at."""

    then: Reading
    now: Judgement


@dataclass(frozen=True, slots=True)
class Arising:
    """One thing on record with its meeting, and what its KPI has done since where a quarter has passed.

    `late` are the days past its day, 0 where it is not late. `kept_back` says that this reader may not see the figure that
    it is about, and so not its words. `restated` is the newest correction of a figure behind it since then; `gone`
    that nothing which stands names the action or risk any more.
    """

    item: OnRecord
    meeting: Meeting
    late: int = 0
    since: SinceThen | None = None
    kept_back: bool = False
    restated: Restatement | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Consequence:
    """A challenge, and the decisions and follow-ups that came from it."""

    challenge: Arising
    led_to: tuple[OnRecord, ...]

    @property
    def changed(self) -> bool:
        """Whether an action, a decision, a wording, a target or a restatement points to it."""
        return bool(self.led_to or self.challenge.item.changed)


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """A follow-up as the action that it is, with what it is on record as."""

    action: Tracked
    arising: Arising


def today_of(progress: Progress) -> date:
    """The day on which things are late."""
    return progress.now.astimezone(LONDON).date()


@once_per_progress
def on_record(progress: Progress, quarter: Quarter) -> tuple[Arising, ...]:
    """Everything on record in meetings on `quarter` or before, in the order in which it was recorded."""
    meetings = [each for each in progress.records.meetings if each.quarter <= quarter]
    return tuple(_arising(progress, quarter, meeting, item) for meeting in meetings for item in meeting.on_record)


@once_per_progress
def matters_arising(progress: Progress, quarter: Quarter) -> tuple[Arising, ...]:
    """What meetings that are closed still wait for: overdue first, the longest first, then by the day it is due."""
    waiting = (each for each in on_record(progress, quarter) if each.item.open and each.meeting.closed)
    return tuple(sorted(waiting, key=lambda each: (-each.late, each.item.said.due or date.max, each.item.number)))


def challenges_about(progress: Progress, quarter: Quarter, subject: Subject, ref: str | None = None) -> tuple[Arising, ...]:
    """The challenges about one thing, or about every thing of its kind where none is named; those that wait first."""
    return _challenges(progress, quarter, lambda about: about.subject is subject and ref in (None, about.ref))


@once_per_progress
def anything_returned(progress: Progress, quarter: Quarter) -> bool:
    """Whether any figure of the whole area came for a quarter: a meeting can be held on one for which none did."""
    told = (each for each in progress.current(KENT, quarter) if not isinstance(each.shown, NoFigure))
    return any(each.reported == quarter for each in told)


@once_per_progress
def challenges_of_weakness(progress: Progress, quarter: Quarter, weakness: int) -> tuple[Arising, ...]:
    """The challenges about a weakness, its KPIs, its actions and its risks, those that wait first."""
    return _challenges(progress, quarter, lambda about: weakness in _weaknesses(progress, quarter, about))


def _challenges(progress: Progress, quarter: Quarter, wanted: Callable[[About], bool]) -> tuple[Arising, ...]:
    asked = (each for each in on_record(progress, quarter) if each.item.said.kind is Minuted.CHALLENGE)
    return tuple(sorted((each for each in asked if wanted(each.item.said.about)), key=lambda each: not each.item.open))


@once_per_progress
def consequences(progress: Progress, quarter: Quarter) -> tuple[Consequence, ...]:
    """Every challenge with what came from it."""
    known = on_record(progress, quarter)
    return tuple(
        Consequence(each, tuple(other.item for other in known if other.item.said.because == each.item.number))
        for each in known
        if each.item.said.kind is Minuted.CHALLENGE
    )


@once_per_progress
def follow_ups(progress: Progress, quarter: Quarter) -> tuple[FollowedUp, ...]:
    """What meetings on `quarter` or before agreed that somebody does, as actions; those that are open first."""
    found = (each for each in on_record(progress, quarter) if each.item.said.kind is Minuted.FOLLOW_UP)
    made = (FollowedUp(_as_action(progress, quarter, each), each) for each in found)
    return tuple(sorted(made, key=lambda each: not each.arising.item.open))


def _as_action(progress: Progress, quarter: Quarter, each: Arising) -> Tracked:
    """Counted to today, also in a quarter that is over: it was agreed after that. It stands in no count of the plan.

    Its title is empty where its words are kept back.
    """
    item, said = each.item, each.item.said
    reply = item.reply
    action = Action(
        ref=item.ref,
        quarter=each.meeting.quarter,
        weaknesses=tuple(sorted(_weaknesses(progress, quarter, said.about))),
        workstream=None,
        title="" if each.kept_back else said.words,
        success_criterion="",
        lead_role=said.owner_role,
        accountable_role="",
        partner="",
        start=each.meeting.held_on,
        baseline=said.due,
        forecast=said.due,
        actual=item.done_on,
        status=Brag.NOT_STATED,
        complete=None,
        note="" if each.kept_back or reply is None else reply.words,
        evidence="",
        updated=reply.done.at.astimezone(LONDON).date() if reply else None,
        kpi=said.about.ref if said.about.subject is Subject.MEASURE else "",
        former_ref="",
        area="",
        function="",
        source=Source("", MINUTES, item.ref, None),
    )
    now = today_of(progress)
    return Tracked(max(quarter, Quarter.containing(now)), (action,), today=now)


def _arising(progress: Progress, quarter: Quarter, meeting: Meeting, item: OnRecord) -> Arising:
    due, about = item.said.due, item.said.about
    late = (today_of(progress) - due).days if due and item.overdue(today_of(progress)) else 0
    reading = _reading(progress, about, meeting.quarter)
    now = _reading(progress, about, quarter) if quarter > meeting.quarter else None
    since = SinceThen(reading, judgement_of(progress, now.kpi, now.area, quarter)) if reading and now else None
    hidden = any(each is not None and each.hidden for each in (reading, now))
    restated = _restated(progress, reading, item.done) if reading and not hidden else None
    return Arising(item, meeting, late, since, hidden, restated, _gone(progress, quarter, about))


def kept_back(progress: Progress, about: About, quarter: Quarter) -> bool:
    """Whether what is said about this reaches only those who see a figure that this reader does not see."""
    reading = _reading(progress, about, quarter)
    return reading is not None and reading.hidden


def _reading(progress: Progress, about: About, quarter: Quarter) -> Reading | None:
    """The reading that something is about; None where it is about something else, or about a KPI that is none any more."""
    kpi = registry().get(about.ref) if about.subject is Subject.MEASURE else None
    if kpi is None:
        return None
    area = area_coded(about.area) if about.area else KENT
    return progress.reading(kpi, area if area in kpi.areas else kpi.areas[0], quarter)


def _restated(progress: Progress, reading: Reading, done: Doing) -> Restatement | None:
    """The newest correction or withdrawal, since then, of a figure that the KPI was worked out from in that quarter."""
    measures = reading.kpi.formula.measures
    mine = (
        each
        for each in progress.restatements
        if each.measure in measures and (each.area, each.quarter) == (reading.area, reading.reported)
    )
    return max(
        (each for each in mine if _moment(each.version) > done.at), key=lambda each: _moment(each.version), default=None
    )


def _moment(version: Version):
    return version.accepted_at


def _gone(progress: Progress, quarter: Quarter, about: About) -> bool:
    if about.subject is Subject.ACTION:
        return not any(about.ref in each.refs for each in followed(progress, quarter))
    return about.subject is Subject.RISK and not any(each.ref == about.ref for each in progress.records.logs.risks)


def _weaknesses(progress: Progress, quarter: Quarter, about: About) -> set[int]:
    """The weaknesses that something speaks to."""
    match about.subject:
        case Subject.WEAKNESS:
            return {int(about.ref)} if about.ref.isdigit() else set()
        case Subject.MEASURE:
            return set(registry()[about.ref].weaknesses) if about.ref in registry() else set()
        case Subject.ACTION:
            return _named(each.now.weaknesses for each in followed(progress, quarter) if about.ref in each.refs)
        case Subject.RISK:
            return _named(each.weaknesses for each in progress.records.logs.risks if each.ref == about.ref)
        case _:
            return set()


def _named(weaknesses: Iterator[tuple[int, ...]]) -> set[int]:
    return {number for own in weaknesses for number in own}
