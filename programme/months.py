"""What months make: a quarter, by what `measures.csv` says of each measure, and sums of parts, by `sums.csv`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from plumbing.reference import rows
from programme.figure import Figure
from programme.measures import measures
from programme.period import PeriodKind, months_of
from programme.period_figure import PeriodFigure

LAST, SUM, LARGEST = "last", "sum", "largest"
"""How a quarter takes its months; any other word says that it does not."""


@dataclass(frozen=True, slots=True)
class PartsAmiss:
    """A whole and all its parts, which come to `total` and not to the whole."""

    whole: PeriodFigure
    parts: tuple[PeriodFigure, ...]
    total: float


def quarter_figures(read: Iterable[PeriodFigure], known_months: Iterable[PeriodFigure] = ()) -> tuple[Figure, ...]:
    """The quarterly figures that counts of quarters and of months make, in the order in which they are read.

    A quarter's own count comes before what its months make. A month that ends no quarter feeds none by itself; a sum needs
    all three, of which `known_months` may have some that were accepted before. Reported values and years make none.
    """
    counts = [each for each in read if each.counted and each.measure in measures()]
    known = {each.key: each for each in known_months if each.counted}
    whole = {each.quarter_key: _figure(each) for each in counts if each.period.kind is PeriodKind.QUARTER}
    months = {each.key: each for each in counts if each.period.kind is PeriodKind.MONTH}
    for month in months.values():
        if month.quarter_key not in whole and (made := _of_months(month, known | months, months)):
            whole[month.quarter_key] = made
    return tuple(whole.values())


def _figure(each: PeriodFigure) -> Figure:
    about = each.measure, each.area, each.period.quarter
    return Figure(*about, each.value, each.symbol, each.source, each.status, each.note)


def _of_months(month: PeriodFigure, known: Mapping, read: Mapping) -> Figure | None:
    """The figure of a month's quarter; None while it is not complete."""
    how = measures()[month.measure].months
    if how == LAST:
        return _figure(month) if month.period.ends_quarter else None
    if how not in (SUM, LARGEST):
        return None
    found = [known.get((*month.key[:3], each)) for each in months_of(month.period.quarter)]
    if any(each is None or each.value is None for each in found):
        return None
    amount = (sum if how == SUM else max)(each.value for each in found)
    newest = [each for each in found if each.key in read][-1]
    told = f"{'The sum' if how == SUM else 'The largest'} of {', '.join(map(_place, found))}"
    return replace(_figure(newest), value=amount, note=told)


def _place(month: PeriodFigure) -> str:
    version = f" of version {month.source.version}" if month.source.version else ""
    return f"{month.period} ({month.source}{version})"


@dataclass(frozen=True, slots=True)
class Sum:
    """All parts of a measure. It is `worked_out` where its own source gives nothing but them."""

    parts: tuple[str, ...]
    worked_out: bool


@cache
def sums() -> Mapping[str, Sum]:
    """The measures that are the sum of others, as `sums.csv` says."""
    return {row["measure"]: Sum(tuple(row["parts"].split(";")), row["worked_out"] == "yes") for row in rows("sums")}


def with_sums(read: Iterable[PeriodFigure]) -> tuple[PeriodFigure, ...]:
    """The same figures, and after them each sum that is worked out, is not given itself, and whose parts all are."""
    given = list(read)
    keys = {each.key for each in given}
    made = [_summed(measure, parts) for measure, parts in _with_all_parts(given) if sums()[measure].worked_out]
    return (*given, *(each for each in made if each.key not in keys))


def parts_amiss(read: Iterable[PeriodFigure]) -> Iterator[PartsAmiss]:
    """Each whole that is given with all its parts and is not their sum."""
    given = {each.key: each for each in read}
    for measure, parts in _with_all_parts(given.values()):
        summed = _summed(measure, parts)
        whole = given.get(summed.key)
        if whole and whole.value is not None and whole.value != summed.value:
            yield PartsAmiss(whole, parts, summed.value)


def _with_all_parts(read: Iterable[PeriodFigure]) -> Iterator[tuple[str, tuple[PeriodFigure, ...]]]:
    """Each sum, place and period of which every part is a number that was read."""
    places: dict[tuple, dict[str, PeriodFigure]] = defaultdict(dict)
    for each in read:
        if each.counted and each.value is not None:
            places[each.area.code, each.period][each.measure] = each
    for found in places.values():
        for measure, each in sums().items():
            if set(each.parts) <= set(found):
                yield measure, tuple(found[part] for part in each.parts)


def _summed(measure: str, parts: tuple[PeriodFigure, ...]) -> PeriodFigure:
    total = sum(part.value for part in parts)
    told = f"The sum of {', '.join(str(part.source) for part in parts)}"
    return replace(parts[-1], measure=measure, value=total, as_printed=f"{total:.15g}", note=told)
