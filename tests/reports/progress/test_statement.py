from dataclasses import replace

from programme.areas import KENT
from programme.sheets.assessments import assessments_in
from record.logs import Logs
from reports.progress.statement import statement
from tests.programme.rows import rows
from tests.reports.acting import DONE, Q3, log, risk, spoken
from tests.reports.build import progress_in_force
from tests.reports.letters import EVERY_LETTER, OF_ANOTHER, OLDER, letter
from tests.reports.lines import NOW, plans

LOGS = replace(
    log(Q3=[DONE]),
    risks=(risk(Q3, "R-1"),),
    participation=(spoken("2024/25 Q1"),),
    assessments=tuple(
        assessments_in(rows("Assessment", {"Weakness": "6", "Assessment": "sufficient progress", "Reason": "x"}))
    ),
)


def of(figures=(), logs=None, number=6):
    return statement(progress_in_force(*figures, logs=logs or Logs()), number, NOW, KENT)


def test_what_was_returned_stands_in_it():
    known = of(plans([90]), LOGS)
    assert known.unanswered == () and known.log_returned and known.lead.sufficient
    assert [each.ref for each in known.risks] == ["R-1"]
    assert len(known.heard) == 1


def test_only_the_last_year_of_voices_is_heard():
    assert of(logs=Logs(participation=(spoken("2023/24 Q3"),))).heard == ()


def test_letters_about_the_weakness_stand_in_it():
    assert of(logs=Logs(letters=EVERY_LETTER)).letters == (letter(), OLDER)
    assert of(logs=Logs(letters=EVERY_LETTER), number=8).letters == (OF_ANOTHER,)
