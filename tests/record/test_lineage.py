import pytest

from kpis.registry import registry
from programme.access import Role
from programme.areas import KENT
from programme.finding import Finding, Severity
from programme.published import published_figures
from programme.submission import Answered
from record.lineage import cells_text, former_table, former_values, lineage, lineage_table, originals
from record.records import read
from reports.progress.readings import Progress
from store.database import Database
from store.versions import accept, withdraw
from tests.accepting import by
from tests.reports.build import records_of
from tests.reports.lines import NOW, PLANS
from tests.store.submissions import IN_TIME, ISSUED, standard

JUMP = Answered(Finding("jump", Severity.QUERY, "Figures", "D5", "Must be near the series, got: 550"), "backlog cleared")
OTHER = Answered(Finding("jump", Severity.QUERY, "Figures", "D99", "Another cell"), "another reason")


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "store.duckdb") as opened:
        yield opened


def reading(database, kpi=PLANS, role=Role.READER):
    records = read(database)
    return Progress(records, role).reading(registry()[kpi], KENT, NOW), records


def test_every_input_leads_to_its_cell_version_and_uploader(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}, answered=(JUMP, OTHER)), by("analyst"))
    table = lineage_table(lineage(*reading(database), database))
    first, second = table.to_dict("records")
    assert first["What is counted"] == "Plans issued within 20 weeks of the request, excluding exceptions"
    assert (first["For"], first["Value"]) == ("Kent, 2024/25 Q3", "322")
    assert (first["File"], first["Sheet"], first["Cell"], first["Version"]) == ("return.xlsx", "Figures", "D4", "1")
    assert first["Accepted"].endswith(" by analyst")
    assert first["Queries answered"] == "none"
    assert second["Queries answered"] == "Must be near the series, got: 550 Reason: backlog cleared"


def test_values_are_hidden_where_the_figure_is(database):
    accept(database, standard({"permanent_exclusions_send": 3}, workstreams=(2,)), by("analyst"))
    hidden, records = reading(database, "permanent_exclusions_send")
    assert [step.value for step in lineage(hidden, records, database)] == ["c"]
    seen, records = reading(database, "permanent_exclusions_send", Role.ANALYST)
    assert [step.value for step in lineage(seen, records, database)] == ["3"]


def test_the_inputs_of_a_figure_that_cannot_be_worked_out_are_not_hidden(database):
    accept(database, standard({IN_TIME: 0, ISSUED: 0}), by("analyst"))
    assert [step.value for step in lineage(*reading(database), database)] == ["0", "0"]


def test_every_value_that_an_input_ever_had(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    accept(database, standard({IN_TIME: 330, ISSUED: 550}), by("lead", "eight plans were missed"))
    withdraw(database, 2, by("analyst", "they were not"))
    now, _ = reading(database)
    table = former_table(former_values(now, database))
    in_time = table[table["What is counted"].str.startswith("Plans issued within")]
    assert list(in_time["Value"]) == ["322", "330", "322"]
    assert list(in_time["Version"]) == ["1", "2", "3"]
    assert list(in_time["Why"]) == ["no reason was given", "eight plans were missed", "they were not"]


def test_a_value_that_was_taken_back_says_so(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    now, _ = reading(database)
    withdraw(database, 1, by("analyst", "wrong quarter"))
    assert [each.value for each in former_values(now, database)] == ["322", "taken back", "550", "taken back"]


def test_one_value_is_no_history(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    assert former_values(reading(database)[0], database) == []


def test_the_original_files_by_version(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    assert originals(lineage(*reading(database), database)) == {1: "return.xlsx"}


def test_a_published_figure_leads_to_its_row(database):
    records = records_of(published=published_figures())
    published = Progress(records).reading(registry()["attainment_8_ehcp"], KENT, NOW)
    (step,) = lineage(published, records, database)
    assert (step.file, step.version) == ("published_figures.csv", None)
    assert step.ref == f"row {step.used.row}"
    assert step.covers == "Kent, academic year 2024"
    assert originals([step]) == {}
    assert cells_text(published) == f"published_figures.csv: {step.ref}"


def test_a_figure_that_the_system_works_out_says_from_what(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    on_time, records = reading(database, "returns_on_time")
    assert {step.sheet for step in lineage(on_time, records, database)} == {"worked out from the returns"}
    assert former_values(on_time, database) == []
    assert cells_text(on_time) == "worked out from the returns: 2024/25 Q3, 2024/25 Q3"


def test_cells_in_one_line(database):
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by("analyst"))
    assert cells_text(reading(database)[0]) == "return.xlsx version 1: Figures!D4, Figures!D5"
