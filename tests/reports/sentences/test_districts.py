from dataclasses import replace

import pytest

from disclosure.rule import Hidden
from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS
from programme.hidden import HIDDEN_WORDS
from reports.progress.districts import districts
from reports.progress.readings import Progress
from reports.sentences.districts import BANDS, districts_alternative, districts_headline, districts_method
from tests.reports.build import a_figure, records_of
from tests.reports.lines import NOW, PLANS
from tests.reports.progress.test_districts import CASES, share_figures


def found(figures, kpi=PLANS):
    return districts(Progress(records_of(*figures), Role.READER), registry()[kpi], NOW)


def test_the_chart_in_words_best_first():
    said = districts_alternative(found(share_figures([50] * 11 + [90])))
    assert said.startswith(
        f"Plans issued within 20 weeks, districts in 2024/25 Q3, best first: {DISTRICTS[11].name} 90.0% "
        "(by chance 44.0% to 63.0%; more than chance); "
    )


def test_without_a_base_the_districts_are_ranked_only():
    figures = [a_figure("assessments_overdue", 30 + number, area=area) for number, area in enumerate(DISTRICTS)]
    assert districts_headline(found(figures, "assessments_overdue")) == (
        "Ranked only: chance cannot be worked out for this kind of figure"
    )


def test_the_states_without_a_figure():
    assert districts_headline(found([])) == "No district's figure can be shown"


def test_even_districts_are_said_not_to_differ():
    assert districts_headline(found(share_figures([50] * 12))) == (
        "No district differs from Kent's 50.0% by more than chance would give"
    )


def test_a_district_beyond_chance_is_named_with_its_figure():
    assert districts_headline(found(share_figures([50] * 10 + [66, 90]))) == (
        f"Further from Kent's 54.7% than chance would give, 1 of 12 districts: {DISTRICTS[11].name} (90.0%)"
    )


def test_a_count_is_held_against_its_share_of_cases():
    assert districts_headline(found(CASES, "assessments_overdue")) == (
        "Further from its share of Kent's cases than chance would give, 1 of 12 districts: Ashford (30)"
    )


@pytest.mark.parametrize(
    ("kpi", "method"),
    [
        (PLANS, "Each district is expected to have Kent's percentage (exact binomial limits)."),
        ("suspensions_ehcp", "Each district is expected to have Kent's rate (exact Poisson limits)."),
        (
            "assessments_overdue",
            "Each district is expected to have its share of Kent's cases, by its number of children with a plan "
            "(exact Poisson limits).",
        ),
    ],
)
def test_the_method_says_what_is_expected_and_that_a_band_is_no_verdict(kpi, method):
    assert districts_method(found([], kpi)) == f"{method} {BANDS}"
    assert BANDS.endswith("so a figure outside its band is a question, not a verdict.")


def test_where_some_are_hidden_it_is_said_of_those_that_can_be_shown_alone():
    few = [
        a_figure(name, 2 if area == DISTRICTS[3] and name.endswith("weeks") else 50, area=area)
        for area in DISTRICTS
        for name in ("plans_issued_within_20_weeks", "plans_issued")
    ]
    few += [a_figure("plans_issued_within_20_weeks", 552), a_figure("plans_issued", 600)]
    seen = found(few)
    assert any(each.reading.hidden for each in seen.ranked)
    said = districts_headline(seen)
    assert said == "No district that can be shown differs from Kent's 92.0% by more than chance would give"


def test_where_kent_is_hidden_nothing_is_held_against_it():
    seen = found(share_figures([50] * 12))
    whole = replace(seen.whole, shown=Hidden())
    assert districts_headline(replace(seen, whole=whole)) == f"Ranked only: Kent's figure is c. {HIDDEN_WORDS}"
