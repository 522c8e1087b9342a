"""The boundary: raw facts go in, and what comes out for a reader has no number in it that is hidden.

`Undisclosed` alone holds raw facts beyond this room; nobody else looks into it. What pages, exports and documents can hold
are `SeenResult`, `HiddenFigure` and `SeenFacts`.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from disclosure.family import cell_seen
from disclosure.items import items_of
from disclosure.rule import Hidden, NoFigure, Number, Shown, shown_of
from kpis.evaluate import KpiResult, evaluate
from kpis.evidence import Evidence
from kpis.kpi import Kpi
from kpis.outcome import Known, Outcome, Reason, Unknown
from programme.areas import Area
from programme.columns import Given, KnowingFacts, given_in
from programme.figure import Facts, Figure, FigureKey, Source
from programme.hidden import Item
from programme.period_figure import PeriodFigure
from programme.published import Published
from programme.quarter import Quarter
from programme.symbols import Status


@dataclass(frozen=True, slots=True)
class HiddenFigure:
    """That a cell holds a number which its reader may not see: where it was read, and nothing of what it says."""

    measure: str
    area: Area
    quarter: Quarter
    source: Source
    status: Status
    value: None = None
    symbol: None = None
    note: str = ""

    @property
    def key(self) -> FigureKey:
        """What the figure is about: measure, area code, quarter."""
        return self.measure, self.area.code, self.quarter


Input = Figure | HiddenFigure | Published | PeriodFigure
"""What a figure is made of, as its reader may see it."""

_OPEN = Published, PeriodFigure  # nothing is hidden of what is in print, or was reported and is shown


@dataclass(frozen=True, slots=True)
class SeenResult:
    """What a KPI comes to as it is `shown`, with its inputs, those hidden without their numbers. It is rated as shown."""

    kpi: Kpi
    area: Area
    quarter: Quarter
    shown: Shown
    inputs: tuple[Input, ...]
    carried_from: Quarter | None
    period: str
    provisional: bool

    @property
    def as_reported(self) -> PeriodFigure | None:
        """The value that somebody else worked out, where that is what it is: then it is the one input."""
        return self.inputs[0] if self.inputs and isinstance(self.inputs[0], PeriodFigure) else None

    @property
    def outcome(self) -> Outcome:
        """The outcome as far as it is shown: of a hidden figure, that it is not."""
        match self.shown:
            case Number(number, numerator, denominator):
                return Known(number, numerator, denominator)
            case NoFigure(reason, detail):
                return Unknown(reason, detail)
            case Hidden():
                return Unknown(Reason.SUPPRESSED)

    @property
    def value(self) -> float | None:
        """The unrounded number, or None where there is none to be seen."""
        return self.shown.value if isinstance(self.shown, Number) else None

    @property
    def reported(self) -> Quarter:
        """The quarter that the figure was reported in."""
        return self.carried_from or self.quarter


class Undisclosed:
    """Raw facts of a moment, which are worked with here and given out as somebody may see them from whom `hidden` is."""

    __slots__ = ("_evidence", "_hidden")

    def __init__(self, evidence: Evidence, hidden: Set[Item]):
        self._evidence, self._hidden = evidence, hidden

    def same_as(self, other: "Undisclosed") -> bool:
        """Whether whatever is asked of another comes to the same and is shown alike."""
        return self._hidden == other._hidden and self._evidence.same_as(other._evidence)

    def result(self, kpi: Kpi, area: Area, quarter: Quarter) -> SeenResult:
        """What the KPI comes to in an area, as far as it may be seen."""
        result = evaluate(kpi, area, quarter, self._evidence)
        return self._seen(result, shown_of(result, items_of(kpi, area, quarter), self._hidden))

    def sees(self, key: FigureKey) -> bool:
        """Whether a returned figure may be seen by itself."""
        return not self._hidden or cell_seen(key, self._hidden)

    def _seen(self, result: KpiResult, shown: Shown) -> SeenResult:
        if result.as_reported and isinstance(shown, Hidden):
            return SeenResult(result.kpi, result.area, result.quarter, shown, (), result.carried_from, result.period, False)
        inputs = self._inputs(result, shown)
        about = result.kpi, result.area, result.quarter
        return SeenResult(*about, shown, inputs, result.carried_from, result.period, result.provisional)

    def _inputs(self, result: KpiResult, shown: Shown) -> tuple[Input, ...]:
        """The inputs, each as it may be seen: with its figure, and where it may be seen by itself."""
        if isinstance(shown, Hidden):
            return tuple(used if isinstance(used, _OPEN) else unsaid(used) for used in result.inputs)
        if not self._hidden:
            return result.inputs
        return tuple([used if isinstance(used, _OPEN) or self.sees(used.key) else unsaid(used) for used in result.inputs])


class SeenFacts(KnowingFacts[Figure | HiddenFigure]):
    """Facts as somebody may see them from whom `hidden` is: every figure is there, and those hidden say nothing."""

    __slots__ = ("_facts", "_undisclosed")

    def __init__(self, facts: Facts, hidden: Set[Item]):
        self._facts, self._undisclosed = facts, Undisclosed(Evidence(facts), hidden)

    @property
    def given(self) -> frozenset[Given]:
        """Which versions give figures of which measures for which quarters."""
        return given_in(self._facts)

    def __getitem__(self, key: FigureKey) -> Figure | HiddenFigure:
        figure = self._facts[key]
        return figure if self._undisclosed.sees(key) else unsaid(figure)

    def __iter__(self) -> Iterator[FigureKey]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)


def unsaid(figure: Figure) -> Figure | HiddenFigure:
    """The same figure without what it says; one that is a symbol says no number."""
    if figure.value is None:
        return figure
    return HiddenFigure(figure.measure, figure.area, figure.quarter, figure.source, figure.status)
