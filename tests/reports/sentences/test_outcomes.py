from dataclasses import replace

from kpis.movement import Reference
from programme.areas import area_named
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from record.logs import Logs
from reports.language.linked import leads
from reports.progress.delivery import delivery
from reports.progress.outcomes import beside, beside_all
from reports.sentences.outcomes import (
    changed_headline,
    delivery_headline,
    delivery_linked,
    delivery_sentence,
    evidence_gaps,
    outcome_sentence,
    outcomes_headline,
    vanished_sentence,
)
from tests.reports.acting import DONE, delivered, log
from tests.reports.lines import NOW
from tests.reports.progress.test_delivery import LATE, PLAN
from tests.reports.progress.test_outcomes import REVISIT


def test_both_sides_in_one_line(demonstration):
    plan = delivery(demonstration, REVISIT)
    assert outcomes_headline(beside_all(demonstration, REVISIT), plan) == (
        "Of 60 actions, 51 are complete, 45 of them with evidence; 0 of 9 weaknesses are improving since 2019/20"
    )


def test_a_district_has_no_plan_of_its_own_and_says_where_evidence_is_too_little(demonstration):
    ashford = area_named("Ashford")
    assert changed_headline(beside_all(demonstration, REVISIT, ashford), ashford) == (
        "Ashford: 0 of 9 weaknesses are improving since 2019/20, 6 have too little evidence"
    )


def test_unfinished_actions_that_a_return_leaves_out_are_counted():
    gone = delivered(log(Q2=[{}, {"Ref": "APP-6.02"}], Q3=[DONE | {"Ref": "APP-6.03"}]), NOW)
    assert vanished_sentence(gone) == "2 unfinished actions are missing from the newest return."
    assert vanished_sentence(delivered(log(Q3=[DONE]), NOW)) == ""


def test_the_numbers_of_the_ehc_process_at_the_revisit(demonstration):
    both = beside(demonstration, weaknesses()[6], REVISIT)
    assert delivery_headline(both.delivered) == "of 13 actions, 10 are complete, 9 of them with evidence"
    assert outcome_sentence(both) == (
        "Of 20 KPIs (1 borrowed: SEND tribunal appeal rate), 2 really better since 2019/20, 10 really worse, 0 "
        "without real change; 8 cannot be compared."
    )


def test_too_little_evidence_says_what_is_needed_and_why_each_cannot_be_compared(demonstration):
    designing = beside(demonstration, weaknesses()[3], Quarter.parse("2019/20 Q4"))
    needed, *each = evidence_gaps(designing, Reference.BASELINE)
    assert needed == (
        "Needed since 2019/20: 3 comparable KPIs, at least one of its own; there are none, none of them its own."
    )
    assert each == [
        "People taking part in co-production activities: nothing comparable before.",
        "Service reviews and changes designed with parents: nothing comparable before.",
        "SEND staff trained in the co-production charter: no figure.",
        "Parents who say they were involved in decisions about their child: nothing comparable before.",
    ]
    assert evidence_gaps(beside(demonstration, weaknesses()[6], NOW), Reference.REVISIT) == []


def test_the_plan_is_counted_in_words():
    assert delivery_sentence(delivered(PLAN, NOW)) == (
        "Of 4 actions, 2 are complete, 1 of them with evidence; 1 not started, 1 past the date agreed first."
    )


def test_an_action_that_vanished_is_said():
    assert delivery_sentence(delivered(log(Q2=[{}, LATE], Q3=[{}]), NOW)).endswith(
        "2 past the date agreed first, 1 missing from the newest return."
    )


def test_one_action_takes_the_verb_of_one():
    assert delivery_headline(delivered(log(Q3=[DONE]), NOW)) == "of 1 action, 1 is complete, 1 of them with evidence"


def test_where_there_is_nothing_it_says_so():
    nothing = delivered(Logs(), NOW)
    assert (delivery_headline(nothing), delivery_sentence(nothing)) == (
        "no action is on record",
        "No action is on record.",
    )


def test_a_hidden_figure_is_not_one_that_is_missing(demonstration):
    designing = beside(demonstration, weaknesses()[3], Quarter.parse("2019/20 Q4"))
    hidden = replace(designing, hidden=frozenset({"staff_trained_in_co_production"}))
    assert evidence_gaps(hidden, Reference.BASELINE)[3] == (
        "SEND staff trained in the co-production charter: c. Hidden so that no child can be recognised, directly or by "
        "subtraction."
    )


def test_what_is_hidden_before_is_not_said_to_be_missing(demonstration):
    confidence = beside(demonstration, weaknesses()[1], Quarter.parse("2019/20 Q4"))
    assert "Complaints overdue, of those still open: nothing comparable before." in evidence_gaps(
        confidence, Reference.BASELINE
    )
    hidden = replace(confidence, hidden_before=frozenset({"complaints_overdue"}))
    assert "Complaints overdue, of those still open: nothing comparable before that is not hidden (c)." in evidence_gaps(
        hidden, Reference.BASELINE
    )


def test_the_actions_of_a_delivery_lead_to_their_list():
    assert delivery_linked(delivered(PLAN, NOW), for_weakness="6")[1] == leads("4 actions", "actions", for_weakness="6")
    assert "".join(map(str, delivery_linked(delivered(Logs(), NOW)))) == "No action is on record."
