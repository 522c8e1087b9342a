from dataclasses import replace
from datetime import UTC, datetime

from disclosure.rule import Hidden
from kpis.registry import registry
from programme.access import Role
from programme.areas import KENT
from programme.figure import Figure, Source
from programme.finding import Finding, Severity
from programme.hidden import HIDDEN_WORDS
from programme.published import published_figures
from programme.submission import Answered
from programme.symbols import Status
from record.lineage import Former, Origin
from reports.progress.readings import Progress
from reports.tables.lineage import cells_text, covers_text, former_table, lineage_table
from tests.reports.build import a_figure, a_version, progress_of, records_of
from tests.reports.cells import column, missing, texts, values
from tests.reports.lines import NOW, PLANS

JUMP = Answered(Finding("jump", Severity.QUERY, "Figures", "D5", "Must be near the series, got: 550"), "backlog cleared")
WHEN = datetime(2025, 1, 20, 9, tzinfo=UTC)


def figures(in_time=322.0, issued=550.0):
    return (
        a_figure("plans_issued_within_20_weeks", in_time, ref="D4"),
        a_figure("plans_issued", issued, ref="D5"),
    )


def reading(*of):
    return progress_of(*(of or figures())).reading(registry()[PLANS], KENT, NOW)


def origin(used: Figure, version=None, answered=(), hidden=False) -> Origin:
    number = None if hidden else used.value
    return Origin(used, number, hidden, used.source, used.status, version or a_version(), answered)


def test_a_row_for_each_input_with_its_cell_version_and_queries():
    first, second = figures()
    table = lineage_table(reading(), [origin(first), origin(second, answered=(JUMP,))])
    assert table.caption == "The cells behind Plans issued within 20 weeks, Kent, 2024/25 Q3"
    assert texts(table)[0] == {
        "What is counted": "Plans issued within 20 weeks of the request, excluding exceptions",
        "For": "Kent, 2024/25 Q3",
        "Value": "322",
        "File": "return.xlsx",
        "Sheet": "Figures",
        "Cell": "D4",
        "Status": "final",
        "Version": "1",
        "Accepted": "20 January 2025 at 09:00 by analyst",
        "Queries answered": "none",
    }
    assert column(table, "Queries answered")[1] == "Must be near the series, got: 550 Reason: backlog cleared"
    assert (values(table)[0]["Value"], values(table)[0]["Accepted"]) == (322, WHEN)


def test_whoever_is_not_told_of_queries_is_not_told_that_there_were_none():
    table = lineage_table(reading(), [origin(each, answered=None) for each in figures()])
    assert [each.heading for each in table.columns][-1] == "Accepted"


def test_a_hidden_input_and_a_symbol_have_no_value_and_say_why():
    hidden, symbol = figures(3, "x")
    table = lineage_table(reading(), [origin(hidden, hidden=True), origin(symbol)])
    assert column(table, "Value") == ["c", "x"]
    assert [row["Value"] for row in values(table)] == [None, None]
    assert [row["Value"] for row in missing(table)] == [HIDDEN_WORDS, "not available"]


def test_what_no_return_brought_has_no_version():
    worked_out = a_figure("returns_due", 5)
    found = Origin(worked_out, 5, False, Source("", "worked out from the returns", "2024/25 Q3"), Status.FINAL, None)
    (row,) = texts(lineage_table(reading(), [found]))
    assert (row["File"], row["Version"], row["Accepted"]) == ("none", "", "")


def test_every_value_that_an_input_ever_had_with_the_version_that_set_it():
    first, _ = figures()
    again = replace(a_version(2), reason="eight plans were missed")
    found = [
        Former(first, first, 322.0, False, a_version()),
        Former(first, a_figure(first.measure, 3, version=2), None, True, again),
        Former(first, None, None, False, a_version(3)),
    ]
    table = former_table(reading(), found)
    assert table.caption == "Every value that the inputs of Plans issued within 20 weeks, Kent, 2024/25 Q3 ever had"
    assert column(table, "Value") == ["322", "c", "taken back"]
    assert column(table, "Cell") == ["return.xlsx Figures!D4", "return.xlsx Figures!D5", ""]
    assert column(table, "Version") == ["1", "2", "3"]
    assert column(table, "Why") == ["no reason was given", "eight plans were missed", "no reason was given"]
    assert texts(table)[0]["What is counted"] == (
        "Plans issued within 20 weeks of the request, excluding exceptions, Kent, 2024/25 Q3"
    )


def test_a_published_figure_covers_the_year_that_its_publisher_names():
    published = Progress(records_of(published=published_figures()), Role.READER).reading(
        registry()["attainment_8_ehcp"], KENT, NOW
    )
    (used,) = published.result.inputs
    assert covers_text(used) == "Kent, academic year 2024"
    assert cells_text(published) == f"published_figures.csv: row {used.row}"


def test_cells_in_one_line():
    assert cells_text(reading()) == "return.xlsx version 1: Figures!D4, Figures!D5"
    assert not isinstance(reading().shown, Hidden)
