from api.dictionary_rows import column_rows, dictionary_rows, entries_told
from programme.quarter import Quarter
from reports.sentences.entries import dictionary_entries
from tests.api.test_action_rows import objects

COLUMNS = [
    *("kpi", "title", "short", "question", "why", "numerator", "denominator", "formula", "unit", "decimals", "basis"),
    *("better", "targets", "areas", "workstream", "weaknesses", "measures", "source", "caution", "least_change"),
    *("next_review", "missing"),
]


def test_the_columns_are_a_contract():
    """New ones come last; none is renamed, moved or taken away."""
    assert [column.name for column in entries_told(()).columns] == COLUMNS


def test_every_measure_is_there_or_one_or_those_in_force():
    every = [each.kpi.id for each in dictionary_entries()]
    assert [row["kpi"] for row in objects(dictionary_rows(None, None))] == every
    assert [row["kpi"] for row in objects(dictionary_rows(None, every[3]))] == [every[3]]
    in_force = [row["kpi"] for row in objects(dictionary_rows(Quarter.parse("2024/25 Q3"), None))]
    assert set(in_force) < set(every)


def test_what_is_not_there_says_why():
    for row in objects(dictionary_rows(None, None)):
        said = {each.split(":")[0] for each in row["missing"].split("; ") if each}
        assert said == {name for name in ("denominator", "targets", "least_change") if row[name] in ("", None)}


def test_every_column_of_a_set_is_said():
    found = objects(column_rows([entries_told(())]))
    assert [(row["set"], row["column"]) for row in found] == [("dictionary", name) for name in COLUMNS]
    assert found[8]["meaning"] == "What its values are in; empty for counts and scores."
