"""KPIs in groups: by weakness, workstream, function of the redesign or strategy; each stands in one group, once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from programme.headings import kpis_of_function, redesign_functions
from programme.quarter import Quarter
from programme.workstreams import weaknesses, workstreams
from reports.language.linked import Way
from reports.progress.decisions import decisions_known
from reports.progress.judgement import Judgement
from reports.progress.readings import Progress

STRATEGY = "strategy"


@dataclass(frozen=True, slots=True)
class KpiGroup:
    """KPIs under one name; `way` leads to what the name is, where that has a page."""

    name: str
    way: Way | None
    judged: tuple[Judgement, ...]


def kpi_groups(progress: Progress, quarter: Quarter, judged: Sequence[Judgement], kind: str = "") -> tuple[KpiGroup, ...]:
    """The groups that have any KPI, in their own order; last those that belong to none."""
    grouped, otherwise = {
        "workstream": (_by_workstream, ""),
        "function": (_by_function, "Under no function"),
        STRATEGY: (_by_strategy, "Named by no strategy on record"),
    }.get(kind, (_by_weakness, ""))
    found, left = [], list(judged)
    for name, way, ids in grouped(progress, quarter, judged):
        own = tuple(each for each in left if each.line.kpi.id in ids)
        left = [each for each in left if each.line.kpi.id not in ids]
        found += [KpiGroup(name, way, own)] if own else []
    return (*found, *([KpiGroup(otherwise, None, tuple(left))] if left else []))


Grouping = Iterable[tuple[str, Way | None, frozenset[str]]]


def _by_weakness(_progress: Progress, _quarter: Quarter, judged: Sequence[Judgement]) -> Grouping:
    """Under the weakness that each names first."""
    for number, about in weaknesses().items():
        ids = frozenset(each.line.kpi.id for each in judged if each.line.kpi.weaknesses[0] == number)
        yield f"{number} {about.label}", Way("weakness", (("weakness", str(number)),)), ids


def _by_workstream(_progress: Progress, _quarter: Quarter, judged: Sequence[Judgement]) -> Grouping:
    for number, about in workstreams().items():
        ids = frozenset(each.line.kpi.id for each in judged if each.line.kpi.workstream == number)
        yield f"{number} {about.label}", Way("workstream", (("workstream", str(number)),)), ids


def _by_function(_progress: Progress, _quarter: Quarter, _judged: Sequence[Judgement]) -> Grouping:
    for heading in redesign_functions():
        way = Way("actions", (("function", heading.label),))
        yield heading.label, way, frozenset(kpis_of_function(heading.label))


def _by_strategy(progress: Progress, quarter: Quarter, _judged: Sequence[Judgement]) -> Grouping:
    """A strategy is known by the decision on it, which names the KPIs that it is measured by."""
    for known in decisions_known(progress, quarter):
        decision = known.decision
        if STRATEGY in decision.title.casefold():
            ids = frozenset(kpi.id for kpi in known.kpis)
            yield decision.title, Way("decisions", (("at", decision.reference),)), ids


def beside_in_list(
    progress: Progress, quarter: Quarter, judged: Sequence[Judgement], kpi: str
) -> tuple[Judgement | None, Judgement | None]:
    """The KPI before and the one after in the list by weakness, round its ends; None where the KPI is not in it."""
    listed = [each for group in kpi_groups(progress, quarter, judged) for each in group.judged]
    at = next((at for at, each in enumerate(listed) if each.line.kpi.id == kpi), None)
    if at is None:
        return None, None
    return listed[at - 1], listed[(at + 1) % len(listed)]
