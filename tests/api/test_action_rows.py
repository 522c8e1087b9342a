from datetime import date

from api.action_rows import action_rows, actions_told
from reports.exports.plan import action_object
from reports.progress.delivery import delivery

COLUMNS = [
    *("ref", "plan", "action", "workstream", "weaknesses", "kpi", "success_criterion", "lead_role", "accountable_role"),
    *("partner", "quarter", "returned_for", "status", "status_returned", "status_reason", "start", "baseline", "forecast"),
    *("actual", "slip_days", "forecast_passed", "forecast_moved", "overdue", "vanished", "complete", "evidence", "progress"),
    *("updated", "former_ref", "missing", "read_from"),
]


def objects(data) -> list[dict]:
    names = [column.name for column in data.columns]
    return [dict(zip(names, row, strict=True)) for row in data.rows]


def test_the_columns_are_a_contract():
    """New ones come last; none is renamed, moved or taken away."""
    assert [column.name for column in actions_told(()).columns] == COLUMNS


def test_every_action_says_what_the_command_says(reader):
    quarter = reader.records.newest
    told = [action_object(each) for each in delivery(reader, quarter).actions]
    found = objects(action_rows(reader, quarter, None))
    same = set(COLUMNS) - {"weaknesses", "missing", "read_from"}
    assert [{key: row[key] or None for key in same} for row in found] == [
        {key: each[key] or None for key in same} for each in told
    ]
    assert len(found) > 50


def test_a_day_or_number_that_is_not_there_says_why(reader):
    for row in objects(action_rows(reader, reader.records.newest, None)):
        said = {each.split(":")[0] for each in row["missing"].split("; ") if each}
        days = {"start", "baseline", "forecast", "actual", "slip_days", "complete", "updated"}
        assert said == {name for name in days if row[name] is None}
        assert all(
            row[name] is None or date.fromisoformat(row[name]) for name in ("start", "baseline", "forecast", "actual")
        )


def test_those_of_one_measure(reader):
    rows = objects(action_rows(reader, reader.records.newest, None))
    kpi = next(row["kpi"] for row in rows if row["kpi"])
    assert objects(action_rows(reader, reader.records.newest, kpi)) == [row for row in rows if row["kpi"] == kpi]
