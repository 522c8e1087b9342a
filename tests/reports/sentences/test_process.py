from kpis.spc_rules import SpecialCause
from reports.sentences.process import (
    CAUSES,
    METHOD,
    NOT_CHARTED,
    SEASONAL,
    assurance_sentence,
    limits_shown,
    no_limits_sentence,
    process_alternative,
    process_notes,
    rebase_sentences,
    trial_sentence,
    variation_sentence,
)
from tests.reports.lines import count, judged, plans

CALM = [10, 12, 11, 13, 10, 12, 11, 13]


def test_every_cause_has_its_words():
    assert set(CAUSES) == set(SpecialCause)


def test_is_it_changing():
    assert variation_sentence(judged(plans(CALM))) == "2024/25 Q3: the figure moves within its usual variation."
    assert variation_sentence(judged(plans([*CALM[:7], 90]))) == (
        "2024/25 Q3: the figure is above the upper process limit, special cause improving."
    )
    assert variation_sentence(judged(plans([*CALM[:7], None]))).startswith("2024/25 Q2: ")


def test_the_swings_of_seasons_are_not_judged():
    found = judged(count("requests_received", [700, 705, 702, 703, 701, 704, 702, 999]), "requests_received")
    assert variation_sentence(found) == SEASONAL


def test_a_change_without_a_better_direction_is_only_a_change():
    refused = [*count("requests_refused", [70, 71, 70, 72, 70, 71, 70, 150]), *count("requests_received", [700] * 8)]
    found = judged(refused, "requests_refused")
    assert variation_sentence(found).endswith("above the upper process limit, special cause, neither better nor worse.")
    assert assurance_sentence(found) == "This cannot be said: there is no target with a better direction."


def test_will_it_keep_meeting_the_target():
    assert assurance_sentence(judged(plans(CALM))) == (
        "By the limits, 6.6% and 16.4%, no: the target of at least 60.0% is missed everywhere between them. Unless "
        "something changes it will go on being missed."
    )
    assert assurance_sentence(judged(plans([80 + each for each in CALM]))) == (
        "By the limits, 86.6% and 96.4%, yes: the target of at least 60.0% is met everywhere between them. Unless something "
        "changes it will go on being met."
    )
    assert assurance_sentence(judged(plans([49 + each for each in CALM]))) == (
        "Not reliably: the target of at least 60.0% lies between the limits, 55.6% and 65.4%, so chance decides whether a "
        "quarter meets it."
    )


def test_limits_that_the_figure_has_left_promise_nothing():
    said = assurance_sentence(judged(plans([*CALM[:7], 90])))
    assert said.endswith("But the figure is changing, so the limits say more about the past than about what comes next.")


def test_too_few_figures_are_counted_from_where_the_series_began_afresh():
    assert variation_sentence(judged(plans([10, 12, 11]))) == "Limits need at least seven figures, got 3."
    many = judged(plans([10, 12, 11, 13, 10, 12, 11, 13, 12, None, None, None, None, None, None, 11, 12]), quarters=17)
    assert no_limits_sentence(many) == (
        "Limits need at least seven figures, got 2 since 2022/23 Q4, when the series began afresh."
    )
    assert assurance_sentence(judged(plans([10, 12, 11]))) == "This cannot be said without limits."


def test_rolling_figures_say_why_they_are_not_charted():
    found = judged(plans([50] * 12), "plans_within_20_weeks_rolling_year")
    assert variation_sentence(found) == NOT_CHARTED


def test_trial_limits_say_so():
    assert trial_sentence(judged(plans(CALM))) == (
        "These are trial limits, set from fewer than twelve figures: they will move as more come in."
    )
    firm = judged(count("assessments_overdue", [50, 52, 51, 53] * 3), "assessments_overdue", quarters=12)
    assert trial_sentence(firm) == ""
    assert trial_sentence(judged([])) == ""


def test_a_recalculation_gives_its_dated_reason():
    assert rebase_sentences(judged(plans([40] * 12), quarters=12)) == [
        "Limits start afresh in 2022/23 Q4: DfE's SEN2 return changes from totals to one record per person."
    ]
    assert rebase_sentences(judged(plans([40] * 4), quarters=4)) == []


def test_limits_are_told_only_where_a_figure_can_be():
    wild = judged(plans([5, 95, 5, 95, 5, 95, 5, 95]))
    point = wild.chart.latest
    assert point.lower < 0 and point.upper > 100
    assert limits_shown(wild.line.kpi, point) == (0.0, 100.0)
    few = judged(plans([5, 95]))
    assert limits_shown(few.line.kpi, few.chart.latest) == (None, None)


def test_the_chart_in_words():
    assert process_alternative(judged(plans([*CALM[:7], 90]))).endswith(
        "Points: 1 special cause improving, 7 special cause concerning."
    )
    assert process_alternative(judged(plans(CALM))) == (
        "Process control chart of Plans issued within 20 weeks, Kent, to 2024/25 Q3: average 11.5%, limits 6.6% to 16.4%. "
        "Points: 8 common cause."
    )
    assert process_alternative(judged(plans([10]))).endswith("to 2024/25 Q3: no limits. Points: 1 common cause.")
    assert process_alternative(judged([])) == "Plans issued within 20 weeks: no figure to draw."


def test_the_notes_go_wherever_the_limits_are_shown():
    trial, begun, method = process_notes(judged(plans([40] * 12), quarters=12))
    assert trial.startswith("These are trial limits, ")
    assert begun.startswith("Limits start afresh in 2022/23 Q4: ")
    assert method == METHOD
    firm = judged(count("assessments_overdue", [50, 52, 51, 53] * 3), "assessments_overdue", quarters=12)
    assert process_notes(firm) == [METHOD]
