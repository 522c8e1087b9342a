from dataclasses import replace

from record.logs import Logs
from reports.markup.decisions import decision_records
from reports.progress.decisions import board_decisions, decisions_known
from tests.reports.acting import log, progress_on
from tests.reports.meetings import DECIDED, held
from tests.reports.progress.test_decisions import NOW, decision, known


def href(page, **choices):
    return f"{page}?{'&'.join(f'{name}={value}' for name, value in choices.items())}"


def test_every_field_of_the_record_is_named_and_a_blank_one_says_so():
    told = decision_records(
        known(
            decision(
                key="yes",
                key_reason="Expenditure or savings over £1m",
                divisions="All",
                notice="2021-02-04",
                not_before="2021-03-05",
                status="Recommendations approved",
                lead_member="Cabinet Member for Education and Skills",
                options="None: the previous strategy had expired",
            )
        ),
        href,
    )
    assert told.startswith('<details class="decision" id="ILL-1"><summary>ILL-1 Posts</summary><dl class="facts">')
    for name, text in {
        "Proposed decision": "not given",
        "Lead member": "Cabinet Member for Education and Skills",
        "Key decision": "yes",
        "Reason key": "Expenditure or savings over £1m",
        "Divisions affected": "All",
        "Notice date": "4 February 2021",
        "Not before": "5 March 2021, 29 days after the notice",
        "Decision date": "not given",
        "Options considered": "None: the previous strategy had expired",
        "Financial implications": "not given",
        "Legal implications": "not given",
        "Equality implications": "not given",
    }.items():
        assert f"<dt>{name}</dt><dd>{text}</dd>" in told
    assert "<p>Nothing is named that it touches.</p>" in told


def test_what_it_touches_is_linked_and_what_no_return_names_is_said():
    told = decision_records(
        known(decision(kpis="plans_within_20_weeks", actions="APP-6.03; APP-9.99", weaknesses="6", risks="R-03")), href
    )
    assert '<li>KPI: <a href="kpi?kpi=plans_within_20_weeks">Plans issued within 20 weeks</a></li>' in told
    assert '<li>Action: <a href="actions?action=APP-6.03&amp;at=APP-6.03">APP-6.03 Clear the backlog</a></li>' in told
    assert '<li><a href="weakness?weakness=6">Weakness 6: EHC process and plan quality</a></li>' in told
    assert '<li>Risk: <a href="risks?at=R-03">R-03 Vacancies</a></li>' in told
    assert "<li>APP-9.99: no return names it</li>" in told


def test_an_action_of_the_plan_before_is_found_among_those():
    was = log(W2=[{"Ref": "WSOA-1.06"}]).actions
    progress = progress_on(Logs(actions=was, decisions=tuple(decision(actions="WSOA-1.06"))))
    told = decision_records(decisions_known(progress, NOW), href)
    assert '<a href="ended?at=WSOA-1.06">WSOA-1.06 Clear the backlog</a>' in told


def test_a_decision_of_the_board_has_what_a_meeting_says_of_it_and_the_way_there():
    (found,) = board_decisions(held(DECIDED), NOW)
    told = decision_records([found], href)
    assert told.startswith('<details class="decision" id="M1-3"><summary>M1-3 A second analyst counts.</summary>')
    assert (
        "<dt>Decision maker</dt><dd>the board, in a meeting</dd><dt>Decision date</dt><dd>17 December 2024</dd>"
        '<dt>Status</dt><dd>agreed</dd></dl><p><a href="records?at=meeting-1">Meeting of 17 December 2024 on 2024/25 Q2</a>'
        ', on record as <a href="records?at=M1-3">M1-3</a>.</p>'
    ) in told
    assert "not given" not in told
    hidden = replace(found, decision=replace(found.decision, title=""))
    assert "<summary>M1-3 It is about a figure that readers do not see" in decision_records([hidden], href)
