"""What a sound KPI definition must hold: each check reads as the sentence that is said when it fails."""

from collections.abc import Iterator, Sequence
from typing import get_args

from kpis.formulas import PublishedValue, Rate, Ratio, Share
from kpis.kpi import SHORT_NAME, Better, GroundKind, Kpi, Target, Tier, Unit
from kpis.outcome import Reason
from kpis.trajectory import Trajectory
from programme.areas import parts_of
from programme.measures import measures
from programme.published import published_figures
from programme.quarter import Quarter
from programme.workstreams import weaknesses

BETTER = (*get_args(get_args(Better)[0]), None)
WHERE_BROKEN = ("in the published figures: ", "in the returns: ", "in both: ")
"""What the reason of a break begins with: whose series it is that breaks."""


def faults_of(kpi: Kpi, ids: list[str], shorts: Sequence[str] = ()) -> list[str]:
    """What is wrong with one definition among the definitions `ids` with their short names; empty when it is sound."""
    return [
        *_said(kpi),
        *_named(kpi, shorts),
        *_judged(kpi),
        *_moved(kpi),
        *_measured(kpi),
        *_exemplified(kpi),
        *_related(kpi, ids),
    ]


def _failed(checks: dict[str, object]) -> list[str]:
    return [fault for fault, sound in checks.items() if not sound]


def _said(kpi: Kpi) -> list[str]:
    return _failed(
        {
            "its title must not be empty": kpi.title,
            "its question must end with a question mark": kpi.question.endswith("?"),
            "it must say why it matters": kpi.why,
            "it must say its numerator in words": kpi.numerator,
            "it must carry a caution": kpi.caution,
            "it must name its source": kpi.source,
            "its checker must be another role than its author": kpi.written_by
            and kpi.checked_by not in ("", kpi.written_by),
            "it must speak to a weakness from 1 to 9": kpi.weaknesses and set(kpi.weaknesses) <= set(weaknesses()),
            f"its tier must be one of {get_args(Tier)}, got: {kpi.tier}": kpi.tier in get_args(Tier),
            "it must say why it is in its tier": kpi.tier_reason,
            "it must say what it stands on": kpi.grounds,
            f"each ground must be one of {get_args(GroundKind)} with a title and a date": all(
                ground.kind in get_args(GroundKind) and ground.title and ground.dated for ground in kpi.grounds
            ),
        }
    )


def _named(kpi: Kpi, shorts: Sequence[str]) -> list[str]:
    """What is wrong with its short name, which lists, tiles and meetings call it by."""
    same = sum(short.casefold() == kpi.short.casefold() for short in shorts)
    return _failed(
        {
            "it must have a short name, without spaces around it": kpi.short and kpi.short == kpi.short.strip(),
            f"its short name must have at most {SHORT_NAME} characters, got {len(kpi.short)}: {kpi.short}": len(kpi.short)
            <= SHORT_NAME,
            f"its short name must be its own, got: {kpi.short}": same <= 1,
        }
    )


def _judged(kpi: Kpi) -> list[str]:
    return _failed(
        {
            f"better must be one of {BETTER}, got: {kpi.better}": kpi.better in BETTER,
            f"its unit must be one of {get_args(Unit)}, got: {kpi.unit}": kpi.unit in get_args(Unit),
            "a judged KPI needs a target and an activity indicator must have none": (kpi.better is None)
            != bool(kpi.targets),
            "only an activity indicator has an expected range": kpi.expected is None or kpi.better is None,
            "each target must say its basis": all(target.basis for target in kpi.targets),
            "its targets must be in order of time": list(kpi.targets) == sorted(kpi.targets, key=lambda t: t.from_quarter),
            "its floor must be no stricter than its target": all(_floor_allows(kpi, target) for target in kpi.targets),
            "its planned course must say its basis": all(each.basis for each in _courses(kpi)),
            "a course can be planned for its areas only, and for none without a better direction": (
                set(kpi.area_trajectories) <= set(kpi.areas[1:]) and (kpi.better is not None or not _courses(kpi))
            ),
            "its breaks must be quarters": all(_is_quarter(quarter) for quarter in kpi.breaks),
            f"the reason of a break must begin with one of {WHERE_BROKEN}": all(
                reason.startswith(WHERE_BROKEN) for reason in kpi.breaks.values()
            ),
        }
    )


def _courses(kpi: Kpi) -> list[Trajectory]:
    return [*([kpi.trajectory] if kpi.trajectory else []), *kpi.area_trajectories.values()]


def _moved(kpi: Kpi) -> list[str]:
    """What a KPI with a better direction must say before anybody calls a step of it a change."""
    if kpi.better is None:
        return []
    based = isinstance(kpi.formula, Share | Rate | Ratio)
    return _failed(
        {
            f"it must state its least change, more than 0, got: {kpi.least_change}": (kpi.least_change or 0) > 0,
            "its least change must say its basis": kpi.least_change_basis,
            f"it must state rated_from, 0 where its figure has no base, got: {kpi.rated_from}": kpi.rated_from is not None,
            "it must be rated from 1 or more of what it is divided by": kpi.rated_from is None
            or not based
            or kpi.rated_from,
            "a figure without a base cannot be rated from one": not kpi.rated_from or bool(kpi.denominator),
        }
    )


def _floor_allows(kpi: Kpi, target: Target) -> bool:
    match kpi.better:
        case "higher":
            return target.floor <= target.value
        case "lower":
            return target.floor >= target.value
        case "target":
            return target.tolerance is not None and target.floor >= target.tolerance
        case _:
            return True  # said already: better must be one of those


def _is_quarter(text: str) -> bool:
    try:
        return bool(Quarter.parse(text))
    except ValueError:
        return False


def _measured(kpi: Kpi) -> Iterator[str]:
    printed = {series for series, _, _ in published_figures()}
    for series in {kpi.published, kpi.formula.series if isinstance(kpi.formula, PublishedValue) else ""} - {"", *printed}:
        yield f"its published figure is not in published_figures.csv, got: {series}"
    if not kpi.formula.measures and not isinstance(kpi.formula, PublishedValue):
        yield "its formula must name a measure"
    for name in kpi.formula.measures:
        if name not in measures():
            yield f"its measure is not in measures.csv, got: {name}"
            continue
        collected = measures()[name].areas
        for area in kpi.areas:
            if area not in collected and not (parts_of(area) and set(parts_of(area)) <= set(collected)):
                yield f"its measure {name} is not collected for {area.name}"


def _exemplified(kpi: Kpi) -> list[str]:
    needed = {kpi.formula.series} if isinstance(kpi.formula, PublishedValue) else set(kpi.formula.measures)
    return _failed(
        {
            "it must have a worked example": kpi.examples,
            "one of its worked examples must be an absence": any(isinstance(each.gives, Reason) for each in kpi.examples),
            "its worked examples may only be given what its formula needs": all(
                set(each.given) <= needed for each in kpi.examples
            ),
            "its worked examples must stand in a quarter": all(_is_quarter(each.quarter) for each in kpi.examples),
        }
    )


def _related(kpi: Kpi, ids: list[str]) -> Iterator[str]:
    if ids.count(kpi.id) > 1:
        yield "its file name must be its own"
    for companion in kpi.companions:
        if companion not in ids or companion == kpi.id:
            yield f"its companion is not another KPI, got: {companion}"
    if kpi.supersedes and (kpi.supersedes not in ids or kpi.supersedes == kpi.id):
        yield f"it supersedes a KPI that is not there, got: {kpi.supersedes}"
    if bool(kpi.supersedes) != bool(kpi.since) or (kpi.since and not _is_quarter(kpi.since)):
        yield f"one that supersedes another must say since which quarter, and no other may, got: {kpi.since or 'nothing'}"
