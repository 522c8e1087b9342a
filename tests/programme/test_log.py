from datetime import UTC, datetime

from programme.log import LogEnd, LogRow, LogVerdict


def test_a_row_says_who_and_its_words():
    row = LogRow(
        1, datetime(2026, 11, 26, tzinfo=UTC), "accepted", "Ann", "local:3", "10.0.0.7", "version 1", None, "", "", ""
    )
    assert row.doer == "Ann (local:3)"
    assert row.words == ("Ann", "local:3", "10.0.0.7", "version 1")


def test_an_end_is_kept_apart_as_one_word():
    assert str(LogEnd(12, "ab")) == "12:ab"


def test_a_log_is_sound_where_nothing_is_wrong():
    assert LogVerdict(0, LogEnd(0, "")).sound
    assert not LogVerdict(1, LogEnd(0, ""), 1, "row 1 is missing").sound
