"""The process control chart: points, centre, limits, and special causes told apart by shape and word."""

from collections.abc import Iterator

from kpis.spc import Variation, rebases, variation_of
from reports.charts.chart import Chart, Label, Series, Sign, Steps, Stroke
from reports.charts.frame import suffix_of
from reports.charts.labels import step_labels
from reports.palette import LINE, QUIET, TARGET, VARIATIONS
from reports.progress.judgement import Judgement
from reports.sentences.process import CAUSES, limits_shown, process_alternative, process_notes, variation_sentence


def process_chart(judged: Judgement) -> Chart:
    """One point per quarter with a figure, the limits of each phase, and the target in force now."""
    kpi, limits, aims = judged.line.kpi, tuple(_limits(judged)), tuple(_aims(judged))
    return Chart(
        subject=f"{kpi.title}, {judged.line.area.name}",
        headline=variation_sentence(judged),
        alternative=process_alternative(judged),
        notes=tuple(process_notes(judged)),
        periods=judged.quarters,
        series=(_curve(judged), *(_kind(judged, variation) for variation in Variation)),
        standards=aims,
        limits=limits,
        breaks=rebases(kpi.breaks, judged.quarters),
        labels=tuple(label for steps in (*limits, *aims) for label in _labels(judged, steps)),
        suffix=suffix_of(kpi.unit),
        decimals=kpi.decimals,
    )


def _limits(judged: Judgement) -> Iterator[Steps]:
    """Average and limits, not joined from one phase to the next. Where a phase has no limits it shows no average either."""
    kpi, limited = judged.line.kpi, [point if point.upper is not None else None for point in judged.chart]
    afresh = tuple(each.index for each in rebases(kpi.breaks, judged.quarters))
    for name, dash, values in (
        ("Upper limit", "dash", [point and limits_shown(kpi, point)[1] for point in limited]),
        ("Average", "solid", [point and point.centre for point in limited]),
        ("Lower limit", "dash", [point and limits_shown(kpi, point)[0] for point in limited]),
    ):
        yield Steps(name, tuple(values), Stroke(QUIET, dash), afresh)


def _aims(judged: Judgement) -> Iterator[Steps]:
    if target := judged.reading.rated.target:
        yield Steps("Target now", (target.value,) * len(judged.quarters), Stroke(TARGET))


def _labels(judged: Judgement, steps: Steps) -> Iterator[Label]:
    return step_labels(judged.line.kpi, judged.quarters, steps, "below" if steps.name == "Lower limit" else "above")


def _curve(judged: Judgement) -> Series:
    return Series("Figures", tuple(point.value for point in judged.chart), Stroke(LINE))


def _kind(judged: Judgement, variation: Variation) -> Series:
    """The points of one kind. The key names the kinds that there are."""
    kpi, mark = judged.line.kpi, VARIATIONS[variation]
    own = [point.value is not None and variation_of(point.special_cause, kpi.better) is variation for point in judged.chart]
    values = tuple(point.value if each else None for point, each in zip(judged.chart, own, strict=True))
    told = tuple(
        f"{judged.reading_of(quarter).display}: {CAUSES[point.special_cause]}" if each else ""
        for quarter, point, each in zip(judged.quarters, judged.chart, own, strict=True)
    )
    return Series(mark.word, values, None, (Sign(mark.symbol, mark.fill, 11, LINE),) * len(values), told, keyed=any(own))
