"""The ids and titles of the KPIs, for those who may not know what a KPI is: files in their workstreams' folders."""

import ast
from functools import cache
from pathlib import Path

from programme.workstreams import workstreams

KPIS = Path(__file__).parent


@cache
def kpi_ids() -> tuple[str, ...]:
    """Every KPI id, by workstream and then by name. Whether the definitions are sound is the registry's to say."""
    folders = (KPIS / stream.folder for stream in workstreams().values())
    return tuple(file.stem for folder in folders for file in sorted(folder.glob("[!_]*.py")))


@cache
def _owners() -> dict[str, int]:
    folders = ((stream.number, KPIS / stream.folder) for stream in workstreams().values())
    return {file.stem: number for number, folder in folders for file in folder.glob("[!_]*.py")}


@cache
def kpi_title(kpi: str) -> str:
    """What a KPI is called, read out of its file and not run; an id that there is not, or a file without one, as it is."""
    stream = workstream_of_kpi(kpi)
    if stream is None:
        return kpi
    tree = ast.parse((KPIS / workstreams()[stream].folder / f"{kpi}.py").read_text(encoding="utf-8"))
    given = (each.value for each in ast.walk(tree) if isinstance(each, ast.keyword) and each.arg == "title")
    return next((each.value for each in given if isinstance(each, ast.Constant)), kpi)


def workstream_of_kpi(kpi: str) -> int | None:
    """The workstream that answers for a KPI; None for an id that there is not."""
    return _owners().get(kpi)
