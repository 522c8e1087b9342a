"""The exceptions of a quarter, one by one, as a meeting steps through them: the finding, and what is being done."""

from collections.abc import Sequence
from dataclasses import dataclass

from programme.moment import day_text
from programme.quarter import Quarter
from programme.sheets.commentary import Commentary
from record.logs import Logs
from reports.progress.delivery import history_of
from reports.progress.exceptions import commentaries
from reports.progress.judgement import Judgement
from reports.progress.overview import Overview
from reports.progress.readings import Progress
from reports.sentences.kpi import sentence


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One red KPI at its place in the agenda, with what its lead wrote about it, if anything, and the action's words."""

    place: int
    of: int
    judged: Judgement
    written: Commentary | None
    action: str

    @property
    def id(self) -> str:
        """The KPI's id, which stands in the address."""
        return self.judged.line.kpi.id

    @property
    def sentence(self) -> str:
        """The finding."""
        return sentence(self.judged)

    @property
    def answer(self) -> tuple[tuple[str, str], ...]:
        """What is being done, by whom and by when; a part that is missing says so."""
        told, reading = self.written, self.judged.reading
        if reading.area != reading.kpi.areas[0]:
            return (("Management action", f"actions are recorded for {reading.kpi.areas[0].name} as a whole"),)
        due = day_text(told.due) if told and told.due else ""
        parts = (
            ("Management action", self.action, "none is recorded: a red needs one"),
            ("Owner", told and told.owner_role, "none is recorded"),
            ("Due", due, "no date is recorded"),
            ("Why", told and told.why, ""),
            ("What next", told and told.next, ""),
        )
        return tuple((name, given or missing) for name, given, missing in parts if given or missing)


def agenda(seen: Overview, progress: Progress) -> list[AgendaItem]:
    """Red and worsening first, then the other reds, each furthest from its target first."""
    written = commentaries(progress.records.logs.commentary, seen.quarter)
    items = []
    for place, judged in enumerate(seen.reds, start=1):
        told = written.get(judged.line.kpi.id)
        words = _action_words(progress.records.logs, told, seen.quarter)
        items.append(AgendaItem(place, len(seen.reds), judged, told, words))
    return items


def _action_words(logs: Logs, told: Commentary | None, quarter: Quarter) -> str:
    """The management action as written; the ref of an action in the plan is followed by what that action is."""
    if told is None:
        return ""
    known = history_of(logs, told.action, quarter)
    return f"{told.action}: {known.now.title}" if known else told.action


def beside(found: Sequence[AgendaItem], id: str) -> tuple[AgendaItem, str, str]:
    """The exception with this KPI (the first where there is none), and the ids before and after it; round the end."""
    at = next((index for index, each in enumerate(found) if each.id == id), 0)
    return found[at], found[at - 1].id, found[(at + 1) % len(found)].id
