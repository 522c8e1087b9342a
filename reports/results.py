"""Results as plain objects for other programs: one per KPI and area, with every figure's cell."""

from kpis.registry import registry
from programme.areas import Area
from programme.figure import Figure
from programme.published import Published
from programme.quarter import Quarter
from reports.disclosure import NoFigure, Number
from reports.progress import Progress, Reading


def results(progress: Progress, quarter: Quarter, kpi_id: str | None = None, area: Area | None = None) -> list[dict]:
    """The results of one quarter, of one KPI or all, for one area or all. Raises KeyError for an unknown KPI."""
    chosen = [registry()[kpi_id]] if kpi_id else registry().values()
    return [
        result_object(reading)
        for kpi in chosen
        for where, reading in progress.readings(kpi, quarter).items()
        if area in (None, where)
    ]


def result_object(reading: Reading) -> dict:
    """One reading, JSON-ready. `value` is unrounded; `unknown` is null exactly when there is a value."""
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
        "value": shown.value if seen else None,
        "numerator": shown.numerator if seen else None,
        "denominator": shown.denominator if seen else None,
        "unknown": None if seen else unknown_text(shown),
        "display": reading.display,
        "target": target.value if target else None,
        "floor": target.floor if target else None,
        "rating": str(reading.rated.rating),
        "rating_reason": reading.rated.reason,
        "cell": cells[0] if cells else None,
        "cells": cells,
    }


def unknown_text(shown) -> str:
    """Why there is no number to see."""
    return str(shown.reason) if isinstance(shown, NoFigure) else f"hidden: {shown.why}"


def cell_object(used: Figure | Published) -> dict:
    """Where an input was read: file, sheet, cell and version; a published figure is a row of its file."""
    if isinstance(used, Published):
        return {"measure": used.figure, "file": used.file, "sheet": "", "ref": f"row {used.row}", "version": used.loaded}
    source = used.source
    return {
        "measure": used.measure,
        "quarter": str(used.quarter),
        "file": source.file,
        "sheet": source.sheet,
        "ref": source.ref,
        "version": source.version,
    }
