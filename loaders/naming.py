"""Every name that a file may use for a thing of ours: those of KPIs too, and what people added."""

from collections.abc import Iterable
from functools import cache

from kpis.ids import kpi_ids, kpi_title
from programme.aliases import Alias, Thing
from programme.names import Naming, aliases_in, own_names


def naming(added: Iterable[Alias] = ()) -> Naming:
    """All names, with the aliases that come with the system and those that people added."""
    more = tuple(added)
    return _shipped().with_aliases(more) if more else _shipped()


@cache
def _shipped() -> Naming:
    kpis = {kpi: (kpi, kpi_title(kpi)) for kpi in kpi_ids()}
    return Naming({**own_names(), Thing.KPI: kpis}, aliases_in())
