"""Figures and records for the report tests, built from the real definitions."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache

from kpis.evidence import Evidence, facts_of
from kpis.kpi import Kpi
from kpis.registry import registry
from programme.access import Role
from programme.areas import KENT
from programme.figure import Figure, Source
from programme.quarter import Quarter
from programme.submission import Cover, Version
from programme.symbols import Status, Symbol
from record.records import Records
from reports.progress.readings import Progress


def a_figure(measure, value, *, area=KENT, quarter="2024/25 Q3", status=Status.FINAL, version=1, ref="D5") -> Figure:
    number, symbol = (None, Symbol(value)) if isinstance(value, str) else (float(value), None)
    return Figure(
        measure, area, Quarter.parse(quarter), number, symbol, Source("return.xlsx", "Figures", ref, version), status
    )


def a_version(
    number=1, *, quarter="2024/25 Q3", workstreams=(1, 2, 3, 4, 5), at=datetime(2025, 1, 20, 9, tzinfo=UTC), **changes
) -> Version:
    cover = Cover(
        kind=changes.pop("kind", "standard"),
        quarter=Quarter.parse(quarter) if quarter else None,
        workstreams=workstreams,
        organisation=changes.pop("organisation", "Kent County Council"),
        lead_role="Lead",
        prepared_by="",
        data_as_at=date(2024, 12, 31),
        status=changes.pop("status", Status.FINAL),
        illustrative=changes.pop("illustrative", False),
    )
    return Version(number, cover, "return.xlsx", "0" * 64, at, "analyst", "", **changes)


def records_of(*figures: Figure, versions=(), published=None) -> Records:
    return Records(Evidence(facts_of(list(figures)), published or {}), tuple(versions) or (a_version(),))


def progress_of(*figures: Figure, **known) -> Progress:
    return Progress(records_of(*figures, **known), Role.READER)


def progress_in_force(*figures: Figure, versions=(), **known) -> Progress:
    """For who asks of the definitions in force: with whatever is `known` besides, no figure is judged again.

    Kept from test to test by the definitions that are held; of one that a test makes for itself `progress_of` is asked.
    """
    records, first = _of_figures(figures, tuple(registry().values()))
    more = replace(records, versions=tuple(versions) or records.versions, **known)
    return Progress(more, Role.READER, before=first)


@lru_cache(16)
def _of_figures(figures: tuple[Figure, ...], _definitions: tuple[Kpi, ...]) -> tuple[Records, Progress]:
    records = records_of(*figures)
    return records, Progress(records, Role.READER)
