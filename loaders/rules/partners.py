"""Stage 6, two organisations: a figure that both return is that of whoever owes it, a row of words of who came last; where
they differ it is asked about."""

from collections.abc import Hashable, Iterable, Iterator

from loaders.forms.layouts import standard
from loaders.parsing.parsed import FigureRow
from loaders.rules.case import Case, key_of, number_in, symbol_in
from loaders.rules.outside import stream_of
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.sheets import fault
from loaders.rules.words import said, written
from programme.figure import Figure
from programme.finding import Severity
from programme.sheets.form import FormSheet
from programme.sheets.written import Row
from programme.submission import Version


@rule(Stage.HISTORY, Severity.QUERY)
def partner_disagrees(case: Case) -> Iterator[Fault]:
    """The council copied a health figure that the NHS has revised since: readers see the NHS's, and both should know."""
    if not case.cover or not case.known:
        return
    versions = {version.number: version for version in case.known.versions}
    for row in case.understood.values():
        figure = case.known.facts.get(key_of(row)) if row.quarter and row.value_cell else None
        version = versions.get(figure.source.version) if figure else None
        if version and version.cover.organisation != case.cover.organisation and _differs(row, figure):
            yield Fault(row.sheet, row.value_ref, said(_same(case, row, figure, version), row.value_cell.text.strip()))


def _differs(row: FigureRow, figure: Figure) -> bool:
    return (number_in(row), symbol_in(row)) != (figure.value, figure.symbol)


def _same(case: Case, row: FigureRow, figure: Figure, version: Version) -> str:
    theirs = version.cover.organisation
    value = figure.symbol.value if figure.symbol else written(figure.value)
    place = f"{value} (version {version.number}, {figure.source})"
    counts = theirs if row.measure.organisation == theirs else case.cover.organisation
    owed = f"the figure of {counts} counts" if counts == row.measure.organisation else "the newer one counts"
    return f"{case.subject(row)} must be what {theirs} returned, {place}; where they differ, {owed}"


@rule(Stage.HISTORY, Severity.QUERY)
def partner_words_replaced(case: Case) -> Iterator[Fault]:
    """Two organisations that number their actions alike: what the other one returned would be gone for all who read."""
    if not case.cover or not case.known:
        return
    for form in standard.WRITTEN:
        rows = [row for row in case.written(form) if _counts(row.typed, form, case.cover.workstreams)]
        newest = _newest(case, form, {row.typed.quarter for row in rows}) if rows else {}
        for row in rows:
            theirs, version = newest.get(_about(row.typed, form), (None, None))
            another = version is not None and version.cover.organisation != case.cover.organisation
            if another and row.typed.values(form) != theirs.values(form):
                at = next(column for column in row.typed.told_apart(form)[0] if row.text(column))
                place = f"{version.cover.organisation}, version {version.number}, {theirs.sheet}!{theirs.ref(at)}"
                holds = f"{row.name}: {at} must not be that of a row which another organisation returned ({place})"
                yield fault(row, at, said(f"{holds}, because this one would take its place", row.text(at)))


def _newest(case: Case, form: FormSheet, quarters: set) -> dict[Hashable, tuple[Row, Version]]:
    """What counts of one sheet before this return, by what it is about, with the version that brought it."""
    return {
        _about(row, form): (row, standing.version)
        for standing in case.known.words.get(form.name, ())
        for row in standing.rows
        if (row.quarter in quarters or not form.quarterly) and _counts(row, form, standing.streams)
    }


def _counts(row: Row, form: FormSheet, streams: Iterable[int]) -> bool:
    """Whether a row is followed and is about one of these workstreams, or about none."""
    return row.has_needed(form) and stream_of(row, form.name) in (None, *streams)


def _about(row: Row, form: FormSheet) -> Hashable:
    return row.quarter if form.quarterly else None, row.told_apart(form)
