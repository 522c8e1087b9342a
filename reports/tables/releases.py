"""Where published figures come from: each source with its file, when it was loaded, and what it gives."""

from collections.abc import Iterable
from dataclasses import dataclass

from programme.areas import KENT
from programme.finding import Finding
from programme.published import ForeseenRelease, LoadedRelease, Published, PublishedFigures, publication_of
from record.records import Records
from reports.palette import RATINGS
from reports.progress.releases import RankPlace, places_foreseen, ratings_foreseen
from reports.sentences.impact import MOST_ROWS
from reports.sentences.ways import publication_place
from reports.tables.cells import absent, count_cell, day_cell, moment_cell
from reports.tables.table import Cell, Column, Table, table_of

OURS = "with WSoA Monitor"


@dataclass(frozen=True, slots=True)
class SourceInUse:
    """The published figures of one source that count; `release` is None for those that come with the system."""

    name: str
    release: LoadedRelease | None
    figures: tuple[Published, ...]

    @property
    def titles(self) -> str:
        """The titles of what it gives: `EHC plans issued within 20 weeks; …`."""
        return "; ".join(dict.fromkeys(figure.title for figure in self.figures))

    @property
    def publication(self) -> str:
        """Where it was printed, without the file or the code that it was read by."""
        return publication_of(self.name)

    @property
    def place(self) -> str:
        """What its row is found by."""
        return publication_place(self.name, self.release.number if self.release else None)

    @property
    def periods(self) -> str:
        """From the first period to the last."""
        periods = [figure.period for figure in self.figures]
        return f"{min(periods)} to {max(periods)}"


def releases_table(published: PublishedFigures, releases: Iterable[LoadedRelease]) -> Table:
    """One row per source of the figures in use; one that a newer load replaced wholly is not in use."""
    columns = {
        Column("What is published"): lambda source: Cell(source.titles, source.titles, at=source.place),
        Column("Source"): lambda source: source.publication,
        Column("Figures", "number"): lambda source: count_cell(len(source.figures)),
        Column("Areas", "number"): lambda source: count_cell(len({figure.area_code for figure in source.figures})),
        Column("Periods"): lambda source: source.periods,
        Column("Published", "date"): _published_on,
        Column("Loaded", "date"): _loaded,
        Column("File"): lambda source: source.figures[0].file,
    }
    ordered = sorted(_sources(published, releases), key=lambda source: (source.release is None, source.name))
    return table_of("Published figures by source", columns, ordered)


def release_answers_table(answers: Iterable[tuple[Finding, str]]) -> Table:
    """One row per query about a release, with the reason that was given for loading it all the same."""
    columns = {
        Column("Where"): lambda answer: answer[0].place,
        Column("Query"): lambda answer: answer[0].message,
        Column("Reason given"): lambda answer: answer[1],
    }
    return table_of("Queries about this release, and the reasons given", columns, answers)


def withdrawn_table(releases: Iterable[LoadedRelease]) -> Table:
    """One row per release that was taken back: by whom, when and why."""
    columns = {
        Column("Source"): lambda release: release.release,
        Column("File"): lambda release: release.file_name,
        Column("Withdrawn", "date"): lambda release: moment_cell(release.withdrawal.at, f" by {release.withdrawal.doer}"),
        Column("Why"): lambda release: release.withdrawal.reason,
    }
    return table_of("Releases that were withdrawn", columns, [each for each in releases if each.withdrawal])


def _sources(published: PublishedFigures, releases: Iterable[LoadedRelease]) -> list[SourceInUse]:
    by_number = {release.number: release for release in releases}
    uses: dict[tuple[str, int | None], list[Published]] = {}
    for figure in published.values():
        uses.setdefault((figure.source if figure.loaded is None else "", figure.loaded), []).append(figure)
    found = [(source, by_number.get(number), figures) for (source, number), figures in uses.items()]
    return [SourceInUse(each.release if each else source, each, tuple(figures)) for source, each, figures in found]


def _published_on(source: SourceInUse) -> Cell:
    day = source.release and source.release.published_on
    return day_cell(day) if day else absent("not said")


def _loaded(source: SourceInUse) -> Cell:
    release = source.release
    return moment_cell(release.loaded_at, f" by {release.doer}") if release else absent(OURS)


@dataclass(frozen=True, slots=True)
class ForeseenTables:
    """What a release would change; a table without rows has nothing to say."""

    ratings: Table
    places: Table
    figures: Table


def foreseen_tables(records: Records, foreseen: ForeseenRelease) -> ForeseenTables:
    """Ratings and places that would become others, and the published figures that readers would see instead."""
    ratings = {
        Column("Quarter"): lambda pair: str(pair[1].quarter),
        Column("KPI"): lambda pair: pair[1].kpi.title,
        Column("Value"): lambda pair: _from_to(pair[0].display, pair[1].display),
        Column("Rating"): lambda pair: _from_to(*(RATINGS[reading.rated.rating].word for reading in pair)),
    }
    places = {
        Column("KPI"): lambda change: change.kpi.title,
        Column("Published series"): lambda change: (change.after or change.before)[0],
        Column("Place among neighbours"): lambda change: _from_to(_place(change.before), _place(change.after)),
    }
    figures = {
        Column("Series"): lambda pair: (pair[1] or pair[0]).series,
        Column("Area"): lambda pair: (pair[1] or pair[0]).area,
        Column("Period"): lambda pair: (pair[1] or pair[0]).period,
        Column("Value"): lambda pair: _from_to(_published_text(pair[0]), _published_text(pair[1])),
    }
    seen_first = sorted(foreseen.changed, key=lambda pair: (pair[0] is None, (pair[1] or pair[0]).area != KENT.name))
    return ForeseenTables(
        table_of("Ratings that would change", ratings, ratings_foreseen(records, foreseen)),
        table_of("Places among neighbours that would change", places, places_foreseen(records, foreseen)),
        table_of("Published figures that would change", figures, seen_first[:MOST_ROWS]),
    )


def foreseen_text(foreseen: ForeseenRelease) -> str:
    """How many published figures would be new, would change and would go."""
    changed = foreseen.changed
    new, gone = sum(old is None for old, _ in changed), sum(now is None for _, now in changed)
    told = f"{new:,} new published figures, {len(changed) - new - gone:,} that change, {gone:,} that are withdrawn."
    return told if changed else "Nothing that readers see would change."


def _from_to(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _place(place: RankPlace | None) -> str:
    if place is None:
        return "none"
    return f"{place[2]} of {place[3]} ({place[1]})"


def _published_text(figure: Published | None) -> str:
    if figure is None:
        return "none"
    value = str(figure.symbol) if figure.value is None else f"{figure.value:g}"
    if figure.numerator is None or not figure.denominator:
        return value
    return f"{value} ({figure.numerator:,.10g} of {figure.denominator:,.10g})"
