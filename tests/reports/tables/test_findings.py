from programme.finding import Finding, Severity
from reports.tables.findings import findings_table
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
