import pytest

from kpis.registry import registry
from programme.access import Role
from programme.quarter import Quarter
from reports.sentences.direction import (
    RULE,
    chance_sentence,
    direction_clause,
    direction_sentence,
    direction_short,
    rule_of,
    since_last_words,
    trend_words,
)
from tests.reports.lines import STEADY, count, judged, plans

EXCLUSIONS, OVERDUE = "permanent_exclusions_send", "assessments_overdue"
SINCE = "since 2024/25 Q2"


def survey(*replies):
    """Parents confident, of those who replied, in each of the last quarters."""
    confident, responses = zip(*replies, strict=True)
    figures = [*count("survey_confident", confident), *count("survey_responses", responses)]
    return judged(figures, "parents_confident_in_local_area", quarters=len(replies))


def overdue(*values):
    return judged(count(OVERDUE, values), OVERDUE, quarters=len(values))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            judged(plans([49.1, 58.5], of=1000)),
            f"↗ Improving {SINCE} (then 49.1%): more than chance brings between such counts.",
        ),
        (
            judged(plans([58.5, 49.1], of=1000)),
            f"↘ Worsening {SINCE} (then 58.5%): more than chance brings between such counts.",
        ),
        (judged(plans([50, 55])), f"→ No real change {SINCE} (then 50.0%): no more than chance brings between such counts."),
        (judged(plans([50, 50])), f"→ No real change {SINCE} (then 50.0%): no more than chance brings between such counts."),
        (
            judged(plans([58.51, 58.49], of=10_000)),
            f"→ No real change {SINCE} (then 58.51%, now 58.49%): no more than chance brings between such counts.",
        ),
        (overdue(200, 170), f"↗ Improving {SINCE} (then 200): at least its least change of 24."),
        (overdue(200, 180), f"→ No real change {SINCE} (then 200): less than its least change of 24."),
        (overdue(*STEADY, 60), f"↘ Worsening {SINCE} (then 43): more than 3.267 times its usual step."),
        (overdue(*STEADY, 44), f"→ No real change {SINCE} (then 43): no more than 3.267 times its usual step."),
        (overdue(*range(106, 99, -1)), f"↗ Improving {SINCE} (then 101): the last of seven figures that all fell."),
        (overdue(*range(100, 107)), f"↘ Worsening {SINCE} (then 105): the last of seven figures that all rose."),
        (
            judged(count("requests_received", [700, 1, 1, 1, 900]), "requests_received"),
            "↑ Rising since 2023/24 Q3 (then 700): more than chance brings between such counts.",
        ),
        (judged([]), "Cannot be said: there is no figure."),
        (judged(plans([50])), "Cannot be said: there is no comparable figure before it."),
        (survey((10, 20), (10, 20)), "Cannot be said: fewer than 50 are counted, too few for a direction."),
        (
            survey((10, 20), (50, 100)),
            "Cannot be said: fewer than 50 were counted in 2024/25 Q2, too few to compare with.",
        ),
    ],
)
def test_the_word_with_what_decided(found, said):
    assert direction_sentence(found) == said


def test_spread_is_said_where_counts_vary_more_than_chance():
    values = [100, *[500] * 3, 160, *[500] * 3, 90, *[500] * 3, 170, *[500] * 3, 95, *[500] * 3, 165]
    found = judged(count("engagement_participants", values), "people_in_co_production", quarters=21)
    assert direction_sentence(found) == (
        "→ No real change since 2023/24 Q3 (then 95): no more than its own past differences spread."
    )


def test_the_same_inside_a_sentence_and_in_short():
    found = judged(plans([49.1, 58.5], of=1000))
    assert direction_clause(found) == f"it is improving {SINCE} (then 49.1%), more than chance brings between such counts"
    assert direction_short(found) == f"improving {SINCE}"
    still = judged(plans([50, 50]))
    assert direction_clause(still).startswith(f"there is no real change {SINCE} (then 50.0%), no more than chance")
    assert direction_short(still) == f"no real change {SINCE}"
    assert direction_clause(judged(plans([50]))) == ("its direction cannot be said: there is no comparable figure before it")


def test_a_break_is_said_where_the_figure_is_read():
    last = Quarter.parse("2022/23 Q4")
    found = judged(plans([40, 60], last=last), last=last)
    assert direction_sentence(found) == "Cannot be said: not comparable: break in 2022/23 Q4."
    assert direction_short(found) == "direction cannot be said (not comparable: break in 2022/23 Q4)"
    assert since_last_words(found) == "Cannot be said: not comparable: break in 2022/23 Q4."
    assert (
        trend_words(found)
        == "~ No clear trend since 2022/23 Q4. Figures before that are not comparable: break in 2022/23 Q4."
    )


def test_a_rolling_year_that_mixes_definitions_says_so():
    last = Quarter.parse("2022/23 Q1")
    found = judged(plans([50] * 8, last=last), "plans_within_20_weeks_rolling_year", last=last)
    assert direction_sentence(found) == "Cannot be said: not comparable: break in 2021/22 Q4."


def test_of_a_hidden_figure_nothing_is_said_but_c():
    found = judged(count(EXCLUSIONS, [9, 9, 9, 9, 3]), EXCLUSIONS)
    said = (
        direction_clause(found),
        direction_sentence(found),
        direction_short(found),
        since_last_words(found),
        trend_words(found),
    )
    assert said == ("c",) * 5
    assert direction_short(judged(count(EXCLUSIONS, [9, 9, 9, 9, 3]), EXCLUSIONS, role=Role.ANALYST)) == (
        "no real change since 2023/24 Q3"
    )


def test_kents_two_rules_keep_their_own_words():
    assert (
        since_last_words(judged(plans([58.51, 58.49], of=10_000)))
        == "↘ Worsened since 2024/25 Q2 (then 58.51%, now 58.49%)."
    )
    assert since_last_words(judged(plans([50, 50]))) == "→ Unchanged since 2024/25 Q2 (then 50.0%)."
    assert since_last_words(judged([])) == "Cannot be said: there are not two figures."
    assert trend_words(judged([])) == "Cannot be said: there is no figure."
    assert trend_words(judged(plans([20, 30, 40, 50, 60, 70]))) == "↗ Improving since 2023/24 Q2."
    hidden = judged(count(EXCLUSIONS, [9, 3, 9]), EXCLUSIONS)
    assert trend_words(hidden) == "~ No clear trend since 2024/25 Q1. Hidden figures are left out."


def test_a_list_says_what_chance_alone_would_show():
    moved, still, least = judged(plans([49.1, 58.5], of=1000)), judged(plans([50, 50])), overdue(200, 170)
    assert chance_sentence([moved, still]) == (
        "Of 2 KPIs that can be compared, 1 really moved. If nothing had changed, chance alone would show fewer than one."
    )
    assert chance_sentence([moved] * 40 + [least, judged([])]) == (
        "Of 41 KPIs that can be compared, 41 really moved. If nothing had changed, chance alone would show about 2; for the "
        "1 held against a least change chance cannot be worked out."
    )
    assert chance_sentence([judged([])]) == ""


def test_the_rule_says_its_numbers_and_how_kents_rules_differ():
    for part in (
        "seven figures in a row",
        "twelve or more",
        "3.267 times",
        "once in 20",
        "least change",
        "no real change",
        "Kent",
    ):
        assert part in RULE


@pytest.mark.parametrize(
    ("kpi", "said"),
    [
        (
            "complaints_answered_in_time",
            "For this KPI the newest figure is held against the last figure. What decides: from twelve figures on its usual "
            "steps, before that the counts on both sides, and where there are none its least change of 3 (illustrative: "
            "three percentage points). Below a denominator of 10 nothing is said.",
        ),
        (
            "plans_within_20_weeks_rolling_year",
            "For this KPI the newest figure is held against the figure of the same quarter a year before, because "
            "neighbouring figures share quarters. What decides: the counts on both sides, and where there are none its "
            "least change of 2 (illustrative: two percentage points). Below a denominator of 10 nothing is said.",
        ),
        (
            "pupils_on_part_time_timetables",
            "For this KPI the newest figure is held against the figure of the same quarter a year before, because it "
            "follows the seasons. What decides: its least change of 15 (illustrative: 15 pupils).",
        ),
        (
            "audiology_waiting_published",
            "For this KPI the newest figure is held against the last figure. What decides: from twelve figures on its usual "
            "steps, before that any difference.",
        ),
    ],
)
def test_each_kpi_says_how_its_own_direction_is_worked_out(kpi, said):
    assert rule_of(registry()[kpi]) == said
