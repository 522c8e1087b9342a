"""Stage 6, two organisations: a figure that both return is that of whoever owes it, and a disagreement is asked about."""

from collections.abc import Iterator

from loaders.parsing.parsed import FigureRow
from loaders.rules.case import Case, key_of, number_in, symbol_in
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import said, written
from programme.figure import Figure
from programme.finding import Severity
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
