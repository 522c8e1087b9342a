"""What comes due on a day: returns, actions, reviews of definitions, events to come, and answers to a board."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kpis.kpi import Kpi
from kpis.registry import definitions_in_force
from programme.access import Role
from programme.concerns import Concern, concerns_of
from programme.events import Event, events
from programme.quarter import Quarter
from programme.working_days import return_due
from record.receipts import Receipt, State, expected
from record.tracked import Tracked
from reports.progress.delivery import delivery
from reports.progress.digest import newest_quarter
from reports.progress.meeting import Arising, on_record, today_of
from reports.progress.readings import Progress, once_per_progress
from reports.progress.received import received

YEAR_AHEAD = 4  # quarters whose returns are not due yet
AWAITED = (State.MISSING, State.NOT_DUE)


@dataclass(frozen=True, slots=True)
class ReturnsDue:
    """The returns of one quarter that have not come."""

    quarter: Quarter
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Reviews:
    """The definitions that are to be reviewed by one day."""

    kpis: tuple[Kpi, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with its day; `thing` tells it from all others for good, so that a calendar moves it and adds none."""

    concern: Concern
    thing: str
    day: date
    about: ReturnsDue | Tracked | Reviews | Event | Arising


def due_for(progress: Progress, roles: Iterable[Role]) -> tuple[Due, ...]:
    """Everything that concerns these roles and has a day, by that day; what is late stays on the day when it was due."""
    wanted = concerns_of(roles)
    return tuple(each for each in _every_due(progress) if each.concern in wanted)


@once_per_progress
def _every_due(progress: Progress) -> tuple[Due, ...]:
    found = [*_returns(progress), *_actions(progress), *_reviews(progress), *_events(progress), *_answers(progress)]
    return tuple(sorted(found, key=lambda each: (each.day, each.thing)))


def _returns(progress: Progress) -> Iterator[Due]:
    awaited = expected(progress.records, progress.now)
    this = Quarter.containing(today_of(progress))
    quarters = tuple(dict.fromkeys((*awaited, *this.to(this + (YEAR_AHEAD - 1)))))
    for quarter in quarters:
        waiting = tuple(each for each in received(progress, (quarter,)) if any(box.state in AWAITED for box in each.boxes))
        if waiting:
            yield Due(Concern.RETURN, f"returns {quarter}", return_due(quarter), ReturnsDue(quarter, waiting))


def _actions(progress: Progress) -> Iterator[Due]:
    newest = newest_quarter(progress.records)
    for each in delivery(progress, newest).actions if newest else ():
        day = each.now.forecast or each.baseline
        if day and not each.now.done and not each.vanished:
            yield Due(Concern.ACTION, f"action {each.refs[0]}", day, each)


def _reviews(progress: Progress) -> Iterator[Due]:
    by_day: dict[date, list[Kpi]] = {}
    for kpi in definitions_in_force(Quarter.containing(today_of(progress))).values():
        by_day.setdefault(kpi.next_review, []).append(kpi)
    for day, kpis in by_day.items():
        yield Due(Concern.REVIEW, f"reviews {day}", day, Reviews(tuple(kpis)))


def _events(progress: Progress) -> Iterator[Due]:
    today = today_of(progress)
    for event in dict.fromkeys((*events(), *progress.records.logs.events)):
        if event.date >= today:
            yield Due(Concern.EVENT, f"event {event.date} {event.event}", event.date, event)


def _answers(progress: Progress) -> Iterator[Due]:
    """What a board waits for, with the day that it gave: an answer, or something to be done."""
    newest = newest_quarter(progress.records)
    for each in on_record(progress, newest) if newest else ():
        if each.item.open and each.item.said.due and each.meeting.closed:
            yield Due(Concern.ON_RECORD, f"on record {each.item.ref}", each.item.said.due, each)
