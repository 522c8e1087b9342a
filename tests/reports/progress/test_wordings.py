from datetime import UTC, datetime

from kpis.evidence import Evidence
from programme.access import Role
from programme.quarter import Quarter
from programme.sheets.assessments import ASSESSMENT, NOT_YET, SUFFICIENT, assessments_in
from programme.sheets.summary import SUMMARY
from programme.wordings import Wording, WordingWithdrawal
from record.logs import Logs
from record.records import Records
from reports.progress.readings import Progress
from reports.progress.wordings import summary_words, words_beside
from tests.reports.acting import returned
from tests.reports.build import a_version

NOW = Quarter.parse("2024/25 Q3")
VERSION = a_version(at=datetime(2025, 2, 1, 9, tzinfo=UTC))
GONE = WordingWithdrawal(datetime(2025, 2, 8, 9, tzinfo=UTC), "Head of SEND", "", "a slip", 9)
(RETURNED,) = returned(ASSESSMENT, "2024/25 Q3", ASSESSMENT.typed(weakness="6", text=NOT_YET, reason="late"))
"""As a return says it of weakness 6."""


def wording(number, day, reason="on time", why="", withdrawal=None):
    cells = tuple(ASSESSMENT.typed(weakness="6", text=SUFFICIENT, reason=reason).items())
    at = datetime(2025, 2, day, 9, tzinfo=UTC)
    return Wording(number, number, "Assessment", NOW, cells, at, "Head of SEND", "", why, withdrawal=withdrawal)


def read(each: Wording):
    (row,) = assessments_in([each.row])
    return row


def found(*told, wordings=(), weakness=6):
    """What is said of a weakness, `told` being the rows that stand, oldest first."""
    there = any(getattr(row.source, "wording", None) for row in told)
    logs = Logs(assessments=tuple(told[-1:]), wordings=wordings, told={("Assessment", NOW, (6,)): told} if there else {})
    return words_beside(Progress(Records(Evidence(), (VERSION,), logs=logs), Role.READER), ASSESSMENT, NOW, (weakness,))


def test_what_nobody_wrote_about_has_nothing_beside_it():
    assert found(RETURNED) is None
    first = wording(1, 3)
    assert found(RETURNED, read(first), wordings=(first,), weakness=7) is None


def test_what_came_last_counts_and_the_other_stands_beside_it():
    first = wording(1, 3)
    here = found(RETURNED, read(first), wordings=(first,))
    assert (here.counting.by, here.counting.here, here.counting.at.day) == (first, True, 3)
    assert [(each.by, each.here, each.at.day) for each in here.others] == [(VERSION, False, 1)]
    assert (here.standing, here.former) == (first, ())
    assert here.differing(here.others[0]) == (ASSESSMENT.text, ASSESSMENT.reason)
    back = found(read(first), RETURNED, wordings=(first,))
    assert (back.counting.by, back.others[0].by, back.standing) == (VERSION, first, first)


def test_earlier_wordings_stay_readable():
    first, second = wording(1, 3), wording(2, 4, "mostly on time")
    both = found(read(second), wordings=(first, second))
    assert (both.standing, both.former) == (second, (first,))


def test_where_everything_was_withdrawn_what_is_returned_counts_or_nothing():
    first = wording(1, 3, withdrawal=GONE)
    returned_again = found(RETURNED, wordings=(first,))
    assert (returned_again.counting.by, returned_again.standing, returned_again.former) == (VERSION, None, (first,))
    assert (found(wordings=(first,)).counting, found(wordings=(first,)).former) == (None, (first,))


def test_what_was_written_of_a_quarter_stands_in_the_order_of_the_form():
    def sentence(number, kind, place, weakness=""):
        cells = tuple(SUMMARY.typed(weakness=weakness, kind=kind, place=place, words=f"words {number}").items())
        at = datetime(2025, 2, number, 9, tzinfo=UTC)
        return Wording(number, number, "Summary", NOW, cells, at, "Head of SEND", "", "")

    written = (
        sentence(1, "alert", "1"),
        sentence(2, "sentence", "2"),
        sentence(3, "sentence", "1"),
        sentence(4, "alert", "1", "6"),
    )
    progress = Progress(Records(Evidence(), (VERSION,), logs=Logs(wordings=written)), Role.READER)
    told = summary_words(progress, NOW, None)
    assert [(kind, place, each.former[0].number) for kind, place, each in told] == [
        ("sentence", 1, 3),
        ("sentence", 2, 2),
        ("alert", 1, 1),
    ]
    assert [(kind, place) for kind, place, _ in summary_words(progress, NOW, 6)] == [("alert", 1)]
