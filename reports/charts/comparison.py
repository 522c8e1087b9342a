"""Kent beside others: the neighbours of a set ranked, and the way that each went over the published periods."""

from kpis.neighbours import NeighbourSet, rate_of
from reports.charts.chart import Against, Chart, Ranked, RankedChart, Series, Sign, Stroke
from reports.charts.frame import suffix_of
from reports.palette import COMPARATORS, LINE, QUIET, Trace
from reports.progress.comparison import DECIMALS, Beside, Past
from reports.sentences.comparison import neighbours_alternative, past_alternative, past_headline, rank_sentence

OWN = Trace(LINE, "solid", "circle")


def neighbours_chart(shown: Beside, neighbours: NeighbourSet) -> RankedChart:
    """The set's authorities and the area itself, best first, held against England."""
    own, england = rate_of(shown.row), rate_of(shown.comparison.england)
    others = Sign("circle-open", QUIET, 12)
    ranked = [Ranked(each.name, shown.amount(each.rate), each.rate, others) for each in neighbours.known]
    ranked.append(Ranked(shown.area.name, shown.amount(own), own, Sign("diamond", LINE, 15, LINE), bold=True))
    return RankedChart(
        subject=f"{shown.title}, {shown.period}",
        headline=rank_sentence(shown, neighbours),
        alternative=neighbours_alternative(shown, neighbours),
        ranked=tuple(sorted(ranked, key=lambda each: each.value, reverse=neighbours.better != "lower")),
        against=() if england is None else (Against(f"England {shown.amount(england)}", england),),
        suffix=suffix_of(shown.row.unit),
    )


def past_chart(shown: Beside, past: Past) -> Chart:
    """One line per series, told apart by dash and shape as well as colour."""
    return Chart(
        subject=f"{shown.title} over the published periods",
        headline=past_headline(shown, past),
        alternative=past_alternative(shown, past),
        periods=past.periods,
        series=tuple(_series(shown, name, values) for name, values in past.series.items()),
        suffix=suffix_of(shown.row.unit),
        decimals=DECIMALS,
    )


def _series(shown: Beside, name: str, values: tuple[float | None, ...]) -> Series:
    look = COMPARATORS.get(name, OWN)
    return Series(
        f"{name} (median)" if name == "Statistical neighbours" else name,
        values,
        Stroke(look.colour, look.dash, 3 if look is OWN else 2),
        (Sign(look.symbol, look.colour, 8),) * len(values),
        tuple(f"{name} {shown.amount(value)}" for value in values),
        keyed=True,
    )
