"""Runs the worked examples of a definition, so that documentation and tests show the same arithmetic."""

from kpis.evaluate import evaluate
from kpis.evidence import Evidence, facts_of
from kpis.formulas import PublishedValue
from kpis.kpi import Example, ExampleInput, Kpi
from kpis.outcome import Outcome
from programme.areas import Area
from programme.figure import Figure, Source
from programme.measures import measures
from programme.published import Published, PublishedFigures
from programme.quarter import Quarter
from programme.symbols import Symbol, symbol_typed

WORKED = Source("worked example", "", "")


def work_out(kpi: Kpi, example: Example) -> Outcome:
    """What the definition gives for the example, in the first of the KPI's areas."""
    quarter = Quarter.parse(example.quarter)
    return evaluate(kpi, kpi.areas[0], quarter, evidence_of(kpi, example)).outcome


def evidence_of(kpi: Kpi, example: Example) -> Evidence:
    """The example's figures, as if they had been returned, or published, for its quarter."""
    area, quarter = kpi.areas[0], Quarter.parse(example.quarter)
    if isinstance(kpi.formula, PublishedValue):
        return Evidence(published=_published(kpi, area, quarter, example))
    return Evidence(
        facts_of(
            [
                _figure(name, area, when, value)
                for name, given in example.given.items()
                for when, value in _by_quarter(kpi, name, given, quarter)
                if value is not None
            ]
        )
    )


def _by_quarter(kpi: Kpi, name: str, given: ExampleInput, quarter: Quarter) -> list[tuple[Quarter, float | str | None]]:
    """Each quarter with its value; a value that stands alone is the period's last."""
    quarters = kpi.basis.quarters(quarter)
    if measures()[name].period == "at quarter end":
        quarters = quarters[-1:]
    values = given if isinstance(given, tuple) else (given,)
    return list(zip(quarters[-len(values) :], values, strict=True))


def _figure(name: str, area: Area, quarter: Quarter, value: float | str) -> Figure:
    return Figure(name, area, quarter, *_read(value), WORKED)


def _read(value: float | str) -> tuple[float | None, Symbol | None]:
    return (None, symbol_typed(value)) if isinstance(value, str) else (value, None)


def _published(kpi: Kpi, area: Area, quarter: Quarter, example: Example) -> PublishedFigures:
    period = kpi.basis.published_period(quarter)
    return {
        (figure, area.code, period): Published(
            figure, kpi.title, area.code, area.name, "", period, None, None, *_read(value), kpi.unit, "", "worked example", 0
        )
        for figure, value in example.given.items()
    }
