from dataclasses import replace

from kpis.registry import registry
from reports.language.numbers import published_text
from reports.progress.comparison import past
from reports.sentences.comparison import (
    beside_headline,
    comparison_headline,
    neighbours_alternative,
    past_alternative,
    past_headline,
    rank_sentence,
)
from tests.reports.lines import NOW
from tests.reports.progress.test_comparison import PUBLISHED, all_plans, shown


def test_the_neighbours_in_words():
    one = all_plans()
    said = neighbours_alternative(one, one.figures.sets[-1])
    assert said.startswith(
        "New EHC plans issued within 20 weeks, including exceptions, calendar year 2024, neighbours of the 2025-05 set: "
        "East Sussex 81.9%, "
    )
    assert ", Kent 32.3%, " in said


def test_the_lines_in_words():
    one = all_plans()
    found = past(one, PUBLISHED[one.own.series], NOW)
    said = past_alternative(one, found)
    assert said.startswith(f"{one.own.title} over the published periods: Kent from ")
    assert "to 32.3% in 2024; England from " in said


def test_the_headline_says_above_whom_and_below_whom():
    assert comparison_headline(all_plans()) == (
        "Kent's 32.3% (calendar year 2024) is above the median of its neighbours (2021-04 set) (30.3%), the pooled average "
        "of its neighbours (2021-04 set) (27.7%) and the pooled average of its neighbours (2025-05 set) (32.1%), and below "
        "England (45.9%), the South East (37.9%), the mean of its neighbours (2021-04 set) (33.2%), the mean of its "
        "neighbours (2025-05 set) (40.5%) and the median of its neighbours (2025-05 set) (35.5%)"
    )


def test_the_rank_comes_with_its_count():
    one = all_plans()
    assert [rank_sentence(one, each) for each in one.figures.sets] == [
        "2021-04 set: Kent is 6 of 11 (1 is best; itself and 10 neighbours).",
        "2025-05 set: Kent is 7 of 11 (1 is best; itself and 10 neighbours).",
    ]


def test_an_nhs_figure_has_no_council_neighbours():
    waiting = shown("community_paediatrics_within_18_weeks", registry()["community_paediatrics_within_18_weeks"].areas[0])[0]
    assert waiting.figures.sets == ()
    assert comparison_headline(waiting).startswith(
        "NHS Kent and Medway ICB's 60.5% (month 2023-07) is above England (51.9%)"
    )


def test_an_activity_indicator_is_said_not_to_be_ranked():
    refused = shown("requests_refused")[0]
    assert rank_sentence(refused, refused.figures.sets[0]) == (
        "2021-04 set: not ranked, because no direction is the better one."
    )


def test_the_headline_of_the_lines_is_the_areas_own_way():
    one = all_plans()
    found = past(one, PUBLISHED[one.own.series], NOW)
    first, start = found.periods[0], found.series["Kent"][0]
    assert past_headline(one, found) == f"Kent from {published_text(one.own, start)} in {first} to 32.3% in 2024"


def test_beside_the_trend_stand_england_and_the_newest_set_of_neighbours_alone():
    assert beside_headline(all_plans()) == (
        "Kent's 32.3% (calendar year 2024) is below England (45.9%) and the median of its neighbours, 2025-05 set (35.5%)"
    )


def test_a_figure_that_is_the_same_is_level():
    one = all_plans()
    same = replace(one, figures=replace(one.figures, england=one.own, sets=()))
    assert beside_headline(same) == "Kent's 32.3% (calendar year 2024) is level with England"
