from datetime import UTC, datetime

from programme.access import Role
from programme.areas import KENT
from programme.quarter import Quarter
from programme.submission import Restatement
from reports.tables.versions import restatements_table, versions_table
from tests.reports.build import a_figure, a_version

WHEN = datetime(2025, 1, 20, 9, tzinfo=UTC)


def test_the_newest_version_stands_first_and_a_withdrawn_one_says_so():
    table = versions_table([a_version(1), a_version(2), a_version(3, withdraws=1)])
    assert table["Version"].tolist() == ["3", "2", "1"]
    assert table["Status"].tolist() == ["final", "final", "withdrawn by version 3"]
    assert table["Accepted"][0] == "20 January 2025 at 09:00"


def test_a_restatement_shows_old_new_when_why_and_by_whom():
    old, new = a_figure("plans_issued", 400, version=1), a_figure("plans_issued", 380, version=2, ref="D9")
    change = Restatement(a_version(2), "plans_issued", KENT, Quarter.parse("2024/25 Q3"), old, new)
    gone = Restatement(a_version(3), "plans_issued", KENT, Quarter.parse("2024/25 Q3"), new, None)
    table = restatements_table([change, gone])
    assert table.iloc[1].to_dict() == {
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
    assert table.iloc[0]["New"] == "no figure"


def test_a_small_count_of_children_is_restated_without_being_seen():
    old, new = a_figure("permanent_exclusions_send", 7, version=1), a_figure("permanent_exclusions_send", 3, version=2)
    change = Restatement(a_version(2), "permanent_exclusions_send", KENT, Quarter.parse("2024/25 Q3"), old, new)
    assert restatements_table([change]).iloc[0][["Old", "New"]].tolist() == ["c (hidden)", "c (hidden)"]
    assert restatements_table([change], Role.ANALYST).iloc[0][["Old", "New"]].tolist() == ["7", "3"]
