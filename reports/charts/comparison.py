"""Kent beside others: the neighbours of a set ranked, and the way that each went over the published periods."""

from kpis.neighbours import NeighbourSet, rate_of
from reports.charts.chart import Against, Chart, Ranked, RankedChart, Series, Sign, Stroke
from reports.charts.frame import suffix_of
from reports.language.numbers import PUBLISHED_DECIMALS, published_text
from reports.palette import COMPARATORS, LINE, QUIET, Trace
from reports.progress.comparison import AreaComparison, Past
from reports.sentences.comparison import neighbours_alternative, past_alternative, past_headline, rank_sentence

OWN = Trace(LINE, "solid", "circle")


def neighbours_chart(comparison: AreaComparison, neighbours: NeighbourSet) -> RankedChart:
    """The set's authorities and the area itself, best first, held against England."""
    own, england = rate_of(comparison.own), rate_of(comparison.figures.england)
    others = Sign("circle-open", QUIET, 12)
    ranked = [Ranked(each.name, published_text(comparison.own, each.rate), each.rate, others) for each in neighbours.known]
    ranked.append(
        Ranked(comparison.area.name, published_text(comparison.own, own), own, Sign("diamond", LINE, 15, LINE), bold=True)
    )
    return RankedChart(
        subject=f"{comparison.own.title}, {comparison.own.covers}",
        headline=rank_sentence(comparison, neighbours),
        alternative=neighbours_alternative(comparison, neighbours),
        ranked=tuple(sorted(ranked, key=lambda each: each.value, reverse=neighbours.better != "lower")),
        against=() if england is None else (Against(f"England {published_text(comparison.own, england)}", england),),
        suffix=suffix_of(comparison.own.unit),
    )


def past_chart(comparison: AreaComparison, past: Past) -> Chart:
    """One line per series, told apart by dash and shape as well as colour."""
    return Chart(
        subject=f"{comparison.own.title} over the published periods",
        headline=past_headline(comparison, past),
        alternative=past_alternative(comparison, past),
        periods=past.periods,
        series=tuple(_series(comparison, name, values) for name, values in past.series.items()),
        suffix=suffix_of(comparison.own.unit),
        decimals=PUBLISHED_DECIMALS,
    )


def _series(comparison: AreaComparison, name: str, values: tuple[float | None, ...]) -> Series:
    look = COMPARATORS.get(name, OWN)
    return Series(
        f"{name} (median)" if name == "Statistical neighbours" else name,
        values,
        Stroke(look.colour, look.dash, 3 if look is OWN else 2),
        (Sign(look.symbol, look.colour, 8),) * len(values),
        tuple(f"{name} {published_text(comparison.own, value)}" for value in values),
        keyed=True,
    )
