"""Progress at one quarter: each KPI's reading, and the workstreams and weaknesses they speak to."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from disclosure.rule import Hidden, Shown, disclose
from kpis.evaluate import KpiResult, evaluate
from kpis.kpi import Kpi
from kpis.rating import Rated, Rating, rate
from kpis.registry import registry
from programme.access import Role
from programme.areas import KENT, Area
from programme.quarter import Quarter
from programme.workstreams import Weakness, Workstream, weaknesses, workstreams
from record.records import Records
from reports.language.numbers import described, shown_text
from reports.progress.overrides import Override, override, overriding

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader may see of one KPI for one area and quarter: the figure as disclosed, its rating, its origin.

    `rated` is what stands; where a lead judged otherwise, `override` holds the computed rating and the reason.
    """

    result: KpiResult
    shown: Shown
    rated: Rated
    override: Override | None = None

    @property
    def kpi(self) -> Kpi:
        """The definition."""
        return self.result.kpi

    @property
    def area(self) -> Area:
        """The area the figure is for."""
        return self.result.area

    @property
    def quarter(self) -> Quarter:
        """The quarter it was read in."""
        return self.result.quarter

    @property
    def reported(self) -> Quarter:
        """The quarter that the figure was reported in: an earlier one where an annual figure is carried forward."""
        return self.result.reported

    @property
    def display(self) -> str:
        """The figure as it is written everywhere."""
        return shown_text(self.kpi, self.shown, self.rated.target)

    @property
    def carried(self) -> bool:
        """Whether an annual figure is carried forward from an earlier quarter."""
        return self.result.carried_from is not None


@dataclass(frozen=True, slots=True)
class Line:
    """One KPI for one area over consecutive quarters, oldest first."""

    kpi: Kpi
    area: Area
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A workstream or a weakness with the readings that speak to it."""

    about: Workstream | Weakness
    readings: tuple[Reading, ...]

    @property
    def counts(self) -> Mapping[Rating, int]:
        """How many of its KPIs have each rating; not rated is counted like the others."""
        return count_ratings(self.readings)


class Progress:
    """Readings worked out from one set of records for one kind of reader, each only once."""

    def __init__(self, records: Records, role: Role = Role.READER):
        self.records = records
        self.role = role
        self._overriding = overriding(records.logs.commentary)
        self._readings: dict[tuple[str, Quarter], Mapping[Area, Reading]] = {}
        self._once: dict[Hashable, Any] = {}

    def once(self, work: Callable[..., Made], *given: Hashable) -> Made:
        """`work(self, *given)`, done once and kept as long as these records are."""
        if (work, given) not in self._once:
            self._once[work, given] = work(self, *given)
        return self._once[work, given]

    def readings(self, kpi: Kpi, quarter: Quarter) -> Mapping[Area, Reading]:
        """The KPI's readings in one quarter by area, disclosed together."""
        key = kpi.id, quarter
        if key not in self._readings:
            results = [evaluate(kpi, area, quarter, self.records.evidence) for area in kpi.areas]
            shown = disclose(results, self.role)
            self._readings[key] = {
                result.area: self._reading(result, seen) for result, seen in zip(results, shown, strict=True)
            }
        return self._readings[key]

    def _reading(self, result: KpiResult, shown: Shown) -> Reading:
        """A judgement in a return is about the whole, so it replaces no district's rating."""
        computed = _rated(result, shown)
        whole = result.area == result.kpi.areas[0]
        replaced = override(computed, self._overriding.get((result.kpi.id, result.quarter)) if whole else None)
        return Reading(result, shown, replaced.rated if replaced else computed, replaced)

    def reading(self, kpi: Kpi, area: Area, quarter: Quarter) -> Reading:
        """One reading. `area` must be one of the KPI's."""
        return self.readings(kpi, quarter)[area]

    def line(self, kpi: Kpi, area: Area, quarters: Iterable[Quarter]) -> Line:
        """The KPI's readings for one area over `quarters`."""
        return Line(kpi, area, tuple(self.reading(kpi, area, quarter) for quarter in quarters))

    def current(self, area: Area, quarter: Quarter) -> tuple[Reading, ...]:
        """Every KPI that says something about `area`, in the registry's order."""
        return tuple(
            self.reading(kpi, where, quarter) for kpi in registry().values() if (where := area_shown(kpi, area)) is not None
        )

    def workstream(self, number: int, area: Area, quarter: Quarter) -> Group:
        """One workstream with its KPIs' readings."""
        return Group(workstreams()[number], self._where(area, quarter, lambda kpi: kpi.workstream == number))

    def weakness(self, number: int, area: Area, quarter: Quarter) -> Group:
        """One weakness with the readings of every KPI that speaks to it."""
        return Group(weaknesses()[number], self._where(area, quarter, lambda kpi: number in kpi.weaknesses))

    def _where(self, area: Area, quarter: Quarter, speaks) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.current(area, quarter) if speaks(reading.kpi))


def area_shown(kpi: Kpi, area: Area) -> Area | None:
    """The area a KPI is shown for when a reader chose `area`: Kent readers also see the NHS area's figures."""
    if area in kpi.areas:
        return area
    return kpi.areas[0] if area == KENT else None


def count_ratings(readings: Iterable[Reading]) -> Mapping[Rating, int]:
    """How many readings have each rating, every rating named."""
    counted = Counter(reading.rated.rating for reading in readings)
    return {rating: counted[rating] for rating in Rating}


def _rated(result: KpiResult, shown: Shown) -> Rated:
    if isinstance(shown, Hidden):
        return Rated(Rating.NOT_RATED, rate(result).target, f"hidden: {shown.why}")
    rated = rate(result)
    return replace(rated, reason=described(rated.reason)) if rated.reason else rated


def kpis() -> Mapping[str, Kpi]:
    """Every KPI by id, for pages to loop over."""
    return registry()
