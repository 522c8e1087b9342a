from dataclasses import replace

import pytest

from disclosure.seen import unsaid
from kpis.registry import registry
from programme.access import NotAllowed, Role, person_here
from programme.areas import KENT
from programme.finding import Finding, Severity
from programme.published import published_figures
from programme.submission import Answered
from programme.symbols import Status, Symbol
from record.lineage import former_values, lineage, originals
from record.records import read
from reports.progress.readings import Progress
from store.returns.versions import accept, withdraw
from tests.accepting import by, person
from tests.reports.build import records_of
from tests.reports.lines import NOW, PLANS
from tests.store.submissions import IN_TIME, ISSUED, standard

JUMP = Answered(Finding("jump", Severity.QUERY, "Figures", "D5", "Must be near the series, got: 550"), "backlog cleared")
OTHER = Answered(Finding("jump", Severity.QUERY, "Figures", "D99", "Another cell"), "another reason")


def reading(database, kpi=PLANS, role=Role.READER):
    return Progress(read(database), role).reading(registry()[kpi], KENT, NOW)


def origins(database, kpi=PLANS, role=Role.READER):
    found = reading(database, kpi, role)
    return lineage(found.result, read(database), database, person())


def formers(database, found):
    return [(each.number, each.hidden) for each in former_values(found.result, found.hidden, database, person())]


def test_every_input_leads_to_its_cell_version_and_uploader(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}, answered=(JUMP, OTHER)), by("analyst"))
    first, second = origins(database)
    assert (first.used.measure, first.number, first.hidden, first.status) == (IN_TIME, 322, False, Status.FINAL)
    assert (first.source.file, first.source.sheet, first.source.ref) == ("return.xlsx", "Figures", "D4")
    assert (first.version.number, first.version.accepted_by) == (1, "analyst")
    assert (first.answered, second.answered) == ((), (JUMP,))


def test_values_are_hidden_where_the_figure_is(database):
    accept(database, standard({"permanent_exclusions_send": 3}, workstreams=(2,)), by("analyst"))
    (hidden,) = origins(database, "permanent_exclusions_send")
    assert (hidden.number, hidden.hidden) == (None, True)
    (seen,) = origins(database, "permanent_exclusions_send", Role.ANALYST)
    assert (seen.number, seen.hidden) == (3, False)


def test_the_inputs_of_a_figure_that_cannot_be_worked_out_are_not_hidden(database):
    accept(database, standard({IN_TIME: 0, ISSUED: 0}), by("analyst"))
    assert [(each.number, each.hidden) for each in origins(database)] == [(0, False), (0, False)]


def test_a_symbol_is_no_number_and_not_hidden(database):
    accept(database, standard({IN_TIME: Symbol.NOT_AVAILABLE, ISSUED: 550}), by("analyst"))
    first, _ = origins(database)
    assert (first.number, first.used.symbol, first.hidden) == (None, Symbol.NOT_AVAILABLE, False)


def test_every_value_that_an_input_ever_had(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    accept(database, standard({IN_TIME: 330, ISSUED: 550}), by("lead", "eight plans were missed"))
    withdraw(database, 2, by("analyst", "they were not"))
    now = reading(database)
    found = [each for each in former_values(now.result, False, database, person()) if each.used.measure == IN_TIME]
    assert [(each.number, each.version.number, each.version.reason) for each in found] == [
        (322, 1, ""),
        (330, 2, "eight plans were missed"),
        (322, 3, "they were not"),
    ]


def test_a_value_that_was_taken_back_is_none(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    now = reading(database)
    withdraw(database, 1, by("analyst", "wrong quarter"))
    assert formers(database, now) == [(322, False), (None, False), (550, False), (None, False)]
    assert [each.set is None for each in former_values(now.result, False, database, person())] == [False, True, False, True]


def test_former_values_are_hidden_where_the_figure_is(database):
    accept(database, standard({"permanent_exclusions_send": 3}, workstreams=(2,)), by("analyst"))
    accept(database, standard({"permanent_exclusions_send": 2}, workstreams=(2,)), by("analyst"))
    assert formers(database, reading(database, "permanent_exclusions_send")) == [(None, True), (None, True)]


def test_one_value_is_no_history(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    assert former_values(reading(database).result, False, database, person()) == []


def test_the_original_files_by_version(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    assert originals(origins(database)) == {1: "return.xlsx"}


def test_a_published_figure_leads_to_its_row(database):
    records = records_of(published=published_figures())
    published = Progress(records, Role.READER).reading(registry()["attainment_8_ehcp"], KENT, NOW)
    (found,) = lineage(published.result, records, database, person())
    assert (found.source.file, found.version) == ("published_figures.csv", None)
    assert found.source.ref == f"row {found.used.row}"
    assert originals([found]) == {}


def test_a_figure_that_the_system_works_out_says_from_what(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    assert {each.source.sheet for each in origins(database, "returns_on_time")} == {"worked out from the returns"}
    assert former_values(reading(database, "returns_on_time").result, False, database, person()) == []


def test_a_reader_gets_neither_the_queries_nor_the_values_before(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}, answered=(JUMP,)), by("analyst"))
    now, reader = reading(database), person_here("board").looking_as(Role.READER)
    told = lineage(now.result, read(database), database, reader)
    assert [(each.number, each.source.ref, each.answered) for each in told] == [(322, "D4", None), (550, "D5", None)]
    with pytest.raises(NotAllowed, match=r"^Only an analyst may do this \(see versions and queries\), got: reader\."):
        former_values(now.result, False, database, reader)


def test_only_the_inputs_that_are_hidden_go_without_their_number(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    now = reading(database).result
    inputs = tuple(unsaid(used) if used.measure == IN_TIME else used for used in now.inputs)
    told = lineage(replace(now, inputs=inputs), read(database), database, person())
    assert [(each.number, each.hidden) for each in told] == [(None, True), (550, False)]
