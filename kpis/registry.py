"""Finds every KPI definition under `kpis/` and refuses, all at once, whatever is wrong with any of them."""

from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import kpis
from kpis.kpi import Kpi
from kpis.soundness import faults_of
from programme.quarter import Quarter
from programme.workstreams import workstreams


class DefinitionError(Exception):
    """One or more KPI definitions are wrong; the message lists each fault."""


@cache
def registry() -> dict[str, Kpi]:
    """Every KPI by id, by workstream and then by file name. Raises DefinitionError naming every fault."""
    return definitions_in(Path(kpis.__path__[0]))


@cache
def definitions_in_force(quarter: Quarter) -> dict[str, Kpi]:
    """The KPIs that judge `quarter`, by id: a quarter before a definition was superseded keeps the old one."""
    begun = {kpi.id: kpi for kpi in registry().values() if not kpi.since or Quarter.parse(kpi.since) <= quarter}
    replaced = {kpi.supersedes for kpi in begun.values()}
    return {id: kpi for id, kpi in begun.items() if id not in replaced}


def superseded_by(kpi: Kpi) -> Kpi | None:
    """The definition that takes its place, or None."""
    return next((other for other in registry().values() if other.supersedes == kpi.id), None)


def definitions_in(root: Path) -> dict[str, Kpi]:
    """The KPIs defined under `root`, which has one folder per workstream. Raises DefinitionError naming every fault."""
    found, faults = [], []
    for stream in workstreams().values():
        for file in sorted((root / stream.folder).glob("[!_]*.py")):
            module = f"kpis.{stream.folder}.{file.stem}"
            kpi = _defined_in(file, module, faults)
            found += [kpi] if kpi else []
    ids = [kpi.id for kpi in found]
    shorts = [kpi.short for kpi in found]
    faults += [f"{kpi.module}: {fault}" for kpi in found for fault in faults_of(kpi, ids, shorts)]
    if faults:
        raise DefinitionError("KPI definitions must be put right:\n" + "\n".join(faults))
    return {kpi.id: kpi for kpi in found}


def _defined_in(file: Path, module: str, faults: list[str]) -> Kpi | None:
    """The KPI that `file` defines; where it defines none, says so in `faults`."""
    spec = spec_from_file_location(module, file)
    loaded = module_from_spec(spec)
    try:
        spec.loader.exec_module(loaded)
    except (TypeError, ValueError, NameError, AttributeError, ImportError, SyntaxError) as error:
        faults.append(f"{module}: it must be readable, got: {error}")
        return None
    kpi = getattr(loaded, "KPI", None)
    if not isinstance(kpi, Kpi) or kpi.module != module:
        faults.append(f"{module}: it must hold KPI = Kpi(module=__name__, …)")
        return None
    return kpi
