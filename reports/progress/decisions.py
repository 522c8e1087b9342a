"""The newest word on each decision known by a quarter, and what it touches: KPIs, actions, weaknesses and risks."""

from dataclasses import dataclass, replace
from datetime import date

from kpis.kpi import Kpi
from kpis.registry import registry
from programme.figure import Source
from programme.meeting import Minuted, MinutedOutcome, Subject
from programme.quarter import Quarter
from programme.sheets.decisions import Decision
from programme.sheets.risks import Risk
from programme.workstreams import Weakness, weaknesses
from record.tracked import Tracked
from reports.progress.delivery import followed
from reports.progress.meeting import MINUTES, Arising, on_record
from reports.progress.readings import Progress, once_per_progress

BOARD = "the board, in a meeting"
"""Who takes what is decided in a meeting; a returned decision names its own maker."""


@dataclass(frozen=True, slots=True)
class DecisionLinks:
    """One decision with what it touches; `unknown` are the refs that no return up to the quarter names.

    `arising` is what it is on record as, where a board took it in a meeting and no return brings it.
    """

    decision: Decision
    kpis: tuple[Kpi, ...]
    actions: tuple[Tracked, ...]
    weaknesses: tuple[Weakness, ...]
    risks: tuple[Risk, ...]
    unknown: tuple[str, ...]
    arising: Arising | None = None

    @property
    def touched(self) -> int:
        """How many things it touches."""
        return len(self.kpis) + len(self.actions) + len(self.weaknesses) + len(self.risks)


@once_per_progress
def decisions_known(progress: Progress, quarter: Quarter) -> tuple[DecisionLinks, ...]:
    """Every decision returned for `quarter` or earlier, as said last, newest notice first."""
    logs = progress.records.logs
    newest = {each.reference or each.title: each for each in logs.decisions if each.quarter <= quarter}
    actions = {ref: each for each in followed(progress, quarter) for ref in {own.ref for own in each.returned}}
    risks = {each.ref: each for each in logs.risks if each.quarter <= quarter}
    ordered = sorted(newest.values(), key=lambda each: each.notice or date.min, reverse=True)
    return tuple(_linked(each, actions, risks) for each in ordered)


@once_per_progress
def board_decisions(progress: Progress, quarter: Quarter) -> tuple[DecisionLinks, ...]:
    """What boards decided in meetings on `quarter` or before, the newest first; where the words are kept back, untitled."""
    actions = {ref: each for each in followed(progress, quarter) for ref in {own.ref for own in each.returned}}
    risks = {each.ref: each for each in progress.records.logs.risks if each.quarter <= quarter}
    found = [each for each in on_record(progress, quarter) if each.item.said.kind is Minuted.DECISION]
    return tuple(replace(_linked(_as_decision(each), actions, risks), arising=each) for each in reversed(found))


def _as_decision(each: Arising) -> Decision:
    said, about = each.item.said, each.item.said.about
    touched = {subject: (about.ref,) if about.subject is subject else () for subject in Subject}
    return Decision(
        reference=each.item.ref,
        quarter=each.meeting.quarter,
        title="" if each.kept_back else said.words,
        decision_maker=BOARD,
        key=None,
        notice=None,
        decided=None if said.outcome is MinutedOutcome.DEFERRED else each.meeting.held_on,
        status=str(said.outcome or ""),
        implications="",
        **dict.fromkeys(("proposed", "lead_member", "key_reason", "divisions", "background", "options"), ""),
        **dict.fromkeys(("financial", "legal", "equality"), ""),
        not_before=None,
        kpis=touched[Subject.MEASURE],
        actions=touched[Subject.ACTION],
        weaknesses=tuple(int(ref) for ref in touched[Subject.WEAKNESS] if ref.isdigit()),
        risks=touched[Subject.RISK],
        source=Source("", MINUTES, each.item.ref, None),
    )


def _linked(decision: Decision, actions: dict[str, Tracked], risks: dict[str, Risk]) -> DecisionLinks:
    unknown = [ref for ref in decision.actions if ref not in actions] + [ref for ref in decision.risks if ref not in risks]
    return DecisionLinks(
        decision,
        tuple(registry()[kpi] for kpi in decision.kpis if kpi in registry()),
        tuple(actions[ref] for ref in decision.actions if ref in actions),
        tuple(weaknesses()[number] for number in decision.weaknesses if number in weaknesses()),
        tuple(risks[ref] for ref in decision.risks if ref in risks),
        tuple(unknown),
    )
