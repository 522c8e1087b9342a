"""The exceptions of a quarter, one by one, as a meeting steps through them, each with what its lead wrote."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpis.direction import Direction
from kpis.rating import Rating
from programme.areas import Area
from programme.quarter import Quarter
from programme.sheets.commentary import Commentary
from record.tracked import Tracked
from reports.progress.delivery import action_followed
from reports.progress.exceptions import answer_to
from reports.progress.judgement import Judgement
from reports.progress.overview import Overview, overview
from reports.progress.readings import Progress, once_per_progress

WORSENING, IMPROVING = Direction.WORSENING, Direction.IMPROVING


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One KPI that is red, or red by the rule and judged otherwise, at its place in the agenda, with what its lead wrote.

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

    @property
    def exception(self) -> bool:
        """Whether it is red, or red by the rule: what is green is told, and needs no answer."""
        return self.judged.judged_away or self.judged.reading.rated.rating is Rating.RED


@once_per_progress
def agenda(progress: Progress, area: Area, quarter: Quarter) -> tuple[AgendaItem, ...]:
    """Red and worsening first, then the other reds, each furthest from its target first; last what leads judge not to be
    red."""
    seen = overview(progress, area, quarter)
    return _items(progress, quarter, (*seen.reds, *seen.judged_away))


@once_per_progress
def presented(progress: Progress, area: Area, quarter: Quarter) -> tuple[AgendaItem, ...]:
    """All that a meeting steps through: the exceptions, then greens that worsen, then greens that improve."""
    seen = overview(progress, area, quarter)
    return _items(progress, quarter, (*seen.reds, *seen.judged_away, *_greens(seen, WORSENING), *_greens(seen, IMPROVING)))


def _greens(seen: Overview, direction: Direction) -> tuple[Judgement, ...]:
    greens = (each for each in seen.judged if each.reading.rated.rating is Rating.GREEN and not each.judged_away)
    return tuple(each for each in greens if each.direction is direction)


def _items(progress: Progress, quarter: Quarter, judged: Sequence[Judgement]) -> tuple[AgendaItem, ...]:
    told = [answer_to(progress, each.reading) for each in judged]
    planned = [action_followed(progress, each.action, quarter) if each else None for each in told]
    places = enumerate(zip(judged, told, planned, strict=True), start=1)
    return tuple(AgendaItem(place, len(judged), *item) for place, item in places)


def with_neighbours(items: Sequence[AgendaItem], id: str) -> tuple[AgendaItem, str, str]:
    """The exception with this KPI (the first where there is none), and the ids before and after it; round the end."""
    at = next((index for index, each in enumerate(items) if each.id == id), 0)
    return items[at], items[at - 1].id, items[(at + 1) % len(items)].id
