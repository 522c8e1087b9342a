"""How a figure stands beside its own past, in words: said where it is true, and only of figures that can be compared."""

from collections.abc import Mapping

from disclosure.rule import Number
from kpis.breaks import within_one_definition
from kpis.extremes import extreme, longest_run
from programme.quarter import Quarter
from reports.language.grammar import spelt
from reports.progress.judgement import Judgement
from reports.sentences.direction import when


def past_sentence(judged: Judgement) -> str:
    """`Lowest since 2021/22 Q3. Longest run: it rose five times in a row.`; empty where neither is so."""
    series = comparable_figures(judged)
    return " ".join(filter(None, (_extreme(judged, series), _run(series))))


def comparable_figures(judged: Judgement) -> Mapping[Quarter, float | None]:
    """The figures of one definition since the last one that is hidden: of a hidden one nobody may know how low it is.

    Empty where seasons or parts of a year make high and low what they are.
    """
    kpi = judged.line.kpi
    if kpi.seasonal or kpi.basis.code == "YTD" or judged.reading.hidden:
        return {}
    hidden = max((each.reported for each in judged.line.readings if each.hidden), default=None)
    seen = {each.reported: each for each in judged.line.readings if hidden is None or each.reported > hidden}
    values = {quarter: each.shown.value if isinstance(each.shown, Number) else None for quarter, each in seen.items()}
    return within_one_definition(kpi, values)


def _extreme(judged: Judgement, series: Mapping[Quarter, float | None]) -> str:
    found = extreme(series)
    if found is None:
        return ""
    word = "Highest" if found.high else "Lowest"
    return (
        f"{word} since {when(judged, found.since)}." if found.since else f"{word} of {found.beaten + 1} comparable figures."
    )


def _run(series: Mapping[Quarter, float | None]) -> str:
    found = longest_run(series)
    if found is None:
        return ""
    return f"Longest run: it {'rose' if found.up else 'fell'} {spelt(found.steps).lower()} times in a row."
