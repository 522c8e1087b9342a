"""The overview of one quarter and area: the headline, what needs attention first, where each group stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from kpis.kpi import Kpi
from kpis.position import RULE
from kpis.rating import Rating
from kpis.registry import definitions_in_force
from programme.areas import Area
from programme.quarter import Quarter
from programme.workstreams import Weakness, Workstream, weaknesses, workstreams
from reports.progress.judgement import Judgement, RedGroup, judgement_of
from reports.progress.rank import by_attention
from reports.progress.readings import Line, Progress, area_shown, count_ratings, once_per_progress

POSITION_RULE = RULE
GROUPS: tuple[Weakness | Workstream, ...] = (*weaknesses().values(), *workstreams().values())


@dataclass(frozen=True, slots=True)
class Overview:
    """Every KPI of an area judged in one quarter, those that need attention first, and the groups they speak to."""

    quarter: Quarter
    area: Area
    judged: tuple[Judgement, ...]

    @property
    def counts(self) -> Mapping[Rating, int]:
        """How many KPIs have each rating."""
        return count_ratings(each.reading for each in self.judged)

    @property
    def group_counts(self) -> Mapping[Weakness | Workstream, Mapping[Rating, int]]:
        """How many KPIs of each weakness and workstream have each rating."""
        readings = [each.reading for each in self.judged]
        return {about: count_ratings(each for each in readings if speaks_to(each.kpi, about)) for about in GROUPS}

    @property
    def reds(self) -> tuple[Judgement, ...]:
        """The reds, those that worsen first."""
        return tuple(each for each in self.judged if each.reading.rated.rating is Rating.RED)

    @property
    def judged_away(self) -> tuple[Judgement, ...]:
        """Those that are red by the rule and judged otherwise by their leads."""
        return tuple(each for each in self.judged if each.judged_away)

    @property
    def red_groups(self) -> Mapping[RedGroup, tuple[Judgement, ...]]:
        """The reds by where they go, every group named."""
        return {group: tuple(each for each in self.judged if each.red_group is group) for group in RedGroup}

    @property
    def provisional(self) -> int:
        """How many of the figures may still change."""
        return sum(each.reading.result.provisional for each in self.judged)

    @property
    def group_lines(self) -> Mapping[Weakness | Workstream, tuple[Line, ...]]:
        """The lines of the KPIs that speak to each weakness and workstream."""
        lines = [each.line for each in self.judged]
        return {about: tuple(line for line in lines if speaks_to(line.kpi, about)) for about in GROUPS}


@once_per_progress
def overview(progress: Progress, area: Area, quarter: Quarter) -> Overview:
    """Judge every KPI that says something about `area`."""
    return Overview(quarter, area, verdicts(progress, area, quarter))


@once_per_progress
def verdicts(
    progress: Progress, area: Area, quarter: Quarter, about: Weakness | Workstream | None = None
) -> tuple[Judgement, ...]:
    """The KPIs of an area, or of one of its weaknesses or workstreams, judged; those that need attention first."""
    chosen = [kpi for kpi in definitions_in_force(quarter).values() if about is None or speaks_to(kpi, about)]
    shown = [(kpi, where) for kpi in chosen if (where := area_shown(kpi, area))]
    return tuple(by_attention(judgement_of(progress, kpi, where, quarter) for kpi, where in shown))


def speaks_to(kpi: Kpi, about: Weakness | Workstream) -> bool:
    """Whether a KPI is evidence for a weakness or belongs to a workstream."""
    return about.number in kpi.weaknesses if isinstance(about, Weakness) else about.number == kpi.workstream
