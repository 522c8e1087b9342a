"""How one KPI moved since 2019/20, since the inspectors' revisit and since last year, or why that cannot be said."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kpis.direction import KnownByQuarter, Step, steps_since
from kpis.kpi import Kpi, Target
from programme.areas import Area
from programme.quarter import Quarter

BASELINE_YEAR = "2019/20"
BASELINE_END, REVISIT = Quarter(2019, 4), Quarter(2022, 2)


class Reference(StrEnum):
    """What a figure of now is held against."""

    BASELINE = f"since {BASELINE_YEAR}"
    REVISIT = f"since the revisit ({REVISIT})"
    LAST_YEAR = "since last year"


def references_at(quarter: Quarter) -> tuple[Reference, ...]:
    """What `quarter` is held against: the revisit only once its own quarter is past."""
    return tuple(each for each in Reference if quarter > REVISIT or each is not Reference.REVISIT)


def told_since(quarter: Quarter) -> Reference:
    """Since when the way of things is told first: the revisit, and up to its quarter the baseline year."""
    return Reference.REVISIT if quarter > REVISIT else Reference.BASELINE


@dataclass(frozen=True, slots=True)
class Movement:
    """One KPI in one area: its step since each reference, and the latest one."""

    kpi: Kpi
    area: Area
    since: Mapping[Reference, Step]
    latest: Step


def movement(kpi: Kpi, area: Area, seen: KnownByQuarter, target: Target | None, latest: Step) -> Movement:
    """The movement of one KPI up to the newest quarter of `seen`, where `latest` is its latest step."""
    steps = steps_since(kpi, area, seen, target, [stands_for(kpi, seen, each) for each in Reference])
    return Movement(kpi, area, dict(zip(Reference, steps, strict=True)), latest)


def stands_for(kpi: Kpi, seen: KnownByQuarter, reference: Reference) -> Quarter | None:
    """The quarter whose figure stands for a reference: of the same season, where there is one or the KPI asks for it.

    Of 2019/20 the same quarter, or else its first figure; of the revisit the figure then in force, or that of the season in
    the year up to it; of last year the same quarter. None where no figure from enough stands there.
    """
    now = max(seen, default=None)
    if now is None:
        return None
    year = {
        Reference.BASELINE: BASELINE_END.last(4),
        Reference.REVISIT: REVISIT.last(4)[::-1],
        Reference.LAST_YEAR: [now - 4],
    }[reference]
    if max(year) >= now:
        return None
    seasons = kpi.seasonal or kpi.basis.code in ("A", "YTD")
    if reference is Reference.BASELINE or seasons:
        year = sorted(year, key=lambda quarter: quarter.number != now.number)
    apart = 4 if kpi.basis.code == "R12M" else 1
    asked = [each for each in year if now - each >= apart and (not seasons or each.number == now.number)]
    known = [each for each in asked if seen.get(each) is not None]
    return next((each for each in known if kpi.enough(seen[each].denominator)), next(iter(known), None))
