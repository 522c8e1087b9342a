from datetime import datetime

from api.asked import feed_asked
from api.sets import data_of
from programme.access import Role
from programme.quarter import Quarter
from record.records import nothing_returned
from reports.exports.results import results
from reports.progress.readings import Progress
from reports.sentences.signoff import strip_sentence
from tests.api.test_action_rows import objects

COLUMNS = [
    *(
        "kpi",
        "title",
        "definition",
        "source",
        "workstream",
        "weaknesses",
        "area_code",
        "area",
        "quarter",
        "reported",
        "period",
    ),
    *("basis", "unit", "value", "numerator", "denominator", "display", "missing", "provisional", "carried", "better"),
    *("target", "floor", "rating", "rating_by_rule", "rating_reason", "read_from", "direction", "direction_because"),
    *("sentence", "sign_off", "illustrative"),
]


def found(progress, name="results", **said):
    return data_of(progress, feed_asked(name, "csv", list(said.items())))


def test_the_columns_of_results_are_a_contract(reader):
    """New ones come last; none is renamed, moved or taken away."""
    assert [column.name for column in found(reader, kpi="plans_within_20_weeks").columns] == COLUMNS


def test_no_figure_differs_from_the_command_for_the_same_role(reader, analyst):
    for progress in (reader, analyst):
        quarter = progress.records.newest
        told, rows = results(progress, quarter), objects(found(progress))
        assert len(told) == len(rows) > 200
        same = ("kpi", "area", "quarter", "value", "numerator", "denominator", "display", "target", "floor", "rating")
        same += ("rating_by_rule", "provisional", "period", "direction", "sentence")
        for each, row in zip(told, rows, strict=True):
            assert {key: each[key] for key in same} == {key: row[key] for key in same}
            assert (each["unknown"] or "") == row["missing"]
            assert row["sign_off"] == strip_sentence(progress.records, quarter)


def test_a_figure_has_its_unit_or_the_reason_why_there_is_none(reader, analyst):
    rows = objects(found(reader))
    assert all((row["value"] is None) == bool(row["missing"]) for row in rows)
    assert {"%", "per 1,000 plans", "weeks", ""} <= {row["unit"] for row in rows}
    hidden = [row for row in rows if row["missing"].startswith("Hidden so that no child can be recognised")]
    assert hidden and all(row["numerator"] is None and row["display"] == "c" for row in hidden)
    seen = {(row["kpi"], row["area"]): row["value"] for row in objects(found(analyst))}
    assert any(seen[row["kpi"], row["area"]] is not None for row in hidden)


def test_every_quarter_of_one_measure(reader):
    rows = objects(found(reader, quarter="all", kpi="plans_within_20_weeks", area="Kent"))
    assert [row["quarter"] for row in rows] == list(map(str, reader.records.quarters))


def test_the_quarter_is_the_newest_where_none_is_named(reader):
    for name in ("results", "actions", "changes"):
        newest = found(reader, name, quarter=str(reader.records.newest), kpi="plans_within_20_weeks")
        assert found(reader, name, kpi="plans_within_20_weeks") == newest


def test_where_nothing_was_returned_there_are_no_rows_and_the_same_columns(reader):
    nothing = Progress(nothing_returned(), Role.READER, datetime(2025, 1, 1).date())
    for name in ("results", "actions", "changes"):
        empty = found(nothing, name)
        assert (empty.rows, empty.columns) == ((), found(reader, name, kpi="plans_within_20_weeks").columns)


def test_the_columns_of_every_set_are_listed(reader):
    rows = objects(found(reader, "columns"))
    listed = {
        name: [row["column"] for row in rows if row["set"] == name]
        for name in ("results", "actions", "changes", "dictionary")
    }
    told = {name: [column.name for column in found(reader, name, kpi="plans_within_20_weeks").columns] for name in listed}
    assert listed == told


def test_what_a_past_quarter_said_is_asked_by_its_name(reader):
    assert {row["quarter"] for row in objects(found(reader, quarter="2023/24 Q4", area="Kent"))} == {"2023/24 Q4"}
    assert Quarter.parse("2023/24 Q4") in reader.records.quarters
