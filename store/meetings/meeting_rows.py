"""Reads meetings as they stood at a moment: what was recorded in them, with what came of it by then."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from programme.log import Logged
from programme.meeting import (
    About,
    AgendaPoint,
    Attendee,
    ChangedKind,
    Doing,
    Meeting,
    Minuted,
    MinutedOutcome,
    Minutes,
    OnRecord,
    PointedTo,
    Reply,
    Subject,
    ToMinute,
)
from programme.quarter import Quarter
from store import moments
from store.cursor import Cursor
from store.order.changes import CHANGES, changes_of
from store.order.ledger import accounts_noted

DEEDS = "SELECT change, meeting, deed, done_at, done_by, seen FROM meeting_deeds WHERE done_at <= ? ORDER BY change"
HAPPENED = f"SELECT change, moment FROM {changes_of(*CHANGES)} ORDER BY 1"
_MEETINGS = "SELECT change, number, quarter, held_on, illustrative FROM meetings ORDER BY number"
_ATTENDANCE = "SELECT change, attendee, came FROM meeting_attendance ORDER BY change, place"
_AGENDA = "SELECT change, need, words FROM meeting_agenda ORDER BY change, place"
_RECORDS = """
    SELECT change, number, kind, subject, ref, area_code, words, asked_by, outcome, owner_role, due, because
    FROM meeting_records ORDER BY number
"""
_REPLIES = "SELECT change, number, record, words, satisfied, done_on FROM meeting_replies ORDER BY number"
_SATISFIED = "SELECT change, reply, satisfied FROM meeting_satisfied ORDER BY change"
_CHANGED = "SELECT change, record, kind, ref FROM meeting_changed ORDER BY change"
_MINUTES = "SELECT change, number, words, told, signed FROM meeting_minutes ORDER BY number"
_RECORDING = (Logged.RECORDED_CHALLENGE, Logged.RECORDED_DECISION, Logged.RECORDED_FOLLOW_UP)


class _Known:
    """The deeds up to a moment, by their change: whatever came later is not there."""

    def __init__(self, cursor: Cursor, as_at: datetime | None):
        self._cursor = cursor
        until = datetime.max if as_at is None else moments.stored(as_at)
        self.meeting: dict[int, int] = {}
        self.deed: dict[int, str] = {}
        self.doing: dict[int, Doing] = {}
        self.seen: dict[int, int] = {}
        self.closed: dict[int, Doing] = {}
        rows = cursor.execute(DEEDS, [until]).fetchall()
        accounts = accounts_noted(cursor) if rows else {}
        for change, meeting, deed, at, by, seen in rows:
            self.meeting[change], self.deed[change], self.seen[change] = meeting, deed, seen
            self.doing[change] = Doing(change, moments.aware(at), by, accounts.get(change, ""))
            if deed == Logged.CLOSED_MEETING:
                self.closed[meeting] = self.doing[change]
        self._done = frozenset(self.deed.values())

    def rows(self, query: str, *deeds: Logged) -> Iterator[tuple]:
        """The rows that these deeds left, of those known; each begins with its change. What nobody did is not asked for."""
        if self._done.isdisjoint(deeds):
            return
        for change, *rest in self._cursor.execute(query).fetchall():
            if change in self.doing:
                yield change, *rest

    def newest(self, query: str, *deeds: Logged) -> dict[int, list[tuple]]:
        """What was said whole and last of each meeting by one of these deeds; that there is none of it can be said too."""
        said: dict[int, list[tuple]] = defaultdict(list)
        for change, *rest in self.rows(query, *deeds):
            said[change].append(tuple(rest))
        last = {self.meeting[change]: change for change, deed in self.deed.items() if deed in deeds}
        return {meeting: said[change] for meeting, change in last.items()}


def meetings_then(cursor: Cursor, as_at: datetime | None) -> tuple[Meeting, ...]:
    """Every meeting as known at a moment (None: now), oldest first."""
    known = _Known(cursor, as_at)
    if not known.doing:
        return ()
    came = known.newest(_ATTENDANCE, Logged.SAID_ATTENDANCE)
    points = known.newest(_AGENDA, Logged.OPENED_MEETING, Logged.SET_AGENDA)
    records, minutes = _by_meeting(_on_record(cursor, known)), _minutes(known)
    return tuple(
        Meeting(
            number,
            Quarter.parse(quarter),
            held_on,
            illustrative,
            known.doing[change],
            tuple(Attendee(*each) for each in came.get(number, ())),
            tuple(AgendaPoint(*each) for each in points.get(number, ())),
            records[number],
            minutes[number],
            known.closed.get(number),
        )
        for change, number, quarter, held_on, illustrative in known.rows(_MEETINGS, Logged.OPENED_MEETING)
    )


def _by_meeting(records: Iterable[OnRecord]) -> dict[int, tuple[OnRecord, ...]]:
    found: dict[int, tuple[OnRecord, ...]] = defaultdict(tuple)
    for each in records:
        found[each.meeting] += (each,)
    return found


def _minutes(known: _Known) -> dict[int, tuple[Minutes, ...]]:
    found: dict[int, tuple[Minutes, ...]] = defaultdict(tuple)
    for change, *rest in known.rows(_MINUTES, Logged.KEPT_MINUTES, Logged.SIGNED_MINUTES):
        found[known.meeting[change]] += (Minutes(*rest, known.doing[change]),)
    return found


def _on_record(cursor: Cursor, known: _Known) -> Iterator[OnRecord]:
    records = list(known.rows(_RECORDS, *_RECORDING))
    happened = cursor.execute(HAPPENED).fetchall() if records else []
    replies, changed = _replies(known), _changed(known)
    for change, number, *said in records:
        done, seen = known.doing[change], known.seen[change]
        shown = (moments.aware(moment) for other, moment in happened if other <= seen)
        seen_at = max((each for each in shown if each <= done.at), default=done.at)
        own = tuple(replies[number]), tuple(changed[number])
        yield OnRecord(number, known.meeting[change], _said(*said), seen, seen_at, done, *own)


def _said(kind, subject, ref, area, words, asked_by, outcome, owner, due, because) -> ToMinute:
    about = About(Subject(subject), ref, area)
    return ToMinute(Minuted(kind), about, words, asked_by, MinutedOutcome(outcome) if outcome else None, owner, due, because)


def _replies(known: _Known) -> dict[int, list[Reply]]:
    ruled = {reply: satisfied for _, reply, satisfied in known.rows(_SATISFIED, Logged.JUDGED_REPLY)}
    found: dict[int, list[Reply]] = defaultdict(list)
    for change, number, record, *rest in known.rows(_REPLIES, Logged.ANSWERED):
        reply = Reply(number, *rest, known.doing[change])
        found[record].append(replace(reply, satisfied=ruled.get(number, reply.satisfied)))
    return found


def _changed(known: _Known) -> dict[int, list[PointedTo]]:
    found: dict[int, list[PointedTo]] = defaultdict(list)
    for change, record, kind, ref in known.rows(_CHANGED, Logged.POINTED):
        found[record].append(PointedTo(ChangedKind(kind), ref, known.doing[change]))
    return found
