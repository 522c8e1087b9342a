import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from api.answers import FeedAnswers
from api.asked import feed_asked
from programme.access import Role
from record import known
from store.database import Database
from tests.reports.pack.test_data_csv import read

KPI = ("kpi", "permanent_exclusions_send")


@pytest.fixture(scope="module")
def database(demonstration_copy, tmp_path_factory):
    with Database.open(demonstration_copy(tmp_path_factory.mktemp("answers"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def answers():
    return FeedAnswers()


@pytest.fixture
def asked(database, answers):
    """The question and its answer, of some set."""

    def ask(*said, name="results", form="csv", role=Role.READER):
        question = answers.question(database, role, feed_asked(name, form, said))
        return question, answers.answer(database, question)

    return ask


def test_csv_and_json_hold_the_same(asked):
    _, as_csv = asked(KPI)
    _, as_json = asked(KPI, form="json")
    told, lines = json.loads(as_json.content), read(as_csv.content)
    assert (as_csv.media, as_json.media) == ("text/csv; charset=utf-8", "application/json")
    assert lines[0] == [column["name"] for column in told["columns"]]
    assert [line[lines[0].index("value")] for line in lines[1:]] == [
        "" if row["value"] is None else repr(row["value"]) for row in told["rows"]
    ]
    about = told["about"]
    assert (about["set"], about["role"], about["quarter"], about["as_at"]) == ("results", "reader", "newest", None)
    assert (about["rows"], about["page"], about["pages"], about["next_page"]) == (len(told["rows"]), 1, 1, None)
    assert about["illustrative"] is True and about["change"] > 0


def test_pages_are_the_whole_in_parts(asked):
    _, whole = asked(KPI)
    parts = [asked(KPI, ("rows", "5"), ("page", str(page)))[1] for page in (1, 2, 3)]
    assert [part.next_page for part in parts] == [2, 3, None]
    heading, *rows = read(whole.content)
    assert [row for part in parts for row in read(part.content)[1:]] == rows
    assert {tuple(read(part.content)[0]) for part in parts} == {tuple(heading)}
    with pytest.raises(ValueError, match=r"^A page must be there, got: page 4 of 3\. Nothing was given\.$"):
        asked(KPI, ("rows", "5"), ("page", "4"))


def test_a_tag_holds_all_that_an_answer_follows_from(asked):
    (question, _), (_, _) = asked(KPI), asked(KPI, form="json")
    now = question.known
    others = [
        asked(KPI, form="json")[0],
        asked(KPI, role=Role.ANALYST)[0],
        asked(KPI, ("as_at", "2025-03-31"))[0],
        asked(KPI, ("quarter", "2024/25 Q2"))[0],
        asked(KPI, ("area", "Kent"))[0],
        asked(KPI, ("page", "1"), ("rows", "5"))[0],
        question._replace(known=now._replace(change=now.change + 1)),
        question._replace(known=now._replace(exchanged=now.exchanged + 1)),
        question._replace(known=now._replace(today=date(2030, 1, 1))),
        question._replace(known=now._replace(given=999)),
        question._replace(program="another"),
    ]
    tags = {each.tag for each in (question, *others)}
    assert len(tags) == 1 + len(others)
    assert asked(KPI)[0].tag == question.tag and all(tag.startswith('W/"') for tag in tags)


def test_the_day_ends_at_midnight_in_kent(asked, monkeypatch):
    def at(moment: datetime):
        class Clock(datetime):
            @classmethod
            def now(cls, zone=None):
                return moment.astimezone(zone)

        monkeypatch.setattr(known, "datetime", Clock)
        return asked(KPI)[0]

    before, after = at(datetime(2025, 6, 30, 22, 59, tzinfo=UTC)), at(datetime(2025, 6, 30, 23, 0, tzinfo=UTC))
    assert (before.known.today, after.known.today) == (date(2025, 6, 30), date(2025, 7, 1))
    assert before.tag != after.tag


def test_what_was_answered_before_a_change_or_a_redaction_is_kept_no_more(asked, answers, database):
    question, _ = asked(KPI)
    assert question in answers._answers
    for later in ({"change": question.known.change + 1}, {"exchanged": question.known.exchanged + 1}):
        asked(KPI)
        newer = replace_known(question, **later)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(answers, "_paged", lambda *_: "made anew")
            assert answers.answer(database, newer) == "made anew"
        assert question not in answers._answers
        answers._answers.forget(unless=lambda _: False)


def replace_known(question, **said):
    return question._replace(known=question.known._replace(**said))


def test_a_past_moment_is_asked_for_by_its_day(asked):
    question, answer = asked(KPI, ("as_at", "2025-01-31"), ("quarter", "2024/25 Q2"), form="json")
    assert (
        json.loads(answer.content)["about"]["as_at"]
        == question.known.as_at.isoformat()
        == "2025-01-31T23:59:59.999999+00:00"
    )
    assert replace(question.asked, as_at=None) == feed_asked("results", "json", [KPI, ("quarter", "2024/25 Q2")])
