"""Results as plain objects for other programs: one per KPI and area, with every figure's cell."""

from disclosure.rule import Number
from kpis.neighbours import NeighbourSet, rate_of
from kpis.registry import definitions_in_force, registry
from kpis.spc import Point
from programme.areas import Area
from programme.figure import Figure
from programme.period_figure import PeriodFigure
from programme.published import Published
from programme.quarter import Quarter
from reports.language.numbers import unknown_text
from reports.progress.comparison import AreaComparison, BySeries, by_series, comparisons
from reports.progress.judgement import Judgement, judgement_of
from reports.progress.readings import Progress, Reading
from reports.sentences.course import pace_sentence
from reports.sentences.direction import direction_clause
from reports.sentences.kpi import kpi_sentence


def results(progress: Progress, quarter: Quarter, kpi_id: str | None = None, area: Area | None = None) -> list[dict]:
    """The results of one quarter, of one KPI or all, for one area or all. Raises KeyError for an unknown KPI."""
    chosen = [registry()[kpi_id]] if kpi_id else definitions_in_force(quarter).values()
    published = by_series(progress.records.evidence.published)
    return [
        result_object(reading) | judgement_object(judgement_of(progress, kpi, where, quarter), published)
        for kpi in chosen
        for where, reading in progress.readings(kpi, quarter).items()
        if area in (None, where)
    ]


def result_object(reading: Reading) -> dict:
    """One reading, JSON-ready. `value` is unrounded; `unknown` is null exactly when there is a value.

    `cells` are all inputs; `cell` is the first of the newest quarter: of a rate its numerator.
    """
    kpi, shown, target = reading.kpi, reading.shown, reading.rated.target
    seen = isinstance(shown, Number)
    cells = [cell_object(used) for used in reading.result.inputs]
    return {
        "kpi": kpi.id,
        "title": kpi.title,
        "workstream": kpi.workstream,
        "weaknesses": list(kpi.weaknesses),
        "area": reading.area.name,
        "quarter": str(reading.quarter),
        "basis": kpi.basis.code,
        "period": reading.result.period,
        "carried_from": str(reading.result.carried_from) if reading.carried else None,
        "provisional": reading.result.provisional,
        "as_reported": reading.as_reported.as_printed if reading.as_reported else None,
        "value": shown.value if seen else None,
        "numerator": shown.numerator if seen else None,
        "denominator": shown.denominator if seen else None,
        "unknown": None if seen else unknown_text(shown),
        "display": reading.display,
        "target": target.value if target else None,
        "floor": target.floor if target else None,
        "rating": str(reading.rated.rating),
        "rating_reason": reading.rated.reason,
        "rating_by_rule": str(reading.computed.rating),
        "cell": max(cells, key=lambda cell: cell.get("quarter", ""), default=None),
        "cells": cells,
    }


def judgement_object(judged: Judgement, published: BySeries) -> dict:
    """Everything that is said of one reading, JSON-ready. Null is what cannot be said; every word is the screen's own."""
    kpi, since_last, trend = judged.line.kpi, judged.since_last, judged.trend
    charted = judged.special_cause is not None
    return {
        "direction": str(judged.direction),
        "direction_clause": direction_clause(judged),
        "direction_since": _text(judged.step.since) if judged.step.said else None,
        "direction_rule": judged.step.proof and str(judged.step.proof),
        "red_group": judged.red_group and str(judged.red_group),
        "since_last": str(since_last.direction) if since_last else None,
        "since_last_rule": judged.since_last_rule,
        "trend": str(trend.direction) if trend else None,
        "special_cause": str(judged.special_cause) if charted else None,
        "variation": str(judged.variation) if charted else None,
        "assurance": str(judged.assurance) if charted and judged.assurance else None,
        "limits": limits_object(judged.chart.latest) if charted else None,
        "trajectory": trajectory_object(judged),
        "pace": pace_object(judged),
        "comparators": [comparison_object(each) for each in comparisons(judged.reading, published)],
        "companions": list(kpi.companions),
        "sentence": kpi_sentence(judged),
    }


def limits_object(point: Point) -> dict:
    """Process limits, in the KPI's unit."""
    return {"centre": point.centre, "lower": point.lower, "upper": point.upper, "trial": point.trial}


def trajectory_object(judged: Judgement) -> dict | None:
    """The planned course with what it plans for this quarter and where the figure stands; None where none is planned."""
    course = judged.trajectory
    if course is None:
        return None
    return {
        "points": [{"quarter": str(quarter), "value": value} for quarter, value in course.dated],
        "basis": course.basis,
        "agreed_on": course.agreed_on.isoformat(),
        "planned": judged.planned,
        "standing": judged.plan_standing and str(judged.plan_standing),
    }


def pace_object(judged: Judgement) -> dict | None:
    """Where the pace leads: the 95% interval of the next figure, and a date only where such forecasts held."""
    pace = judged.pace
    if pace is None:
        return None
    return {
        "per_quarter": pace.per_quarter,
        "quarter": _text(pace.quarter),
        "low": pace.expected and pace.expected.low,
        "high": pace.expected and pace.expected.high,
        "date": _text(pace.date),
        "sentence": pace_sentence(judged),
    }


def _text(quarter: Quarter | None) -> str | None:
    return str(quarter) if quarter else None


def comparison_object(comparison: AreaComparison) -> dict:
    """One published figure for the area and those it is held against."""
    figures = comparison.figures
    return {
        "figure": figures.comparator.series,
        "title": comparison.own.title,
        "period": figures.period,
        "own": rate_of(figures.own),
        "england": rate_of(figures.england),
        "south_east": rate_of(figures.south_east),
        "neighbours": [neighbours_object(each) for each in figures.sets],
        "mismatches": list(comparison.mismatches),
    }


def neighbours_object(neighbours: NeighbourSet) -> dict:
    """One dated set of neighbours: three averages, rank with its count, quartile line."""
    return {
        "set": neighbours.dated,
        "mean": neighbours.mean,
        "median": neighbours.median,
        "pooled": neighbours.pooled,
        "rank": neighbours.rank,
        "ranked": neighbours.ranked,
        "quartile_line": neighbours.quartile_line,
        "missing": list(neighbours.missing),
    }


def cell_object(used: Figure | Published | PeriodFigure) -> dict:
    """Where an input was read: file, sheet, cell and version; a published figure is a row of its file."""
    if isinstance(used, Published):
        return {"measure": used.series, "file": used.file, "sheet": "", "ref": f"row {used.row}", "version": used.loaded}
    source = used.source
    reported = {"as_printed": used.as_printed} if isinstance(used, PeriodFigure) else {}
    return {
        "measure": used.measure,
        "quarter": str(used.period.quarter if isinstance(used, PeriodFigure) else used.quarter),
        **reported,
        "file": source.file,
        "sheet": source.sheet,
        "ref": source.ref,
        "version": source.version,
    }
