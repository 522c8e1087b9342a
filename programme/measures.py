"""The measures that returns carry: what is counted, by whom, for which areas, and from which quarter it is due."""

from dataclasses import dataclass
from functools import cache

from plumbing.reference import rows
from programme.areas import DISTRICTS, Area, area_named
from programme.quarter import Quarter
from programme.symbols import Symbol
from programme.workstreams import organisations

NOTHING_PROTECTED = "no"


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of `measures.csv`.

    `unit` is count, weeks, percent or thousand pounds. `at_most` names the measure that this one cannot exceed.
    `combine` says how parts make a whole: sum, maximum or none. `collected` is `return`, or `computed` for a measure
    that the system works out from its own records, or `layout` for one that only other people's workbooks give: no form
    asks for it and nobody owes it. `months` says how a quarter takes its months: sum, last, largest, or refused.
    `counts` says what is protected: children, replies, people, or no, `protected_because` of a reason; small counts of
    what is protected are hidden from readers. From the quarter after `last_quarter`, where there is one, returns carry
    it no more. Forms made before the measure was asked for have no row for it: a return is refused for want of the row
    only from `row_required_from` on.
    """

    id: str
    workstream: int
    organisation: str
    description: str
    unit: str
    period: str
    areas: tuple[Area, ...]
    first_quarter: Quarter
    due_in: tuple[int, ...]
    combine: str
    whole: bool
    negative: bool
    at_most: str
    symbols: tuple[Symbol, ...]
    collected: str
    counts: str
    protected_because: str
    last_quarter: Quarter | None = None
    row_required_from: Quarter | None = None
    months: str = "refused"

    @property
    def protected(self) -> bool:
        """Whether small counts of it are hidden from readers."""
        return self.counts != NOTHING_PROTECTED

    def due(self, quarter: Quarter) -> bool:
        """Whether a return for `quarter` must carry this measure."""
        ended = self.last_quarter is not None and quarter > self.last_quarter
        begun = quarter >= self.first_quarter and not ended
        return self.collected == "return" and begun and quarter.number in self.due_in

    def in_every_form(self, quarter: Quarter) -> bool:
        """Whether each form for `quarter` has its row, however early the form was made."""
        return self.row_required_from is None or quarter >= self.row_required_from


def _areas(text: str) -> tuple[Area, ...]:
    return tuple(area for name in text.split(";") for area in (DISTRICTS if name == "districts" else (area_named(name),)))


def _quarter(text: str) -> Quarter | None:
    return Quarter.parse(text) if text else None


def _measure(row: dict[str, str]) -> Measure:
    return Measure(
        id=row["measure"],
        workstream=int(row["workstream"]),
        organisation=row["organisation"],
        description=row["description"],
        unit=row["unit"],
        period=row["period"],
        areas=_areas(row["areas"]),
        first_quarter=Quarter.parse(row["first_quarter"]),
        due_in=tuple(int(quarter[1]) for quarter in row["due"].split(";")),
        combine=row["combine"],
        whole=row["whole"] == "yes",
        negative=row["negative"] == "yes",
        at_most=row["at_most"],
        symbols=tuple(Symbol(symbol) for symbol in row["symbols"].split(";")),
        collected=row["collected"],
        counts=row["protected"],
        protected_because=row["protected_because"],
        last_quarter=_quarter(row["last_quarter"]),
        row_required_from=_quarter(row["row_required_from"]),
        months=row["months"],
    )


@cache
def measures() -> dict[str, Measure]:
    """Every measure by id, in the order of `measures.csv`."""
    return {row["measure"]: _measure(row) for row in rows("measures")}


def owed_by(measure: str) -> str:
    """The organisation that owes a measure; of one no longer in `measures.csv`, the one that owes most."""
    known = measures().get(measure)
    return known.organisation if known else organisations()[0]


@cache
def owing(quarter: Quarter, workstream: int) -> tuple[str, ...]:
    """The organisations that owe measures of a workstream for a quarter; whoever owes any of it where none is due."""
    due = {measure.organisation for measure in due_measures(quarter, (workstream,))}
    ever = {measure.organisation for measure in measures().values() if measure.workstream == workstream}
    return tuple(name for name in organisations() if name in (due or ever))


def due_measures(quarter: Quarter, workstreams: tuple[int, ...], organisation: str = "") -> list[Measure]:
    """The measures that returns of these workstreams must carry for `quarter`; those that one organisation owes, where it
    is named."""
    due = [measure for measure in measures().values() if measure.workstream in workstreams and measure.due(quarter)]
    return [measure for measure in due if organisation in ("", measure.organisation)]
