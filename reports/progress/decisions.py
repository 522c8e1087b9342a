"""The newest word on each decision known by a quarter, and what it touches: KPIs, actions, weaknesses and risks."""

from dataclasses import dataclass
from datetime import date

from kpis.kpi import Kpi
from kpis.registry import registry
from programme.quarter import Quarter
from programme.sheets.decisions import Decision
from programme.sheets.risks import Risk
from programme.workstreams import Weakness, weaknesses
from record.tracked import Tracked
from reports.progress.delivery import followed
from reports.progress.readings import Progress, once_per_progress


@dataclass(frozen=True, slots=True)
class DecisionLinks:
    """One decision with what it touches; `unknown` are the refs that no return up to the quarter names."""

    decision: Decision
    kpis: tuple[Kpi, ...]
    actions: tuple[Tracked, ...]
    weaknesses: tuple[Weakness, ...]
    risks: tuple[Risk, ...]
    unknown: tuple[str, ...]

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


def decisions_about(progress: Progress, quarter: Quarter, weakness: int) -> tuple[DecisionLinks, ...]:
    """Those that touch one weakness."""
    known = decisions_known(progress, quarter)
    return tuple(each for each in known if weakness in {own.number for own in each.weaknesses})
