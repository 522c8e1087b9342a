"""What the reference files and the KPI definitions must be for one another: ids that there are, folders that there are."""

from collections.abc import Iterator
from functools import cache

from kpis.ids import KPIS, kpi_ids, kpi_title
from programme.aliases import Alias, Thing
from programme.reference_check import Slip, files_as_they_are, reference_slips, rows_now, slips_at_start, slips_told

NAME_KPIS = ("comparators", "comparators_missing")


def every_slip() -> tuple[Slip, ...]:
    """Every slip in the reference files as they are now; what is about KPIs where the files themselves are sound."""
    return reference_slips() or _about_ids()


@cache
def every_slip_at_start(*, definitions: bool = False) -> tuple[Slip, ...]:
    """What was found when this process first asked; with what the definitions of KPIs use and is not there."""
    return slips_at_start() or _about_ids() or (_in_definitions() if definitions else ())


def refused_while_unsound(file_name: str) -> str:
    """Why a file cannot be accepted while a reference file, as it is now, is not sound; empty where all are."""
    slips = every_slip()
    return f"{file_name} was not accepted. {slips_told(slips)}" if slips else ""


def _about_ids() -> tuple[Slip, ...]:
    return (*_about_kpis(), *_about_aliases(*files_as_they_are()))


def _about_kpis() -> tuple[Slip, ...]:
    found = [
        Slip("workstreams.csv", number, f"folder must be one of those with KPIs, got: {row['folder']}")
        for number, row in enumerate(rows_now("workstreams"), start=2)
        if not (KPIS / row["folder"]).is_dir()
    ]
    for name in () if found else NAME_KPIS:
        for number, row in enumerate(rows_now(name), start=2):
            if row["kpi"] not in kpi_ids():
                found.append(Slip(f"{name}.csv", number, f"kpi must be the id of a KPI, got: {row['kpi']}"))
    return tuple(found)


@cache
def _about_aliases(*_files: object) -> tuple[Slip, ...]:
    """Aliases of what there is not, and such as another thing is called by already; once for the `_files` as they are, as
    every acceptance asks."""
    return tuple(_each_about_aliases())


def _each_about_aliases() -> Iterator[Slip]:
    table = rows_now("aliases")
    from programme.names import Naming, own_names  # made of the reference files, which are sound by now

    kpis = {kpi: (kpi, kpi_title(kpi)) for kpi in kpi_ids()} if any(row["kind"] == Thing.KPI for row in table) else {}
    naming = Naming({**own_names(rows_now), Thing.KPI: kpis})
    for number, row in enumerate(table, start=2):
        alias = Alias(Thing(row["kind"]), row["of"], row["called"])
        if amiss := naming.amiss(alias):
            yield Slip("aliases.csv", number, f"an alias must {amiss}, got: {alias.called} for {alias.of}")
        naming = naming.with_aliases([alias])


def _in_definitions() -> tuple[Slip, ...]:
    """What the definitions use of the files and is not there."""
    from kpis.registry import DefinitionError, registry  # reads every definition: only where KPIs are worked out

    try:
        registry()
    except DefinitionError as faults:
        return (Slip("measures.csv", 0, str(faults)),)
    return ()
