from collections import Counter

from api.change_rows import change_rows, changes_told
from programme.access import Role
from programme.areas import KENT, area_named
from programme.quarter import Quarter
from reports.exports.changes import changes_object
from reports.progress.changes import changes
from tests.api.test_action_rows import objects

COLUMNS = [
    *("kind", "about", "title", "kpi", "area_code", "area", "quarter", "before", "now", "value_before", "value_now", "unit"),
    *("turn", "because", "missing"),
]


def test_the_columns_are_a_contract():
    """New ones come last; none is renamed, moved or taken away."""
    assert [column.name for column in changes_told(()).columns] == COLUMNS


def test_every_change_that_the_command_tells_is_a_row(reader):
    quarter = reader.records.newest
    told = changes_object(changes(reader, quarter), Role.READER)
    found = objects(change_rows(reader, quarter, None, None))
    counted = Counter(row["kind"] for row in found)
    kinds = {
        "ratings": "rating",
        "red_and_worsening": "became red and worsening",
        "completed": "action completed",
        "slipped": "action slipped further",
        "newly_overdue": "action passed the day agreed first",
        "vanished": "action vanished",
        "risks": "risk",
        "restatements": "restatement",
        "returns_missing": "return missing",
        "returns_late": "return late",
        "reds_without_action": "red without a whole management action",
    }
    assert counted == Counter({kind: len(told[name]) for name, kind in kinds.items()})
    ratings = [
        (row["about"], row["before"], row["now"], row["turn"], row["because"]) for row in found if row["kind"] == "rating"
    ]
    assert ratings == [(each["kpi"], each["before"], each["now"], each["turn"], each["cause"]) for each in told["ratings"]]
    restated = [(row["about"], row["before"], row["now"]) for row in found if row["kind"] == "restatement"]
    assert restated == [(each["measure"], each["old"], each["new"]) for each in told["restatements"]]


def test_a_value_that_is_not_there_says_why(reader):
    for row in objects(change_rows(reader, reader.records.newest, None, None)):
        if row["kind"] in ("rating", "risk", "restatement", "became red and worsening"):
            said = {each.split(":")[0] for each in row["missing"].split("; ") if each}
            assert said == {name for name in ("before", "now") if row[f"value_{name}"] is None}, row


def test_reasons_that_quote_figures_are_the_analysts(reader, analyst):
    def said(progress) -> list[str]:
        quarters = (Quarter.parse("2024/25 Q2"), progress.records.newest)
        rows = [row for each in quarters for row in objects(change_rows(progress, each, None, None))]
        return [row["because"] for row in rows if row["kind"] == "restatement"]

    assert any(": " in each for each in said(analyst)) and said(reader)
    assert not any(": " in each for each in said(reader))


def test_those_of_one_area_and_one_measure(reader):
    quarter = reader.records.newest
    rows = objects(change_rows(reader, quarter, None, None))
    kpi = next(row["about"] for row in rows if row["kind"] == "rating")
    assert objects(change_rows(reader, quarter, None, kpi)) == [row for row in rows if row["kpi"] == kpi]
    of_swale = objects(change_rows(reader, quarter, area_named("Swale"), None))
    assert of_swale == [row for row in rows if row["area"] == "Swale"]
    assert objects(change_rows(reader, quarter, KENT, None)) == [row for row in rows if row["area"] == "Kent"]


def test_what_is_not_known_to_have_changed_is_a_row_that_says_so(reader):
    found = objects(change_rows(reader, Quarter(2019, 2), None, None))
    unknown = {row["about"]: row["missing"] for row in found if row["kind"] == "not known"}
    assert unknown == {
        "actions": "no action log came in for the quarter, so what was completed or slipped is not known",
        "risks": "risks were not returned for both quarters, so which moved is not known",
    }
