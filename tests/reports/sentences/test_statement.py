from dataclasses import replace

import pytest

from kpis.evidence import Evidence
from kpis.registry import registry
from programme.access import Role
from programme.areas import KENT
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.assessments import assessments_in
from record.logs import Logs
from reports.language.linked import leads, plain_text
from reports.progress.readings import Progress
from reports.progress.statement import statement
from reports.sentences.statement import agreement_sentence
from reports.sentences.statement import missing_evidence as missing_pieces
from tests.programme.rows import rows
from tests.reports.acting import UNEVIDENCED, log
from tests.reports.build import records_of
from tests.reports.lines import NOW, count, plans
from tests.reports.progress.test_statement import LOGS, of

REMOVED = "suspensions_ehcp"


@pytest.fixture(scope="module")
def records(demonstration_records):
    """Those of the demonstration as if nothing of it were published, to be changed."""
    return replace(demonstration_records, publishing=None)


def without(records, kpi: str):
    """The same records as if no return had ever carried the KPI's own measures."""
    gone = set(registry()[kpi].formula.measures)
    facts = {key: figure for key, figure in records.evidence.facts.items() if key[0] not in gone}
    return Progress(replace(records, evidence=Evidence(facts, records.evidence.published)), Role.READER)


def missing_evidence(about):
    """The sentences as they are read."""
    return [plain_text(each) for each in missing_pieces(about)]


def missing(progress, number):
    return missing_evidence(statement(progress, number, NOW, KENT))


def test_without_a_kpis_returns_each_weakness_it_served_says_that_evidence_is_missing(records):
    kpi = registry()[REMOVED]
    sentence = f"{kpi.title}: no evidence, no figure: not returned."
    whole, removed = Progress(records, Role.READER), without(records, REMOVED)
    assert len(kpi.weaknesses) == 2
    for number in range(1, 10):
        assert sentence not in missing(whole, number)
        assert (sentence in missing(removed, number)) == (number in kpi.weaknesses)


def test_every_kpi_that_is_removed_is_missed_wherever_it_served(records):
    for kpi in registry().values():
        if not kpi.formula.measures or kpi.workstream != 1:
            continue
        removed = without(records, kpi.id)
        for number in kpi.weaknesses:
            assert any(said.startswith(f"{kpi.title}: no evidence") for said in missing(removed, number)), kpi.id


def test_without_any_evidence_it_says_so_first():
    said = missing_evidence(of())
    assert said[0] == "No KPI of this weakness has a figure: nothing shows whether it improved."
    assert "No action log was returned for 2024/25 Q3." in said
    assert "The lead's own assessment was not returned for 2024/25 Q3." in said
    assert "Nothing is recorded of what children and parents said about it in the last year." in said
    assert "No risk was returned for it in 2024/25 Q3." in said


def test_unevidenced_and_vanished_actions_and_unanswered_reds_are_evidence_that_is_missing():
    logs = log(Q2=[{}, ACTIONS.typed(ref="APP-6.02")], Q3=[UNEVIDENCED])
    said = missing_evidence(of(plans([20]), logs))
    assert "Complete without evidence: APP-6.01." in said
    assert "Vanished from the return unfinished: APP-6.02." in said
    assert "Plans issued within 20 weeks is red and no management action is recorded." in said


def test_the_leads_answer_and_the_evidence_are_held_against_each_other():
    def sentence(text, figures=()):
        typed = rows("Assessment", {"Weakness": "6", "Assessment": text, "Reason": "x"})
        return agreement_sentence(of(figures, Logs(assessments=tuple(assessments_in(typed)))))

    assert sentence("sufficient progress").endswith("is “too little evidence”, so the assessment cannot be checked.")
    assert sentence("mostly").endswith("The words returned are neither of the two answers.")
    assert agreement_sentence(of()) == "The lead returned no assessment of this weakness for 2024/25 Q3."


def test_on_the_demonstration_agreement_and_disagreement_are_said(records):
    progress = Progress(records, Role.READER)
    assert agreement_sentence(statement(progress, 6, NOW, KENT)).endswith("The two agree.")
    then = statement(progress, 6, Quarter.parse("2022/23 Q2"), KENT)
    assert agreement_sentence(then) == (
        "The lead's own assessment is “sufficient progress”; the evidence position is “worsening”. The two disagree."
    )


def test_what_is_there_is_not_called_missing():
    assert [said for said in missing_evidence(of(plans([90]), LOGS)) if "no evidence" not in said] == []


def test_what_is_missing_leads_to_what_lacks_it():
    logs = log(Q2=[{}, ACTIONS.typed(ref="APP-6.02")], Q3=[UNEVIDENCED])
    said = [piece for sentence in missing_pieces(of(plans([20]), logs)) for piece in sentence]
    assert leads("APP-6.01", "actions", action="APP-6.01", at="APP-6.01") in said
    assert (
        leads("Plans issued within 20 weeks", "kpi", kpi="plans_within_20_weeks", quarter="2024/25 Q3", area="Kent") in said
    )


def test_a_figure_that_is_hidden_is_not_missing():
    progress = Progress(records_of(*count("permanent_exclusions_send", [3])), Role.READER)
    title = registry()["permanent_exclusions_send"].title
    assert progress.reading(registry()["permanent_exclusions_send"], KENT, NOW).hidden
    assert [said for said in missing(progress, 2) if said.startswith(title)] == []
    assert len([said for said in missing(progress, 2) if "no evidence" in said]) > 3
