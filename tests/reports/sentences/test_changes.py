from datetime import UTC, datetime

from programme.sheets.actions import ACTIONS
from record.logs import Logs
from reports.language.grammar import NAMED
from reports.language.linked import Linked, leads, plain_text
from reports.sentences.changes import changed_sentences, paragraph, ratings_sentence
from tests.reports.acting import DONE, Q2, Q3, log, risk
from tests.reports.build import a_version
from tests.reports.lines import PLANS, plans
from tests.reports.progress.test_changes import OTHER, found

SLIPPED = {**OTHER, "Forecast": "2025-09-30"}


def test_the_paragraph_says_everything_and_leaves_nothing_out_for_being_nothing():
    assert paragraph(found(plans([50, 51]), log(Q2=[{}], Q3=[{}]))) == (
        "Since 2024/25 Q2, no rating changed. No KPI became red and worsening. "
        "No action was completed; 1 slipped further (APP-6.01); 1 passed the date agreed first (APP-6.01). "
        "Which risks moved is not known: they were not returned for both quarters. No earlier figure was restated. "
        "No return is missing. Every red has a management action with an owner and a date."
    )


def test_what_was_planted_is_what_is_said():
    logs = log(
        Q2=[ACTIONS.typed(baseline="2024-12-31", forecast="2024-12-31"), OTHER, {**OTHER, "Ref": "APP-6.03"}],
        Q3=[DONE | ACTIONS.typed(baseline="2024-12-31", actual="2024-12-20"), SLIPPED],
    )
    risks = (risk(Q2, "R-1", "3"), risk(Q3, "R-1", "4"))
    told = paragraph(found(plans([50, 20]), Logs(actions=logs.actions, returned=logs.returned, risks=risks)))
    assert (
        "Since 2024/25 Q2, 1 rating changed: 0 for the better, 1 for the worse (1 with a real change of the figure)." in told
    )
    assert "One KPI became red and worsening: Plans issued within 20 weeks." in told
    assert (
        "One action was completed, 1 with evidence; 1 slipped further (APP-6.02); none passed the date agreed first." in told
    )
    assert "One unfinished action vanished from the return (APP-6.03)." in told
    assert "One risk rose (R-1) and none fell." in told
    assert told.endswith("One red has no complete management action.")


def test_a_log_that_did_not_come_is_not_taken_for_standstill():
    told = paragraph(found(logs=log(Q2=[{}])))
    assert "No action log came in for 2024/25 Q3, so what was completed or slipped is not known." in told
    assert "No action was completed" not in told


def test_missing_returns_are_named():
    late = a_version(1, workstreams=(1, 3), at=datetime(2025, 2, 10, tzinfo=UTC))
    told = paragraph(found(versions=(late,), now=datetime(2025, 3, 1, tzinfo=UTC)))
    assert "The returns of workstreams 2, 4 and 5 are missing. Two returns came late." in told


def test_the_ratings_alone_are_one_sentence():
    assert ratings_sentence(found(plans([50, 51]))) == ("Since 2024/25 Q2, no rating changed.",)


def test_what_a_sentence_speaks_of_is_the_way_to_it():
    logs = log(Q2=[OTHER], Q3=[SLIPPED])
    risks = (risk(Q2, "R-1", "3"), risk(Q3, "R-1", "4"))
    told = changed_sentences(found(plans([50, 20]), Logs(actions=logs.actions, returned=logs.returned, risks=risks)))
    linked = [piece for sentence in told for piece in sentence if isinstance(piece, Linked)]
    assert linked == [
        leads("1 rating", "changes", at="changed-ratings"),
        leads("Plans issued within 20 weeks", "kpi", kpi=PLANS, quarter="2024/25 Q3", area="Kent"),
        leads("APP-6.02", "actions", action="APP-6.02", at="APP-6.02"),
        leads("R-1", "risks", at="R-1"),
        leads("No return is missing", "returns"),
        leads("One red", "changes", at="changed-unanswered"),
    ]


def test_the_first_few_are_named_and_the_rest_leads_to_the_list():
    refs = [f"APP-6.{number:02}" for number in range(1, 9)]
    logs = log(Q2=[{**OTHER, "Ref": ref} for ref in refs], Q3=[{**SLIPPED, "Ref": ref} for ref in refs])
    told = next(each for each in changed_sentences(found(logs=logs)) if "slipped further" in plain_text(each))
    assert "8 slipped further (APP-6.01, APP-6.02, APP-6.03" in plain_text(told)
    assert leads(f"and {8 - NAMED} more", "changes", at="changed-actions") in told
