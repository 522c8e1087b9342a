import shutil

import pytest

from loaders.sample_meeting import NEEDS, play_meeting
from programme.meeting import Minuted
from reports.sentences.meeting import NEEDS as SAID
from store.database import Database
from store.meetings.meetings import meetings
from store.returns.versions import versions


@pytest.fixture(scope="module")
def database(demonstration_file, tmp_path_factory):
    copied = shutil.copy(demonstration_file, tmp_path_factory.mktemp("demonstration") / "wsoa.duckdb")
    with Database.open(copied) as opened:
        yield opened


def test_the_demonstration_has_one_meeting_in_the_past_with_all_that_a_meeting_has(database):
    (meeting,) = meetings(database)
    assert (str(meeting.quarter), meeting.illustrative, meeting.closed is not None) == ("2024/25 Q2", True, True)
    assert {each.said.kind for each in meeting.on_record} == {Minuted.CHALLENGE, Minuted.DECISION, Minuted.FOLLOW_UP}
    assert [each.ref for each in meeting.on_record if each.open] == ["M1-1", "M1-4"]
    assert len(meeting.signed.update.splitlines()) == 3
    assert all("(illustrative)" in each.done.by for each in meeting.on_record)


def test_what_was_on_the_screen_is_what_had_come_by_then(database):
    (meeting,) = meetings(database)
    newest = max(each.accepted_at for each in versions(database) if each.accepted_at < meeting.opened.at)
    assert all(newest < each.seen_at <= each.done.at for each in meeting.on_record)


def test_the_kinds_that_an_agenda_can_hold_are_those_that_are_said():
    assert set(NEEDS) == set(SAID)


def test_a_folder_without_a_meeting_has_none(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        assert play_meeting(database, tmp_path) == 0
        assert meetings(database) == ()
