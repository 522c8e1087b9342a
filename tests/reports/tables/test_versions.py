from datetime import UTC, datetime

from programme.access import Role
from programme.areas import KENT
from programme.quarter import Quarter
from programme.submission import Restatement
from reports.tables.versions import restatements_table, version_changes_table, versions_table
from tests.reports.build import a_figure, a_version
from tests.reports.cells import column, missing, texts, values

WHEN = datetime(2025, 1, 20, 9, tzinfo=UTC)


def test_the_newest_version_stands_first_and_a_withdrawn_one_says_so():
    table = versions_table([a_version(1), a_version(2), a_version(3, withdraws=1)], Role.ANALYST)
    assert column(table, "Version") == ["3", "2", "1"]
    assert column(table, "Status") == ["final", "final", "withdrawn by version 3"]
    assert column(table, "Accepted")[0] == "20 January 2025 at 09:00"
    assert table.caption == "Versions, newest first"
    assert values(table)[0] == {
        "Version": 3,
        "What": "withdrawal of version 1 (return for 2024/25 Q3), all workstreams, Kent County Council",
        "Speaks for": None,
        "Accepted": WHEN,
        "By": "analyst",
        "Why": None,
        "Status": "final",
        "File": "return.xlsx",
        "Fingerprint (sha256)": "0" * 64,
    }
    assert column(table, "Fingerprint (sha256)")[0] == "0" * 12


def test_a_restatement_shows_old_new_when_why_and_by_whom():
    old, new = a_figure("plans_issued", 400, version=1), a_figure("plans_issued", 380, version=2, ref="D9")
    change = Restatement(a_version(2), "plans_issued", KENT, Quarter.parse("2024/25 Q3"), old, new)
    gone = Restatement(a_version(3), "plans_issued", KENT, Quarter.parse("2024/25 Q3"), new, None)
    table = restatements_table([change, gone], Role.ANALYST)
    assert texts(table)[1] == {
        "Figure": "Plans issued, excluding exceptions",
        "Area": "Kent",
        "Quarter": "2024/25 Q3",
        "Old": "400",
        "New": "380",
        "When": "20 January 2025 at 09:00",
        "Why": "no reason was given",
        "By": "analyst",
        "Version": "2",
        "Cell": "Figures!D9",
    }
    assert texts(table)[0]["New"] == "no figure"
    assert table.caption == "Figures that have changed"
    assert [(row["Old"], row["New"]) for row in values(table)] == [(380, None), (400, 380)]
    assert missing(table) == [{"New": "no figure", "Why": "no reason was given"}, {"Why": "no reason was given"}]


def test_what_one_version_changed_says_nothing_of_who_and_when():
    old, new = a_figure("plans_issued", 400, version=1), a_figure("plans_issued", "x", version=2, ref="D9")
    change = Restatement(a_version(2), "plans_issued", KENT, Quarter.parse("2024/25 Q3"), old, new)
    table = version_changes_table(a_version(2), [change], Role.ANALYST)
    assert table.caption == "What version 2 changed"
    assert texts(table) == [
        {
            "Figure": "Plans issued, excluding exceptions",
            "Area": "Kent",
            "Quarter": "2024/25 Q3",
            "Old": "400",
            "New": "x",
            "Why": "no reason was given",
            "Cell": "Figures!D9",
        }
    ]
    assert missing(table) == [{"New": "not available", "Why": "no reason was given"}]


def test_reasons_quote_figures_and_are_not_for_readers():
    old, new = a_figure("plans_issued", 400, version=1), a_figure("plans_issued", 380, version=2)
    change = Restatement(a_version(2), "plans_issued", KENT, Quarter.parse("2024/25 Q3"), old, new)
    for table in (restatements_table([change], Role.READER), versions_table([a_version(2)], Role.READER)):
        assert "Why" not in table.headings
    for table in (restatements_table([change], Role.ANALYST), versions_table([a_version(2)], Role.ANALYST)):
        assert "Why" in table.headings
