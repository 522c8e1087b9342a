"""The audit of what is hidden as one plain object, for other programs: no number that is hidden is in it."""

from collections.abc import Mapping

from programme.areas import area_coded
from programme.hidden import Item
from programme.quarter import Quarter
from record.audited import AuditedStore
from reports.progress.losses import Loss, LossLevel

KEYS = {LossLevel.WHOLE: "kent_and_nhs", LossLevel.QUARTER: "districts_quarters", LossLevel.YEAR: "districts_rolling_years"}


def disclosure_object(found: AuditedStore, losses: Mapping[LossLevel, Loss], quarter: Quarter | None, why: bool) -> dict:
    """JSON-ready. `why` adds to each hidden number the reason why it is hidden, which is for those who see all figures."""
    told = found.audit
    hidden = {item: each for item, each in told.hidden.items() if quarter in (None, item.quarter)}
    narrowed = None if told.narrowed is None else [name for when, name in told.narrowed if quarter in (None, when)]
    needed = sum(each.needed for each in hidden.values())
    return {
        "quarter": quarter and str(quarter),
        "protected": sum(quarter in (None, each) for each in told.protected),
        "narrowed": None if narrowed is None else len(narrowed),
        "narrowed_cells": narrowed if why else None,
        "hidden": len(hidden),
        "hidden_by_need": needed if why else None,
        "hidden_beside": len(hidden) - needed if why else None,
        "hidden_cells": [_cell(item, str(hidden[item]) if why else None) for item in sorted(hidden)],
        "seen_percent": {KEYS[level]: round(loss.seen, 2) for level, loss in losses.items()},
        "figures": {KEYS[level]: loss.figures for level, loss in losses.items()},
        "given_up": {KEYS[level]: loss.hidden for level, loss in losses.items()},
        "let_out_by_edition_1": told.let_out,
        "seconds": round(found.seconds, 2),
        "solver": found.solver or None,
        "rule": "solver" if found.solver else "whole columns, without a solver",
        "withheld": list(found.withheld) if why else len(found.withheld),
        "kept_back": list(found.kept_back) if why else len(found.kept_back),
    }


def _cell(item: Item, why: str | None) -> dict:
    told = {"measure": item.measure, "area": area_coded(item.area).name, "quarter": str(item.quarter), "quarters": item.span}
    return told if why is None else told | {"why": why}
