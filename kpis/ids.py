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
