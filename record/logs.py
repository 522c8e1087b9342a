"""The sheets of words as known at one moment: actions, risks, voices, decisions, assessments, comments, what leads say."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from kpis.registry import registry
from programme.events import Event
from programme.figure import Source
from programme.impact import TypedRows, WordsBySheet
from programme.parts import Part
from programme.quarter import Quarter
from programme.sheets import (
    actions,
    assessments,
    commentary,
    decisions,
    events,
    handovers,
    letters,
    milestones,
    participation,
    risks,
    summary,
    trajectory,
)
from programme.sheets.actions import Action
from programme.sheets.assessments import LeadAssessment
from programme.sheets.book import WRITTEN
from programme.sheets.commentary import Commentary
from programme.sheets.decisions import Decision
from programme.sheets.form import FormSheet
from programme.sheets.handovers import Handover
from programme.sheets.letters import Letter
from programme.sheets.milestones import Milestone
from programme.sheets.participation import Participation
from programme.sheets.risks import Risk
from programme.sheets.summary import LeadWords
from programme.sheets.trajectory import PlannedPoint
from programme.sheets.written import Row, WordingSource
from programme.wordings import ON_SCREEN, AboutRow, Wording
from programme.workstreams import workstreams, workstreams_of
from store.snapshot import Snapshot

Returned = frozenset[tuple[Quarter, int]]
"""Quarters and workstreams for which an action log came in."""


@dataclass(frozen=True, slots=True)
class Logs:
    """Everything in words that counts, by quarter and then as returned.

    `returned` holds the quarters and workstreams for which an action log came in: an action that is missing from such
    a return has vanished; one whose return did not come has not. `returned_to` says the same of the actions that one
    version brought: a return that says what it speaks for says nothing of another organisation's.
    """

    actions: tuple[Action, ...] = ()
    risks: tuple[Risk, ...] = ()
    participation: tuple[Participation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assessments: tuple[LeadAssessment, ...] = ()
    commentary: tuple[Commentary, ...] = ()
    events: tuple[Event, ...] = ()
    trajectory: tuple[PlannedPoint, ...] = ()
    summary: tuple[LeadWords, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    handovers: tuple[Handover, ...] = ()
    letters: tuple[Letter, ...] = ()
    returned: Returned = frozenset()
    returned_to: Mapping[int, Returned] = field(default_factory=dict)
    wordings: tuple[Wording, ...] = ()
    told: Mapping[AboutRow, tuple[Any, ...]] = field(default_factory=dict)

    def wording(self, source: Source) -> Wording | None:
        """The words that stand at a source, where they were written on screen."""
        return self.wordings[source.wording - 1] if isinstance(source, WordingSource) else None


@dataclass(frozen=True, slots=True)
class _Log:
    """How one sheet is read: into what, what makes two rows speak of the same thing, and whose workstream it is."""

    sheet: str
    take: Callable[[Iterable[Row]], list]
    about: Callable[[Any], Hashable]
    workstream: Callable[[Any], int | None]


def _own(each: Action | Risk | Milestone) -> int | None:
    return each.workstream


def _nobody(each: object) -> None:
    return None


def _of_weakness(each: LeadAssessment | LeadWords) -> int | None:
    """The workstream that speaks for its weakness; what is said of none is everybody's."""
    return next(iter(workstreams_of(each.weakness)), None) if each.weakness else None


def _of_kpi(commentary: Commentary | PlannedPoint) -> int | None:
    return registry()[commentary.kpi].workstream if commentary.kpi in registry() else None


_LOGS = {
    "actions": _Log(actions.ACTIONS.name, actions.actions_in, lambda each: (each.quarter, each.ref), _own),
    "risks": _Log(risks.RISKS.name, risks.risks_in, lambda each: (each.quarter, each.ref), _own),
    "participation": _Log(
        participation.PARTICIPATION.name,
        participation.participation_in,
        lambda each: (each.quarter, each.ref or each.you_said or each.we_did),
        _nobody,
    ),
    "decisions": _Log(
        decisions.DECISIONS.name, decisions.decisions_in, lambda each: (each.quarter, each.reference or each.title), _nobody
    ),
    "assessments": _Log(
        assessments.ASSESSMENT.name, assessments.assessments_in, lambda each: (each.quarter, each.weakness), _of_weakness
    ),
    "commentary": _Log(commentary.COMMENTARY.name, commentary.commentary_in, lambda each: (each.quarter, each.kpi), _of_kpi),
    "events": _Log(events.EVENTS.name, events.events_in, lambda each: (each.quarter, each.date, each.event), _nobody),
    "trajectory": _Log(
        trajectory.TRAJECTORY.name,
        trajectory.planned_points_in,
        lambda each: (each.kpi, each.area, each.quarter, each.agreed_on),
        _of_kpi,
    ),
    "summary": _Log(
        summary.SUMMARY.name,
        summary.summary_in,
        lambda each: (each.quarter, each.weakness, each.kind, each.place),
        _of_weakness,
    ),
    "milestones": _Log(milestones.MILESTONES.name, milestones.milestones_in, lambda each: (each.quarter, each.ref), _own),
    "handovers": _Log(handovers.HANDOVER.name, handovers.handovers_in, lambda each: (each.quarter, each.ref), _nobody),
    "letters": _Log(letters.LETTERS.name, letters.letters_in, lambda each: (each.day, each.sender, each.weakness), _nobody),
}


def read_logs(known: Snapshot) -> Logs:
    """The logs of one moment. Where two speak of the same thing, what was accepted or written last counts."""
    came_in = _came_in(known)
    typed = {name: known.spoken(log.sheet) for name, log in _LOGS.items()}
    counting = {name: _counting(_LOGS[name], found) for name, found in typed.items()}
    told = {key: rows for name, found in typed.items() for key, rows in _written_about(_LOGS[name], found).items()}
    returned = {"returned": _returned(known, came_in), "returned_to": _returned_to(known, came_in)}
    return Logs(**counting, **returned, wordings=known.wordings, told=told)


def _written_about(log: _Log, typed: TypedRows) -> dict[AboutRow, tuple[Any, ...]]:
    """Everything that is said of each thing that was written about on screen, oldest first."""
    found: dict[AboutRow, list[Any]] = {}
    for each in _speaking(log, typed) if log.sheet in ON_SCREEN else ():
        apart = tuple(getattr(each, name) for name in ON_SCREEN[log.sheet].apart)
        found.setdefault((log.sheet, each.quarter, apart), []).append(each)
    written = (about for about, rows in found.items() if any(isinstance(each.source, WordingSource) for each in rows))
    return {about: tuple(found[about]) for about in written}


def commentary_counted(typed: TypedRows) -> tuple[Commentary, ...]:
    """What counts of the rows of commentaries: what is said last of a KPI and quarter by whoever speaks for it."""
    return _counting(_LOGS["commentary"], typed)


def rows_told(logs: Logs) -> Iterator[tuple[FormSheet, Hashable, Any]]:
    """Every row that counts: its sheet, what makes it speak of the same thing as another, and what it is read into."""
    forms = {form.name: form for form in WRITTEN}
    for name, log in _LOGS.items():
        yield from ((forms[log.sheet], log.about(each), each) for each in getattr(logs, name))


def words_counted(words: WordsBySheet) -> dict[str, dict[Hashable, Any]]:
    """What counts of the rows of each sheet, by the sheet's name and then by what it is about."""
    return {log.sheet: _each_once(log, words.get(log.sheet, ())) for log in _LOGS.values()}


def _counting(log: _Log, typed: TypedRows) -> tuple:
    return tuple(sorted(_each_once(log, typed).values(), key=lambda each: each.quarter))


def _each_once(log: _Log, typed: TypedRows) -> dict[Hashable, Any]:
    """What the rows say, each thing once: as its newest version says that still speaks for its workstream."""
    return {log.about(each): each for each in _speaking(log, typed)}


def _speaking(log: _Log, typed: TypedRows) -> Iterator[Any]:
    """The rows of those that still speak for their workstreams, in order of time."""
    return (each for held, own in typed for each in log.take(own) if log.workstream(each) in (None, *held))


def _came_in(known: Snapshot) -> dict[int, Returned]:
    """The quarters and workstreams that every version has rows of an action log for; a history workbook, all workstreams."""
    sheet = actions.ACTIONS.name
    held, every = known.held(sheet), frozenset(workstreams())
    return {
        version.number: frozenset(
            product(
                {row.quarter for row in own if row.quarter},
                held[version.number] if version.cover.kind == "standard" else every,
            )
        )
        for version, own in known.rows(sheet)
    }


def _returned(known: Snapshot, came_in: Mapping[int, Returned], organisation: str = "") -> Returned:
    """The quarters and workstreams that an action log came in for, rows or none.

    Of an organisation, where it is named: from its own returns, from those that do not say what they speak for, and from
    histories.
    """
    heard = {version.number for version in known.versions if organisation in ("", version.cover.organisation)}
    heard |= {version.number for version in known.versions if version.parts is None or version.cover.kind == "history"}
    parts = (part for part in _recorded(known, heard) if part.sheet == actions.ACTIONS.name)
    emptied = frozenset((part.quarter, part.workstream) for part in parts)
    return emptied.union(*(own for number, own in came_in.items() if number in heard))


def _recorded(known: Snapshot, heard: set[int]) -> Iterator[Part]:
    """The parts that the returns which say what they speak for still speak for, rows or none."""
    for version in known.versions:
        if version.parts is not None and version.cover.kind == "standard" and version.number in heard:
            yield from known.holding[version.number]


def _returned_to(known: Snapshot, came_in: Mapping[int, Returned]) -> dict[int, Returned]:
    """For the actions of every version, the quarters and workstreams for which they were asked for again."""
    makers = {version.number: version.cover.organisation for version in known.versions}
    by_maker = {maker: _returned(known, came_in, maker) for maker in set(makers.values())}
    return {number: by_maker[maker] for number, maker in makers.items() if by_maker[maker]}
