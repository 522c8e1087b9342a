from loaders.published.dfe_mapping import COMMON, kind_of, mapping, needed
from programme.published import published_figures
from programme.symbols import Symbol


def test_every_mapped_figure_is_one_of_the_published_figures():
    titles = {(each.series, each.title, each.unit) for each in published_figures().values()}
    mapped = {(each.series, each.title, each.unit) for figures in mapping().values() for each in figures}
    assert mapped <= titles
    assert len(mapped) == 9


def test_each_file_says_what_its_symbols_mean():
    assert all(
        each.symbols == {"x": Symbol.NOT_AVAILABLE, "z": Symbol.NOT_APPLICABLE}
        for figures in mapping().values()
        for each in figures
    )


def test_columns_are_compared_in_small_letters_and_each_is_needed_once():
    columns = needed("timeliness_20_week")
    assert columns[: len(COMMON)] == list(COMMON)
    assert "pc_plans_issued_20_weeks_ex" in columns
    assert len(columns) == len(set(columns))


def test_a_sum_of_columns_is_a_denominator():
    decided = next(each for each in mapping()["requests"] if each.series == "requests_decided_within_6_weeks")
    assert decided.denominator == ("request_outcome_six_weeks", "request_outcome_over_6_weeks")
    assert decided.columns == (
        "request_outcome_six_weeks",
        "request_outcome_six_weeks",
        "request_outcome_over_6_weeks",
        "request_outcome_six_weeks_pc",
    )


def test_a_kind_of_file_is_known_by_most_of_its_columns():
    assert kind_of(needed("requests")[:-1]) == "requests"
    assert kind_of(list(COMMON)) is None
    assert kind_of([]) is None
