"""Works a KPI out for an area and a quarter, remembering every figure that went into it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kpis.evidence import Evidence
from kpis.formulas import PublishedValue
from kpis.kpi import Kpi
from kpis.outcome import OF_ONE_FIGURE, OF_SYMBOL, Known, Outcome, Reason, Unknown
from programme.areas import Area, parts_of
from programme.figure import Figure
from programme.measures import Measure, measures
from programme.period_figure import AS_REPORTED, PeriodFigure
from programme.published import Published
from programme.quarter import Quarter
from programme.symbols import Status

_NOT_THERE = frozenset({Reason.NOT_RETURNED, Reason.PERIOD_INCOMPLETE, Reason.NOT_COLLECTED_YET})
"""Why there is no figure where counts are not there; a symbol says something else, and stays."""


@dataclass(frozen=True, slots=True)
class KpiResult:
    """What a KPI comes to. `carried_from` is the quarter an annual figure was reported in, where that is not `quarter`."""

    kpi: Kpi
    area: Area
    quarter: Quarter
    outcome: Outcome
    inputs: tuple[Figure | Published | PeriodFigure, ...] = ()
    carried_from: Quarter | None = None

    @property
    def as_reported(self) -> PeriodFigure | None:
        """The value that somebody else worked out, where that is what it is: then it is the one input."""
        return self.inputs[0] if self.inputs and isinstance(self.inputs[0], PeriodFigure) else None

    @property
    def value(self) -> float | None:
        """The unrounded number, or None."""
        return self.outcome.number if isinstance(self.outcome, Known) else None

    @property
    def reported(self) -> Quarter:
        """The quarter that the figure was reported in."""
        return self.carried_from or self.quarter

    @property
    def period(self) -> str:
        """What the figure covers, in words. A figure published by month stands for the quarter's last month alone. A value
        that was reported is marked."""
        if self.as_reported:
            return f"{self.kpi.basis.label(self.quarter)}, {AS_REPORTED}"
        if isinstance(self.kpi.formula, PublishedValue) and self.kpi.basis.code == "Q":
            return f"{self.quarter.end:%B %Y}"
        return self.kpi.basis.label(self.quarter)

    @property
    def provisional(self) -> bool:
        """Whether any figure behind it is provisional."""
        return any(used.status is Status.PROVISIONAL for used in self.inputs if not isinstance(used, Published))


def evaluate(kpi: Kpi, area: Area, quarter: Quarter, evidence: Evidence) -> KpiResult:
    """The result of `kpi` for `area` in `quarter`. Never raises for missing figures: those give `Unknown`.

    Where the counts are not there, a value that was reported stands in their place; it is part of no sum.
    """
    reported = kpi.basis.reported(quarter)
    carried = reported if reported != quarter else None
    if area not in kpi.areas:
        return KpiResult(kpi, area, quarter, Unknown(Reason.NOT_COLLECTED_HERE, area.name))
    if isinstance(kpi.formula, PublishedValue):
        outcome, inputs = _published(kpi, area, quarter, evidence)
        return KpiResult(kpi, area, quarter, outcome, inputs, carried if inputs else None)
    amounts, inputs, quarters = {}, [], kpi.basis.quarters(quarter)
    for name in kpi.formula.measures:
        amounts[name], used = _amount(measures()[name], area, quarters, evidence)
        inputs += used
    outcome = kpi.formula.work_out(amounts)
    not_there = isinstance(outcome, Unknown) and outcome.reason in _NOT_THERE
    if not_there and (told := evidence.reported.get((kpi.id, area.code, reported))):
        return KpiResult(kpi, area, quarter, Known(told.value), (told,), carried)
    return KpiResult(kpi, area, quarter, outcome, tuple(inputs), carried if inputs else None)


def _published(kpi: Kpi, area: Area, quarter: Quarter, evidence: Evidence) -> tuple[Outcome, tuple[Published, ...]]:
    period = kpi.basis.published_period(quarter)
    found = evidence.published.get((kpi.formula.series, area.code, period))
    if period in kpi.not_held:
        return Unknown(Reason.NOT_APPLICABLE, f"{period}: {kpi.not_held[period]}"), (found,) if found else ()
    if found is None:
        return Unknown(Reason.NOT_PUBLISHED, period), ()
    if found.value is None:
        return Unknown(OF_SYMBOL[found.symbol] if found.symbol else Reason.NOT_PUBLISHED, period), (found,)
    return Known(found.value, found.numerator, found.denominator), (found,)


def _amount(measure: Measure, area: Area, quarters: list[Quarter], evidence: Evidence) -> tuple[Outcome, list[Figure]]:
    """The amount of one measure over `quarters`: summed, unless it is a snapshot or a maximum."""
    if measure.period == "at quarter end":
        quarters = quarters[-1:]
    if len(quarters) == 1:
        return _in_quarter(measure, area, quarters[0], evidence)
    each = [_in_quarter(measure, area, quarter, evidence) for quarter in quarters]
    used = [figure for _, figures in each for figure in figures]
    missing = [
        (quarter, outcome) for quarter, (outcome, _) in zip(quarters, each, strict=True) if isinstance(outcome, Unknown)
    ]
    if len(missing) == len(quarters) and _of_all(outcome for _, outcome in missing):
        return missing[0][1], used
    if missing:
        return Unknown(
            Reason.PERIOD_INCOMPLETE, ", ".join(f"{quarter} {outcome.reason}" for quarter, outcome in missing)
        ), used
    return _combine(measure, [outcome.number for outcome, _ in each]), used


def _in_quarter(measure: Measure, area: Area, quarter: Quarter, evidence: Evidence) -> tuple[Outcome, list[Figure]]:
    """One quarter's amount: the area's own figure, or else its parts combined when all of them are there."""
    own = evidence.figure(measure.id, area.code, quarter)
    if own is not None:
        return _outcome(own), [own]
    parts = _parts(measure, area, quarter, evidence)
    if not parts:
        return _absent(measure, quarter), []
    return _whole([(part, _outcome(part)) for part in parts], measure), parts


def _parts(measure: Measure, area: Area, quarter: Quarter, evidence: Evidence) -> list[Figure]:
    """The figures of the parts, none unless all are there and may be combined: the first that is missing decides."""
    found = []
    for part in () if measure.combine == "none" else parts_of(area):
        figure = evidence.figure(measure.id, part.code, quarter)
        if figure is None:
            return []
        found.append(figure)
    return found


def _whole(parts: list[tuple[Figure, Outcome]], measure: Measure) -> Outcome:
    """The parts combined. The symbol of some does not speak for the whole: then it is not known, and which part is why."""
    missing = [(part, outcome) for part, outcome in parts if isinstance(outcome, Unknown)]
    if not missing:
        return _combine(measure, [outcome.number for _, outcome in parts])
    if len(missing) == len(parts) and _of_all(outcome for _, outcome in missing):
        return missing[0][1]
    return Unknown(Reason.PART_UNKNOWN, ", ".join(f"{part.area.name} {outcome.reason}" for part, outcome in missing))


def _of_all(missing: Iterable[Unknown]) -> bool:
    """Whether one reason holds for all of them, and for what they add up to."""
    reasons = {outcome.reason for outcome in missing}
    return len(reasons) == 1 and not reasons & OF_ONE_FIGURE


def _outcome(figure: Figure) -> Outcome:
    if figure.symbol is not None:
        return Unknown(OF_SYMBOL[figure.symbol], figure.measure)
    return Known(figure.value)


def _absent(measure: Measure, quarter: Quarter) -> Unknown:
    if quarter < measure.first_quarter:
        return Unknown(Reason.NOT_COLLECTED_YET, f"{measure.id} is collected from {measure.first_quarter}")
    if measure.last_quarter is not None and quarter > measure.last_quarter:
        return Unknown(Reason.NOT_DUE, f"{measure.id} is collected until {measure.last_quarter}")
    if quarter.number not in measure.due_in:
        return Unknown(Reason.NOT_DUE, f"{measure.id} in {quarter}")
    return Unknown(Reason.NOT_RETURNED, f"{measure.id} for {quarter}")


def _combine(measure: Measure, numbers: list[float]) -> Known:
    return Known(max(numbers) if measure.combine == "maximum" else sum(numbers))
