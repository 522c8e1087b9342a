from reports.exports.results import results
from reports.pack.data import dictionary_set
from tests.reports.pack.conftest import QUARTER

OF_A_FIGURE = (
    *("kpi", "title", "definition", "source", "workstream", "weaknesses", "area_code", "area", "quarter", "reported"),
    *("period", "basis", "unit", "value", "numerator", "denominator", "display", "missing", "provisional", "carried"),
    *("better", "target", "floor", "rating", "rating_by_rule", "rating_reason", "read_from"),
)
"""The contract: other people's programs ask for these by name and place. A new column comes after them, none goes."""


def rows(data):
    names = [column.name for column in data.columns]
    return [dict(zip(names, row, strict=True)) for row in data.rows]


def test_the_columns_are_a_contract(pack):
    figures, series, dictionary = pack.data
    assert [each.name for each in pack.data] == ["figures", "series", "dictionary"]
    assert tuple(each.name for each in figures.columns) == (*OF_A_FIGURE, "direction", "direction_because", "sentence")
    assert tuple(each.name for each in series.columns) == OF_A_FIGURE
    assert tuple(each.name for each in dictionary.columns) == ("file", "column", "kind", "meaning")


def test_every_figure_is_what_the_page_and_the_results_say(pack, shown):
    figures = rows(pack.data[0])
    told = results(shown[0], QUARTER)
    same = ("value", "numerator", "denominator", "display", "target", "floor", "rating", "direction", "sentence")
    assert len(figures) == len(told) == 291
    for row, each in zip(figures, told, strict=True):
        assert (row["kpi"], row["area"]) == (each["kpi"], each["area"])
        assert {name: row[name] for name in same} == {name: each[name] for name in same}
        assert row["missing"] == (each["unknown"] or "")


def test_a_row_has_a_value_or_says_why_there_is_none_and_always_its_definition(pack):
    for data in pack.data[:2]:
        for row in rows(data):
            assert (row["value"] is None) == bool(row["missing"])
            assert row["definition"] and row["source"] and row["period"]


def test_the_series_go_back_to_the_baseline(pack):
    series = rows(pack.data[1])
    plans = [row for row in series if row["kpi"] == "plans_within_20_weeks"]
    assert (plans[0]["quarter"], plans[-1]["quarter"], len(plans)) == ("2019/20 Q1", "2024/25 Q3", 23)


def test_the_dictionary_has_every_column(pack):
    figures, series, dictionary = pack.data
    assert dictionary == dictionary_set((figures, series))
    assert len(dictionary.rows) == len(figures.columns) + len(series.columns)
