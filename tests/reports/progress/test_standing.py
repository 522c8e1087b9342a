from dataclasses import replace

from kpis.position import Agreement, EvidencePosition
from kpis.rating import Rating
from programme.access import Role
from programme.areas import KENT, area_named
from programme.quarter import Quarter
from programme.workstreams import weaknesses, workstreams
from record.logs import Logs
from reports.progress.readings import Progress
from reports.progress.standing import standings
from tests.reports.acting import DONE, log, spoken
from tests.reports.build import progress_in_force, records_of
from tests.reports.lines import NOW, plans

NINE, FIVE = tuple(weaknesses().values()), tuple(workstreams().values())
REVISIT = Quarter.parse("2022/23 Q2")


def of(logs, number=6, quarter=NOW):
    progress = Progress(replace(records_of(*plans([20])), logs=logs), Role.READER)
    (row,) = standings(progress, KENT, quarter, [weaknesses()[number]])
    return row


def test_one_row_for_each_in_the_order_they_were_asked_for(demonstration):
    assert [row.both.about for row in standings(demonstration, KENT, NOW, NINE)] == list(NINE)
    assert [row.both.about for row in standings(demonstration, KENT, NOW, FIVE)] == list(FIVE)


def test_the_numbers_of_the_ehc_process_now(demonstration):
    row = standings(demonstration, KENT, NOW, NINE)[5]
    assert row.counts == {Rating.GREEN: 6, Rating.AMBER: 6, Rating.RED: 7, Rating.NOT_RATED: 3}
    assert (row.judged, row.lead.text, row.agreement) == (
        "not sufficient progress",
        "sufficient progress",
        Agreement.AGREE,
    )
    assert (row.heard.you_said, row.heard.quarter) == ("Say no clearly and say why", NOW)


def test_the_lead_who_differs_from_the_evidence_is_marked(demonstration):
    rows = standings(demonstration, KENT, NOW, NINE)
    assert [row.both.about.number for row in rows if row.agreement is Agreement.DISAGREE] == [7]


def test_inspectors_had_said_nothing_before_their_judgement_came_out(demonstration):
    assert {row.judged for row in standings(demonstration, KENT, REVISIT, NINE)} == {""}
    assert {row.judged for row in standings(demonstration, KENT, REVISIT + 1, NINE)} == {"not sufficient progress"}


def test_the_newest_voice_of_the_last_year_is_heard():
    old, newer, new = spoken("2023/24 Q3"), spoken("2024/25 Q1"), spoken("2024/25 Q2", **{"You said": "Ring us"})
    assert of(Logs(participation=(old, newer, new))).heard == new
    assert of(Logs(participation=(old,))).heard is None
    assert of(Logs(participation=(new,)), quarter=NOW - 2).heard is None, "said after that quarter"
    assert of(Logs(participation=(new,)), number=1).heard is None, "about another weakness"


def test_without_an_answer_of_the_lead_there_is_none_to_hold_against_the_evidence():
    assert (of(Logs()).lead, of(Logs()).agreement) == (None, Agreement.NO_ASSESSMENT)


def test_a_workstream_has_actions_and_ratings_and_no_words():
    progress = Progress(replace(records_of(*plans([20])), logs=log(Q3=[DONE])), Role.READER)
    row = standings(progress, KENT, NOW, FIVE)[2]
    assert (len(row.both.delivered.done), row.counts[Rating.RED]) == (1, 1)
    assert (row.judged, row.heard, row.lead, row.agreement) == ("", None, None, Agreement.NO_ASSESSMENT)


def test_an_area_without_a_kpi_has_no_rating_of_any_kind():
    row = standings(progress_in_force(), area_named("Ashford"), NOW, NINE)[6]
    assert set(row.counts.values()) == {0}
    assert row.both.outcome.evidence is EvidencePosition.TOO_LITTLE
