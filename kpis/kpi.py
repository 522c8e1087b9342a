"""What a KPI definition must say. A definition is one signed file; its file name is its id, its folder its workstream."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kpis.basis import Basis
from kpis.formulas import Formula
from kpis.outcome import Reason
from kpis.trajectory import Trajectory
from programme.areas import KENT, Area
from programme.quarter import Quarter
from programme.workstreams import workstreams

Better = Literal["higher", "lower", "target"] | None
Unit = Literal["percent", "rate", "count", "ratio", "weeks", "score"]
Tier = Literal["headline", "supporting"]
GroundKind = Literal["regulation", "guidance", "return"]
SHORT_NAME = 36
"""How many characters a short name has at most."""

ExampleInput = float | str | tuple[float | str | None, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure is judged against from quarter `since` (`2019/20 Q3`) on, and on what basis.

    `floor` is the floor standard. Where close to target is best, `tolerance` is the distance within which the
    target is met and `floor` the distance within which the floor standard is met.
    """

    since: str
    value: float
    floor: float
    basis: str
    tolerance: float | None = None

    def __post_init__(self):
        Quarter.parse(self.since)

    @property
    def from_quarter(self) -> Quarter:
        """`since` as a quarter."""
        return Quarter.parse(self.since)


@dataclass(frozen=True, slots=True)
class Expected:
    """The range an activity indicator is expected in; outside it means unexpected demand, not failure."""

    low: float
    high: float
    basis: str


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: what is given, per measure or published figure, and what comes out in `quarter`.

    A given value is a number, a symbol (`"c"`), or a tuple of one per quarter of the period, oldest first, in which
    None is a quarter without a return.
    """

    given: Mapping[str, ExampleInput]
    gives: float | Reason
    quarter: str = "2024/25 Q3"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a definition stands on: a regulation, guidance or a return, with its title and its date.

    `confirmed` is whether somebody here has read the text itself, and not only what others say of it.
    """

    kind: GroundKind
    title: str
    dated: str
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Kpi:
    """One measure of progress: its question, its arithmetic, its judgement and who answers for the definition.

    `short` is its name where a title would wrap, said aloud in a meeting: its own, and at most SHORT_NAME characters.
    `companions` are the KPIs it must never be shown without. `published` is the published figure that comparators
    come from. `least_change` is the smallest step, in the KPI's unit, that is called a change where neither counts nor
    a chart can tell, with its basis; a count's is for the whole. `rated_from` is the smallest denominator that is rated,
    given a direction and counted in a position, 0 where there is none. `trajectory` is the course planned for the whole,
    `area_trajectories` those of other areas; returns can tell of newer ones. `breaks` are quarters from which the series
    is no longer comparable with what went before, with the reason, which says first whether it lies in the published
    figures or in the returns. `not_held` are published periods in which nothing was measured at all, with the reason: such a
    period is not applicable, which is not the same as missing. `grounds` are what the definition stands on. `tier` says
    whether it belongs on the board's first pages, and `tier_reason` why. A definition whose arithmetic or denominator
    changed is a new file that `supersedes` the old one `since` a quarter; earlier quarters keep the old one.
    """

    module: str
    title: str
    short: str
    question: str
    why: str
    numerator: str
    denominator: str
    formula: Formula
    unit: Unit
    decimals: int
    better: Better
    basis: Basis
    weaknesses: tuple[int, ...]
    source: str
    caution: str
    written_by: str
    checked_by: str
    next_review: date
    examples: tuple[Example, ...]
    tier: Tier
    tier_reason: str
    grounds: tuple[Ground, ...]
    per: str = ""
    areas: tuple[Area, ...] = (KENT,)
    targets: tuple[Target, ...] = ()
    expected: Expected | None = None
    published: str = ""
    companions: tuple[str, ...] = ()
    seasonal: bool = False
    least_change: float | None = None
    least_change_basis: str = ""
    rated_from: int | None = None
    trajectory: Trajectory | None = None
    area_trajectories: Mapping[Area, Trajectory] = field(default_factory=dict)
    breaks: Mapping[str, str] = field(default_factory=dict)
    not_held: Mapping[str, str] = field(default_factory=dict)
    supersedes: str = ""
    since: str = ""

    def __hash__(self) -> int:
        return hash(self.module)

    @property
    def id(self) -> str:
        """The file's name: `plans_within_20_weeks`."""
        return self.module.rpartition(".")[2]

    @property
    def workstream(self) -> int:
        """The number of the workstream whose folder the file is in."""
        folder = self.module.split(".")[-2]
        return next(stream.number for stream in workstreams().values() if stream.folder == folder)

    def targets_apply_in(self, area: Area) -> bool:
        """Whether targets and expected range apply in `area`: a count's were set for the whole, not for its parts."""
        return area == self.areas[0] or self.unit not in ("count", "weeks")

    def trajectory_in(self, area: Area) -> Trajectory | None:
        """The course that the definition plans for `area`."""
        return self.trajectory if area == self.areas[0] else self.area_trajectories.get(area)

    def least_change_in(self, area: Area) -> float:
        """The least change in `area`, in the KPI's unit: of a count a part has its even share, and 1 at least."""
        least = self.least_change or 0.0
        if self.unit != "count" or area == self.areas[0]:
            return least
        return max(1.0, least / (len(self.areas) - 1))

    def enough(self, denominator: float | None) -> bool:
        """Whether a figure rests on enough to be rated, given a direction and counted. One without a base does."""
        return not self.rated_from or denominator is None or denominator >= self.rated_from

    def target_in(self, quarter: Quarter) -> Target | None:
        """The target in force in `quarter`: the newest that applies from then or earlier."""
        if not self.targets:
            return None
        in_force = [target for target in self.targets if target.from_quarter <= quarter]
        return max(in_force, key=lambda target: target.from_quarter, default=None)
