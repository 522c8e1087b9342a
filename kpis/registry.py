"""Finds every KPI definition under `kpis/` and refuses, all at once, whatever is wrong with any of them."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import kpis
from kpis.formulas import PublishedValue
from kpis.kpi import Kpi
from programme.measures import measures
from programme.workstreams import weaknesses, workstreams


class DefinitionError(Exception):
    """One or more KPI definitions are wrong; the message lists each fault."""


@cache
def registry() -> dict[str, Kpi]:
    """Every KPI by id, by workstream and then by file name. Raises DefinitionError naming every fault."""
    found = [import_module(module).KPI for module in _modules()]
    faults = [f"{kpi.module}: {fault}" for kpi in found for fault in faults_of(kpi, {each.id for each in found})]
    if faults:
        raise DefinitionError("KPI definitions must be put right:\n" + "\n".join(faults))
    return {kpi.id: kpi for kpi in found}


def _modules() -> list[str]:
    root = kpis.__path__[0]
    return [
        f"kpis.{stream.folder}.{module.name}"
        for stream in workstreams().values()
        for module in iter_modules([f"{root}/{stream.folder}"])
    ]


def faults_of(kpi: Kpi, ids: set[str]) -> list[str]:
    """What is wrong with one definition; empty when it is sound."""
    checks = {
        "its title must not be empty": kpi.title,
        "its question must end with a question mark": kpi.question.endswith("?"),
        "it must say why it matters": kpi.why,
        "it must carry a caution": kpi.caution,
        "it must name its source": kpi.source,
        "its checker must be another role than its author": kpi.written_by and kpi.checked_by not in ("", kpi.written_by),
        "it must speak to a weakness from 1 to 9": kpi.weaknesses and set(kpi.weaknesses) <= set(weaknesses()),
        "a judged KPI needs a target and an activity indicator must have none": (kpi.better is None) != bool(kpi.targets),
        "each target must say its basis": all(target.basis for target in kpi.targets),
        "its targets must be in order of time": list(kpi.targets) == sorted(kpi.targets, key=lambda t: t.from_quarter),
        "its floor must be no stricter than its target": all(_floor_below_target(kpi, target) for target in kpi.targets),
        "it must have a worked example": kpi.examples,
        "its module must say its own name": kpi.module.startswith("kpis."),
    }
    unknown = [f"its measure is not in measures.csv, got: {name}" for name in kpi.formula.measures if name not in measures()]
    strangers = [f"its companion is not a KPI, got: {name}" for name in kpi.companions if name not in ids]
    without = [] if kpi.formula.measures or isinstance(kpi.formula, PublishedValue) else ["its formula must name a measure"]
    return [fault for fault, sound in checks.items() if not sound] + unknown + strangers + without


def _floor_below_target(kpi: Kpi, target) -> bool:
    match kpi.better:
        case "higher":
            return target.floor <= target.value
        case "lower":
            return target.floor >= target.value
        case _:
            return target.tolerance is not None and target.floor >= target.tolerance
