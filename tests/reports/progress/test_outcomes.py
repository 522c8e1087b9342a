"""Delivery beside outcomes: two answers that stay two."""

from dataclasses import replace

from kpis.position import Agreement, EvidencePosition
from programme.access import Role
from programme.areas import DISTRICTS
from programme.quarter import Quarter
from programme.sheets.assessments import assessments_in
from programme.workstreams import weaknesses, workstreams
from record.logs import Logs
from reports.progress.delivery import delivery
from reports.progress.outcomes import agrees, beside, beside_all, lead_assessment
from reports.progress.readings import Progress
from tests.programme.rows import rows
from tests.reports.acting import DONE, log
from tests.reports.build import records_of
from tests.reports.lines import NOW, count, plans

REVISIT = Quarter.parse("2022/23 Q2")


def test_in_the_quarter_of_the_revisit_much_was_delivered_and_little_had_improved(demonstration):
    found = [each for each in beside_all(demonstration, REVISIT) if each.about in weaknesses().values()]
    much = [each for each in found if len(each.delivered.done) >= 0.75 * len(each.delivered.actions)]
    little = [each for each in found if each.outcome.evidence is not EvidencePosition.IMPROVING]
    assert len(much) == 9
    assert len([each for each in little if each in much]) >= 7


def test_the_numbers_of_the_ehc_process_at_the_revisit(demonstration):
    found = beside(demonstration, weaknesses()[6], REVISIT)
    assert found.kpi_counts() == (20, 2, 10, 0, 8)


def test_the_leads_had_claimed_what_the_evidence_did_not_show(demonstration):
    lead = lead_assessment(demonstration, 6, REVISIT)
    outcome = beside(demonstration, weaknesses()[6], REVISIT).outcome
    assert (lead.sufficient, outcome.evidence, agrees(outcome, lead)) == (
        True, EvidencePosition.WORSENING, Agreement.DISAGREE,
    )  # fmt: skip


def test_the_actions_on_time_kpi_is_worked_out_from_the_log(demonstration):
    facts = demonstration.records.evidence.facts
    due, on_time = (
        facts[name, "E10000016", Quarter.parse("2024/25 Q3")] for name in ("actions_due", "actions_completed_on_time")
    )
    log_of = delivery(demonstration, Quarter.parse("2024/25 Q3")).actions
    expected = [each for each in log_of if each.baseline and Quarter.containing(each.baseline) == due.quarter]
    assert due.value == len(expected)
    assert on_time.value == sum(each.now.done and each.slip <= 0 for each in expected)
    assert due.source.sheet == "worked out from the action log"


def test_everything_done_moves_no_outcome_and_nothing_done_hides_none():
    improved = count("annual_reviews_overdue", [500] + [None] * 19 + [200]) + count(
        "plans_in_place", [1000] + [None] * 19 + [1000]
    )
    for logs, done in ((log(Q3=[DONE]), 1), (log(Q3=[{}]), 0)):
        progress = Progress(replace(records_of(*improved), logs=logs), Role.READER)
        found = beside(progress, weaknesses()[6], NOW)
        assert (len(found.delivered.done), found.kpi_counts()[1]) == (done, 1)


def test_a_workstream_has_its_own_actions_and_kpis():
    progress = Progress(replace(records_of(*plans([50])), logs=log(Q3=[{}])), Role.READER)
    assert len(beside(progress, workstreams()[3], NOW).delivered.actions) == 1
    assert beside(progress, workstreams()[1], NOW).delivered.actions == ()


def test_an_assessment_of_another_quarter_is_not_carried_forward():
    typed = rows("Assessment", {"Weakness": "6", "Assessment": "sufficient progress", "Reason": "Why"}, quarter=NOW - 1)
    progress = Progress(replace(records_of(*plans([50])), logs=Logs(assessments=tuple(assessments_in(typed)))), Role.READER)
    assert lead_assessment(progress, 6, NOW) is None
    assert lead_assessment(progress, 6, NOW - 1).sufficient
    assert agrees(beside(progress, weaknesses()[6], NOW).outcome, None) is Agreement.NO_ASSESSMENT


def test_which_figures_a_reader_may_not_see_is_known_of_a_side(demonstration_records):
    ashford, hidden = DISTRICTS[0], frozenset({"permanent_exclusions_send"})
    for role, expected in ((Role.READER, hidden), (Role.ANALYST, frozenset())):
        assert beside(Progress(demonstration_records, role), weaknesses()[2], NOW, ashford).hidden == expected
    before = {
        role: beside(Progress(demonstration_records, role), weaknesses()[2], NOW, ashford).hidden_before for role in Role
    }
    assert "permanent_exclusions_send" in before[Role.READER] and before[Role.ANALYST] == frozenset()
