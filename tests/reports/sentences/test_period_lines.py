import pytest

from programme.symbols import Symbol
from reports.language.linked import leads
from reports.sentences.period_lines import (
    amount_unit,
    by_period,
    line_subject,
    measure_headline,
    measure_link,
    period_alternative,
    period_amount,
    period_headline,
    period_notes,
    without_figure,
)
from tests.reports.periods import BAND, WAITING_MONTHS, line_of, months, reported

KEPT = "Kept as what they are, and rated by nobody: targets are of quarters."


def test_a_line_says_what_it_is_and_where_it_went():
    line = line_of(*WAITING_MONTHS)
    assert (by_period(line), without_figure(line)) == ("by month", 1)
    assert period_alternative(line) == (
        "Children waiting for community paediatrics, NHS Kent and Medway ICB, by month: "
        "From 7,000 in July 2024 to 7,020 in October 2024."
    )
    assert period_notes(line) == (
        KEPT,
        "The quarter takes the last of its months.",
        "One month between the first and the newest is not there.",
    )


def test_a_reported_value_is_marked():
    line = line_of(reported("2024-10"))
    assert by_period(line) == "by month, as reported, not worked out here"
    assert period_headline(line) == "One figure only: 41.5% in October 2024"
    assert period_notes(line) == (
        KEPT,
        "Values as reported, not worked out here: they stand in no sum and are held against nothing.",
    )


@pytest.mark.parametrize(
    ("measure", "takes"),
    [
        ("requests_received", "The quarter is the sum of its three months."),
        ("engagement_participants", "No quarter is made of them."),
    ],
)
def test_what_a_quarter_takes_is_said(measure, takes):
    assert period_notes(line_of(*months(measure, {"2024-10": 30})))[1] == takes


def test_no_quarter_is_made_of_years():
    line = line_of(*months("appeals_registered", {"2014": 325, "2016": 166}))
    assert (by_period(line), period_headline(line)) == ("by calendar year", "From 325 in 2014 to 166 in 2016")
    assert period_notes(line) == (KEPT, "No quarter is made of them.")


def test_hidden_figures_and_signs_are_no_numbers():
    hidden = line_of(*months(BAND, {"2024-10": 3}))
    assert period_amount(hidden.figures[0]) == "c"
    assert period_headline(hidden) == "c. Hidden so that no child can be recognised, directly or by subtraction"
    sign = line_of(*months(BAND, {"2024-10": Symbol.NOT_AVAILABLE}))
    assert (period_amount(sign.figures[0]), period_headline(sign)) == ("x", "There is no figure to draw")


def test_an_amount_has_the_unit_of_its_measure():
    told = (reported("2024-10"), reported("2024-10", measure="cs01"), *months("plans_issued", {"2024-10": 30}))
    assert [amount_unit(each) for each in told] == [("percent", 1), ("", 0), ("count", 0)]


def test_what_is_reported_is_the_kpi_and_what_is_counted_the_measure_of_the_same_id():
    name = "requests_decided_within_6_weeks"
    counted, told = line_of(*months(name, {"2024-10": 953})), line_of(reported("2024-10", 95.2, name))
    assert line_subject(counted).startswith("Requests on which the decision to assess or not was made within 6 weeks, ")
    assert line_subject(told) == "Requests decided within 6 weeks, Kent"
    assert [period_amount(line.figures[0]) for line in (counted, told)] == ["953", "95.2%"]


def test_a_measure_in_no_kpi_leads_to_its_page():
    called = "Children who have waited more than 52 weeks for community paediatrics"
    assert measure_link(BAND) == leads(called, "measure", measure=BAND)
    line = line_of(*months(BAND, {"2024-10": 140, "2024-11": 150}))
    assert measure_headline(BAND, [line]) == f"{called}: from 140 in October 2024 to 150 in November 2024"
