"""Stage 6, reported values: what somebody else worked out and what the counts come to are the same number."""

from collections import ChainMap
from collections.abc import Iterator

from kpis.reported import Disagreement, disagreements
from loaders.rules.case import Case, accepted_at, number_in, symbol_in
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import said, written
from programme.figure import Facts, Figure, Source
from programme.finding import Severity

DECIMALS = 4  # of a number that was worked out: the rest is noise


@rule(Stage.HISTORY, Severity.QUERY, needs=())
def reported_otherwise(case: Case) -> Iterator[Fault]:
    """A board paper says 41.5% and the counts behind it come to 50%: one of the two is wrong, or of something else."""
    own = {each.key: each for each in case.parsed.kept if not each.counted}
    before = {each.key: each for each in case.known.months if not each.counted} if case.known else {}
    if not own and not before:
        return
    for found in disagreements((before | own).values(), _facts(case)):
        if found.told.key in own:
            counts = ", ".join(
                accepted_at(each.source) if each.source.version else str(each.source) for each in found.counts
            )
            holds = f"{_subject(found)} must be what its counts come to, {_number(found.worked)} ({counts})"
            yield Fault(found.told.source.sheet, found.told.source.ref, said(holds, found.told.as_printed))
        elif given := [each.source for each in found.counts if each.source.version is None]:
            told = f"{found.told.as_printed} ({accepted_at(found.told.source)})"
            holds = f"{_subject(found)} must come to what was reported, {told}"
            yield Fault(given[0].sheet, given[0].ref, said(holds, _number(found.worked)))


def _facts(case: Case) -> Facts:
    """What was accepted, and over it what this return says."""
    own = {}
    for (measure, _, quarter), row in case.understood.items():
        value, symbol = number_in(row), symbol_in(row)
        if quarter and (value is None) != (symbol is None):
            source = Source(case.parsed.workbook.file_name, row.sheet, row.value_ref)
            figure = Figure(measure, row.area, quarter, value, symbol, source)
            own[figure.key] = figure
    return ChainMap(own, case.known.facts if case.known else {})


def _subject(found: Disagreement) -> str:
    return f"{found.kpi.title}, {found.told.area.name}, {found.told.period}"


def _number(value: float) -> str:
    return written(round(value, DECIMALS))
