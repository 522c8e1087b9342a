from reports.progress.comparison import past
from reports.sentences.comparison import neighbours_alternative, past_alternative
from tests.reports.lines import NOW
from tests.reports.progress.test_comparison import PUBLISHED, all_plans


def test_the_neighbours_in_words():
    one = all_plans()
    said = neighbours_alternative(one, one.comparison.sets[-1])
    assert said.startswith(
        "New EHC plans issued within 20 weeks, including exceptions, calendar year 2024, neighbours of the 2025-05 set: "
        "East Sussex 81.9%, "
    )
    assert ", Kent 32.3%, " in said


def test_the_lines_in_words():
    one = all_plans()
    found = past(one, PUBLISHED[one.row.figure], NOW)
    said = past_alternative(one, found)
    assert said.startswith(f"{one.title} over the published periods: Kent from ")
    assert "to 32.3% in 2024; England from " in said
