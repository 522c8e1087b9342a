"""Disclosure control: what a reader may see. Nothing is drawn, tabled or exported that has not passed here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kpis.evaluate import KpiResult
from kpis.outcome import Known, Reason, Unknown
from programme.access import Role, sees_hidden
from programme.areas import Area, whole_of
from programme.figure import Figure
from programme.measures import measures
from programme.quarter import Quarter
from programme.submission import Restatement

THRESHOLD = 5  # counts of children from 1 to one less than this are hidden


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be seen, unrounded."""

    value: float
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """A figure that exists and is not shown, shown as `c`; `why` says which rule hid it."""

    why: str


@dataclass(frozen=True, slots=True)
class NoFigure:
    """There is no figure, and why."""

    reason: Reason
    detail: str = ""


Shown = Number | Hidden | NoFigure

SMALL = f"fewer than {THRESHOLD} children"
SECONDARY = "could be worked out from the others"


def disclose(results: Sequence[KpiResult], role: Role) -> list[Shown]:
    """What `role` may see of each result, in their order. Give a whole and its parts together (`families`): a hidden
    district that the total would reveal takes a second one with it."""
    shown = [_shown(result, role) for result in results]
    if not sees_hidden(role):
        _hide_second(results, shown)
    return shown


def _shown(result: KpiResult, role: Role) -> Shown:
    match result.outcome:
        case Unknown(reason, detail):
            return NoFigure(reason, detail)
        case Known(number, numerator, denominator):
            if not sees_hidden(role) and _small(result):
                return Hidden(SMALL)
            return Number(number, numerator, denominator)


def _small(result: KpiResult) -> bool:
    known = result.outcome
    counts = [known.number] if known.numerator is None else [known.numerator, known.denominator]
    of_children = [measures()[name].protected for name in result.kpi.formula.measures]
    return any(small and 0 < count < THRESHOLD for count, small in zip(counts, of_children, strict=False))


def _hide_second(results: Sequence[KpiResult], shown: list[Shown]) -> None:
    """Where exactly one part of a whole is hidden, hide the smallest other part as well."""
    parts = _parts_by_whole(results)
    for whole, whole_shown in zip(results, shown, strict=True):
        own = parts.get((whole.kpi.module, whole.quarter, whole.area), ())
        hidden = [index for index in own if isinstance(shown[index], Hidden)]
        seen = [index for index in own if isinstance(shown[index], Number) and results[index].value]
        if isinstance(whole_shown, Number) and len(hidden) == 1 and seen:
            shown[min(seen, key=lambda index: _count(results[index]))] = Hidden(SECONDARY)


def _parts_by_whole(results: Sequence[KpiResult]) -> Mapping[tuple[str, Quarter, Area], list[int]]:
    """Where the parts of each whole stand among the results."""
    parts = defaultdict(list)
    for index, result in enumerate(results):
        if (whole := whole_of(result.area)) is not None:
            parts[result.kpi.module, result.quarter, whole].append(index)
    return parts


def _count(result: KpiResult) -> float:
    known = result.outcome
    return known.number if known.numerator is None else known.numerator


def restatements_seen(restatements: Iterable[Restatement], role: Role) -> tuple[Restatement, ...]:
    """The restatements that `role` may see, in their order. Where either side is a small count of children a reader is
    not told that there was one: what changed, and what did not, would narrow it."""
    return tuple(each for each in restatements if sees_hidden(role) or not (small_count(each.old) or small_count(each.new)))


def small_count(figure: Figure | None) -> bool:
    """Whether a returned figure is a count of children that readers must not see."""
    value = figure.value if figure else None
    return value is not None and 0 < value < THRESHOLD and measures()[figure.measure].protected
