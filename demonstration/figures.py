"""The figures of the demonstration: every measure due, for every area, with gaps that have their reasons."""

from functools import cache

from demonstration.districts import by_district, split
from demonstration.seeds import rows
from demonstration.series import LAST, series
from programme.areas import DISTRICTS, Area
from programme.figure import Figure, Source
from programme.measures import Measure, measures
from programme.quarter import Quarter
from programme.symbols import Status, Symbol

NOT_SETTLED = ("camhs_started", "camhs_started_within_18_weeks", "wheelchairs_delivered", "wheelchairs_within_18_weeks")
"""What the newest return gives as provisional."""

SOURCE = Source("demonstration", "", "")

Amounts = dict[Area, float]


def figures(quarter: Quarter) -> list[Figure]:
    """Every figure due for `quarter`, in the order of measures.csv; districts add up to Kent."""
    return [
        figure
        for measure in measures().values()
        if measure.due(quarter)
        for figure in _figures(measure, quarter, _amounts(measure, quarter, series(measure.id)[quarter]))
    ]


def first_figures(quarter: Quarter) -> list[Figure]:
    """What was returned at first for a quarter that was corrected later: all provisional, some of it wrong."""
    firsts = {row["measure"]: float(row["first"]) for row in rows("first_returns") if row["quarter"] == str(quarter)}
    return [
        figure
        for measure in measures().values()
        if measure.due(quarter)
        for figure in _figures(
            measure,
            quarter,
            _amounts(measure, quarter, firsts.get(measure.id, series(measure.id)[quarter])),
            Status.PROVISIONAL,
        )
    ]


def _amounts(measure: Measure, quarter: Quarter, total: float) -> Amounts:
    """The whole area's amount and its districts', in the measure's order of areas."""
    if measure.areas[1:] != DISTRICTS:
        return {measure.areas[0]: total}
    unchanged = total == series(measure.id)[quarter]
    return {measure.areas[0]: total} | (by_district(measure.id, quarter) if unchanged else split(measure.id, quarter, total))


def _figures(measure: Measure, quarter: Quarter, amounts: Amounts, status: Status = Status.FINAL) -> list[Figure]:
    if quarter == LAST and measure.id in NOT_SETTLED:
        status = Status.PROVISIONAL
    return [_figure(measure, area, quarter, amount, status) for area, amount in amounts.items()]


def _figure(measure: Measure, area: Area, quarter: Quarter, amount: float, status: Status) -> Figure:
    gaps = _gaps()
    gap = gaps.get((measure.id, area.name, quarter)) or gaps.get((measure.id, "all", quarter))
    if gap:
        symbol, note = gap
        return Figure(measure.id, area, quarter, None, symbol, SOURCE, status, note)
    return Figure(measure.id, area, quarter, float(amount), None, SOURCE, status)


@cache
def _gaps() -> dict[tuple[str, str, Quarter], tuple[Symbol, str]]:
    return {
        (row["measure"], row["area"], Quarter.parse(row["quarter"])): (Symbol(row["symbol"]), row["note"])
        for row in rows("gaps")
    }
