"""Where published figures come from: each source with its file, when it was loaded, and what it gives."""

from collections.abc import Iterable
from dataclasses import dataclass

from programme.published import LoadedRelease, Published, PublishedFigures
from reports.tables.cells import absent, count_cell, moment_cell
from reports.tables.table import Cell, Column, Table, table_of

OURS = "with WSoA Monitor"


@dataclass(frozen=True, slots=True)
class SourceInUse:
    """The published figures of one source that count; `release` is None for those that come with the system."""

    name: str
    release: LoadedRelease | None
    figures: tuple[Published, ...]

    @property
    def periods(self) -> str:
        """From the first period to the last."""
        periods = [figure.period for figure in self.figures]
        return f"{min(periods)} to {max(periods)}"


def releases_table(published: PublishedFigures, releases: Iterable[LoadedRelease]) -> Table:
    """One row per source of the figures in use; one that a newer load replaced wholly is not in use."""
    columns = {
        Column("Source"): lambda source: source.name,
        Column("File"): lambda source: source.figures[0].file,
        Column("Figures", "number"): lambda source: count_cell(len(source.figures)),
        Column("Areas", "number"): lambda source: count_cell(len({figure.area_code for figure in source.figures})),
        Column("Periods"): lambda source: source.periods,
        Column("Loaded", "date"): _loaded,
    }
    ordered = sorted(_sources(published, releases), key=lambda source: (source.release is None, source.name))
    return table_of("Published figures by source", columns, ordered)


def _sources(published: PublishedFigures, releases: Iterable[LoadedRelease]) -> list[SourceInUse]:
    by_number = {release.number: release for release in releases}
    uses: dict[tuple[str, int | None], list[Published]] = {}
    for figure in published.values():
        uses.setdefault((figure.source if figure.loaded is None else "", figure.loaded), []).append(figure)
    found = [(source, by_number.get(number), figures) for (source, number), figures in uses.items()]
    return [SourceInUse(each.release if each else source, each, tuple(figures)) for source, each, figures in found]


def _loaded(source: SourceInUse) -> Cell:
    release = source.release
    return moment_cell(release.loaded_at, f" by {release.loaded_by}") if release else absent(OURS)
