"""The exceptions of a quarter, one by one, as a meeting steps through them: the finding, and what is being done."""

from collections.abc import Sequence
from dataclasses import dataclass

from programme.sheets.commentary import Commentary
from record.tracked import Tracked
from reports.progress.delivery import history_of
from reports.progress.exceptions import commentaries
from reports.progress.judgement import Judgement
from reports.progress.overview import Overview
from reports.progress.readings import Progress


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One red KPI at its place in the agenda, with what its lead wrote about it, if anything.

    `planned` is the action of the plan that the lead named as the management action, where it is one.
    """

    place: int
    of: int
    judged: Judgement
    written: Commentary | None
    planned: Tracked | None

    @property
    def id(self) -> str:
        """The KPI's id, which stands in the address."""
        return self.judged.line.kpi.id


def agenda(seen: Overview, progress: Progress) -> list[AgendaItem]:
    """Red and worsening first, then the other reds, each furthest from its target first."""
    written = commentaries(progress.records.logs.commentary, seen.quarter)
    items = []
    for place, judged in enumerate(seen.reds, start=1):
        told = written.get(judged.line.kpi.id)
        planned = history_of(progress.records.logs, told.action, seen.quarter) if told else None
        items.append(AgendaItem(place, len(seen.reds), judged, told, planned))
    return items


def beside(found: Sequence[AgendaItem], id: str) -> tuple[AgendaItem, str, str]:
    """The exception with this KPI (the first where there is none), and the ids before and after it; round the end."""
    at = next((index for index, each in enumerate(found) if each.id == id), 0)
    return found[at], found[at - 1].id, found[(at + 1) % len(found)].id
