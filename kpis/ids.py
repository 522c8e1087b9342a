"""The ids of the KPIs, for those who may not know what a KPI is: each is the name of a file in its workstream's folder."""

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


def workstream_of_kpi(kpi: str) -> int | None:
    """The workstream that answers for a KPI; None for an id that there is not."""
    return _owners().get(kpi)
