"""What pages, exports and documents can hold has no hidden number in it: everything that hangs from a reader's progress is
looked at, in memory, down to the one class that may hold raw facts."""

import dataclasses
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from types import FunctionType, ModuleType, NoneType

import pytest

from disclosure.decide import decide
from disclosure.rule import Hidden, Number
from disclosure.seen import HiddenFigure, SeenFacts, SeenResult, Undisclosed, unsaid
from kpis.evaluate import KpiResult
from kpis.evidence import Evidence, facts_of
from kpis.outcome import Known, Reason, Unknown
from kpis.rating import rate_by
from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.columns import FactColumns
from programme.figure import Figure
from programme.hidden import HiddenThen, Item, MomentCells
from programme.submission import Restatement
from programme.symbols import Symbol
from record.records import Records, read
from reports.progress.judgement import judgement_of
from reports.progress.readings import Progress
from store.database import Database
from tests.disclosure.hard import KINDS, history, printed_facts
from tests.reports.build import a_figure, a_version

EXCLUSIONS = registry()["permanent_exclusions_send"]
SHARE = registry()["plans_within_20_weeks"]


NOTHING_HANGS = frozenset({str, int, float, bool, NoneType})
"""Nearly all that is come across; it is neither kept nor looked into."""

LEFT_ALONE = type | ModuleType | Undisclosed | str | bytes


@cache
def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none of anything else."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def reached(thing: object) -> Iterator[object]:
    """Everything that hangs from a thing, but for what `Undisclosed` holds."""
    seen, left = set(), [thing]
    while left:
        each = left.pop()
        if type(each) in NOTHING_HANGS or id(each) in seen or isinstance(each, LEFT_ALONE):
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, SeenFacts):
            left += [each[key] for key in each]
        elif isinstance(each, Mapping):
            left += [*each, *each.values()]
        elif isinstance(each, list | tuple | set | frozenset):
            left += each
        elif isinstance(each, FunctionType):
            left += [cell.cell_contents for cell in each.__closure__ or ()]
        else:
            left += [getattr(each, name) for name in field_names(type(each))]
        left += getattr(each, "__dict__", {}).values() if not isinstance(each, FunctionType) else []


def worked(progress: Progress, measures: set[str]) -> Progress:
    """A progress of which the readings of some measures were worked out and judged: what it keeps hangs from it."""
    quarter = progress.records.newest
    for kpi in registry().values():
        if measures & set(kpi.formula.measures):
            for area in kpi.areas[-2:]:
                judgement_of(progress, kpi, area, quarter)
    return progress


def numbers_told(progress: Progress, hidden: frozenset) -> Iterator[object]:
    """What hangs from a progress and could tell a hidden number: figures of hidden cells, raw results, raw columns."""
    cells = {item.cells[0] for item in hidden if item.span == 1}
    undisclosed = Undisclosed(Evidence({}), hidden)
    return (
        each
        for each in reached(progress)
        if isinstance(each, KpiResult | FactColumns)
        or (isinstance(each, Figure) and each.value is not None and each.key in cells and not undisclosed.sees(each.key))
        or (isinstance(each, SeenResult) and isinstance(each.shown, Hidden) and each.value is not None)
        or (isinstance(each, Restatement) and not undisclosed.sees((each.measure, each.area.code, each.quarter)))
    )


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_hangs_from_a_readers_progress_that_could_tell_a_hidden_number(kind):
    changes, named = history(Random(3), kind), {name for name, _ in KINDS[kind]}
    facts = printed_facts({key: said for change in changes for key, said in change.items()})
    said = {key: figure.symbol or figure.value for key, figure in facts.items()}
    (decided,) = decide([MomentCells(1, said)], (), (), b"secret")
    hidden = frozenset(decided.hidden)
    records = Records(Evidence(facts), (), concealed=HiddenThen(hidden, hidden))
    assert hidden
    assert list(numbers_told(worked(Progress(records, Role.READER), named), hidden)) == []
    assert next(numbers_told(worked(Progress(records, Role.ANALYST), named), hidden), None), "the walk finds what is there"


def test_nothing_hangs_from_what_a_reader_of_the_demonstration_is_given(demonstration_file, tmp_path):
    with Database.open(shutil.copy(demonstration_file, tmp_path / "wsoa.duckdb")) as database:
        records = read(database)
        hidden, named = records.hidden.items, {EXCLUSIONS.id, *SHARE.formula.measures}
        assert list(numbers_told(worked(Progress(records, Role.READER), named), hidden)) == []
        assert next(numbers_told(Progress(records, Role.ANALYST), hidden), None), "the walk finds what is there"


def test_a_hidden_result_says_nothing_but_that_it_is_hidden_and_is_not_rated():
    cells = facts_of([a_figure(name, value) for name, value in zip(SHARE.formula.measures, (3, 40), strict=True)])
    hidden = frozenset({*_items(cells)})
    result = Undisclosed(Evidence(cells), hidden).result(SHARE, KENT, a_figure("schools", 1).quarter)
    assert (result.shown, result.value, result.outcome) == (Hidden(), None, Unknown(Reason.SUPPRESSED))
    assert [(used.measure, used.value, used.symbol) for used in result.inputs] == [
        (name, None, None) for name in SHARE.formula.measures
    ]
    assert rate_by(result, None).rating == "not rated"


def _items(cells):
    return {Item(*key, 1) for key in cells}


def test_what_is_seen_is_as_it_was_worked_out():
    cells = facts_of([a_figure(name, value) for name, value in zip(SHARE.formula.measures, (30, 40), strict=True)])
    result = Undisclosed(Evidence(cells), frozenset()).result(SHARE, KENT, a_figure("schools", 1).quarter)
    assert (result.shown, result.outcome) == (Number(75, 30, 40), Known(75, 30, 40))
    assert [used.value for used in result.inputs] == [30, 40]
    assert result.reported == result.quarter


def test_hidden_facts_are_there_and_say_nothing():
    cells = facts_of([a_figure(EXCLUSIONS.id, 3, area=DISTRICTS[0]), a_figure(EXCLUSIONS.id, 9, area=DISTRICTS[1])])
    small, other = cells
    facts = SeenFacts(cells, frozenset(_items({small: 3})))
    assert (len(facts), set(facts)) == (2, {small, other})
    assert isinstance(facts[small], HiddenFigure)
    assert (facts[small].key, facts[small].value, facts[small].note) == (small, None, "")
    assert facts[small].source == cells[small].source
    assert facts[other] is cells[other]
    assert facts.get(("schools", KENT.code, small[2])) is None
    assert {(measure, quarter) for _, measure, quarter in facts.given} == {(EXCLUSIONS.id, small[2])}


def test_a_symbol_says_no_number_and_stays():
    withheld = a_figure(EXCLUSIONS.id, Symbol.SUPPRESSED)
    assert unsaid(withheld) is withheld


def test_restatements_of_hidden_figures_are_not_among_a_readers_records():
    old, new = a_figure(EXCLUSIONS.id, 3), a_figure(EXCLUSIONS.id, 2)
    changed = Restatement(a_version(), new.measure, new.area, new.quarter, old, new)
    records = Records(Evidence(facts_of([new])), (a_version(),), (changed,))
    assert Progress(records, Role.READER).records.restatements == ()
    assert len(Progress(records, Role.ANALYST).records.restatements) == 1
