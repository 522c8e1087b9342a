from types import SimpleNamespace

from programme.finding import Finding, Severity
from reports.tables.findings import findings_table, unread_table
from tests.reports.cells import texts, values


def test_what_was_found_says_where_how_grave_and_what_must_hold():
    found = [
        Finding("a_number", Severity.ERROR, "Figures", "D5", "must be a number; got: ten"),
        Finding("a_jump", Severity.QUERY, "Figures", "", "ten times as many"),
    ]
    table = findings_table(found)
    assert table.caption == "What was found, by place"
    assert texts(table) == [
        {"Where": "Figures!D5", "What": "error: must be put right", "Finding": "must be a number; got: ten"},
        {"Where": "Figures", "What": "query: needs a reason", "Finding": "ten times as many"},
    ]
    assert [row["What"] for row in values(table)] == ["error", "query"]


class Kept(SimpleNamespace):
    def __str__(self):
        return self.what


def test_what_nobody_reads_says_where_it_stands_and_what_it_is():
    table = unread_table([Kept(place="Figures!H2:H9", what="the column Value (revised) (8 cells)")])
    assert table.caption == "What nobody reads, by place"
    assert texts(table) == [{"Where": "Figures!H2:H9", "What nobody reads": "the column Value (revised) (8 cells)"}]
