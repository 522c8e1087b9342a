from datetime import UTC, datetime

from kpis.evidence import Evidence
from programme.access import Role
from programme.quarter import Quarter
from programme.sheets.summary import SUMMARY
from record.logs import Logs
from record.records import Records
from reports.progress.readings import Progress
from reports.progress.summary import lead_summary
from tests.reports.acting import returned
from tests.reports.build import a_version

NOW = Quarter.parse("2024/25 Q3")


def words(kind, place, text, weakness="", role="Director of SEND"):
    return SUMMARY.typed(kind=kind, place=str(place), words=text, weakness=weakness, role=role)


SAID = returned(
    SUMMARY,
    "2024/25 Q3",
    words("sentence", 2, "Suspensions rise."),
    words("sentence", 1, "The backlog is cleared."),
    words("alert", 1, "Waits grow."),
    words("assure", 1, "Wheelchairs recovered.", role="NHS lead"),
    words("before the finding", 1, "Read it with the backlog."),
    words("sentence", 1, "Plans are better.", "6", ""),
)
VERSION = a_version(at=datetime(2025, 2, 3, 9, tzinfo=UTC))


def summed(quarter=NOW, weakness=None, versions=(VERSION,), said=SAID):
    return lead_summary(
        Progress(Records(Evidence(), versions, logs=Logs(summary=tuple(said))), Role.READER), quarter, weakness
    )


def test_each_kind_stands_in_order_of_its_places():
    assert [each.said.words for each in summed().sentences] == ["The backlog is cleared.", "Suspensions rise."]
    assert [each.said.words for each in summed().before_finding] == ["Read it with the backlog."]
    assert {kind: [each.said.words for each in own] for kind, own in summed().lists.items()} == {
        "alert": ["Waits grow."],
        "advise": [],
        "assure": ["Wheelchairs recovered."],
    }


def test_words_of_a_weakness_are_its_own():
    assert [each.said.words for each in summed(weakness=6).signed] == ["Plans are better."]
    assert summed(weakness=7).signed == ()


def test_words_of_another_quarter_are_not_carried_forward():
    assert summed(Quarter.parse("2024/25 Q4")).signed == ()


def test_the_version_that_brought_them_is_known():
    assert {each.version for each in summed().signed} == {VERSION}
    assert {each.version for each in summed(versions=()).signed} == {None}
