"""The pack of a quarter, made of what was known at a moment: every file of it is written from this and nothing else."""

from collections.abc import Sequence

from plumbing.deferred import Deferred
from programme.areas import KENT
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from reports.documents.notes import ILLUSTRATIVE, RETURNS, SYMBOLS
from reports.language.grammar import counted
from reports.pack.cover import cover_of
from reports.pack.data import pack_data
from reports.pack.glance import glance_table, measured_table
from reports.pack.measures import measures_of
from reports.pack.origin import origin_of
from reports.pack.parts import Pack, PackMeasure, PackOrigin, PackSection, Tabled
from reports.pack.quality import Queried, quality_section
from reports.pack.sections import (
    arising_section,
    decisions_section,
    late_section,
    minutes_section,
    risks_section,
    voices_section,
    workstreams_section,
)
from reports.pack.statements import statement_sections
from reports.progress.overview import overview
from reports.progress.readings import Progress
from reports.progress.standing import standings
from reports.sentences.overview import overview_headline
from reports.tables.table import Column, table_of


class NothingToPack(Exception):  # noqa: N818 - a refusal, whose text is a sentence
    """There is no pack of that quarter; the text says why."""


def pack_of(progress: Progress, quarter: Quarter, change: int, queried: Queried | None = None) -> Pack:
    """The pack of `quarter` for the reader of `progress`, whose records must be those of a moment.

    `change` is the newest thing stored by that moment, `queried` the queries answered, where this reader may see them.

    Raises NothingToPack where no return that stands gives a figure for it.
    """
    if quarter not in progress.records.quarters:
        raise NothingToPack(nothing_to_pack(quarter))
    origin, measures = origin_of(progress, quarter, change), Deferred(lambda: measures_of(progress, quarter))
    glance = glance_table(standings(progress, KENT, quarter, tuple(weaknesses().values())))
    return Pack(
        origin,
        cover_of(progress, quarter),
        glance,
        Deferred(lambda: _sections(progress, quarter, measures, queried)),
        measures,
        pack_notes(origin),
        Deferred(lambda: pack_data(progress, quarter)),
    )


def _sections(
    progress: Progress, quarter: Quarter, measures: Sequence[PackMeasure], queried: Queried | None
) -> tuple[PackSection, ...]:
    return (
        arising_section(progress, quarter),
        *statement_sections(progress, quarter, measures),
        workstreams_section(progress, quarter),
        late_section(progress, quarter),
        risks_section(progress, quarter),
        voices_section(progress, quarter),
        decisions_section(progress, quarter),
        quality_section(progress, quarter, queried),
        minutes_section(progress, quarter),
        _all_measures(progress, quarter, measures),
    )


def nothing_to_pack(quarter: Quarter) -> str:
    """The sentence where there is no pack of a quarter."""
    return f"A pack must be of a quarter for which a return stands, got: {quarter}. Nothing was written; nothing was lost."


def pack_notes(origin: PackOrigin) -> tuple[str, ...]:
    """What every file of the pack carries: the source, the moment, what is real, and what the symbols mean."""
    return (
        *origin.cautions,
        f"Source: {RETURNS}.",
        f"{origin.figures_as_known}. State: {origin.state}.",
        *([ILLUSTRATIVE] if origin.illustrative else []),
        f"{SYMBOLS}.",
        f"Definitions {origin.definitions}, program {origin.program}.",
    )


def _all_measures(progress: Progress, quarter: Quarter, measures: Sequence[PackMeasure]) -> PackSection:
    seen = overview(progress, KENT, quarter)
    columns = {
        Column("Measure"): lambda each: each.title,
        Column("What is counted"): lambda each: each.definition,
        Column("Source"): lambda each: each.source,
    }
    defined = table_of("What each measure counts", columns, sorted(measures, key=lambda each: each.title))
    every = measured_table(
        seen.judged, f"All {counted(len(seen.judged), 'measure')} of {quarter}, those that need attention first"
    )
    blocks = (Tabled(every, (5.2, 3.2, 2.2, 2.2, 1.7, 3.4)), Tabled(defined, (4, 6, 5)))
    return PackSection("measures", "All measures", overview_headline(seen), blocks)
