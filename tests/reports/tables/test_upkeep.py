from datetime import UTC, datetime

from programme.log import LogRow
from programme.redaction import RedactedKind, RedactedPlace, Redaction, RedactionRuling
from reports.tables.upkeep import backups_table, copies_table, log_table, redactions_table
from store.backups.backup_runs import BackupRun
from store.redaction.copies import CopyKept
from tests.reports.cells import texts as by_heading

AT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def texts(table) -> list[list[str]]:
    return [list(row.values()) for row in by_heading(table)]


def test_the_log_is_newest_first():
    rows = [
        LogRow(1, AT, "accepted", "Ann", "local:3", "10.0.0.7", "version 1", None, "", "", ""),
        LogRow(2, AT, "sign-in refused", "", "", "10.0.0.8", "a name that nobody has", None, "", "", ""),
    ]
    assert texts(log_table(rows)) == [
        ["2", "26 November 2026 at 09:30", "nobody known", "10.0.0.8", "sign-in refused", "a name that nobody has"],
        ["1", "26 November 2026 at 09:30", "Ann (local:3)", "10.0.0.7", "accepted", "version 1"],
    ]


def test_backups_say_what_became_of_them():
    runs = [
        BackupRun(1, "by the clock", AT, AT, "one", ""),
        BackupRun(2, "asked for", AT, AT, "", "there was no room"),
        BackupRun(3, "asked for", AT, None, "", ""),
    ]
    assert [row[-1] for row in texts(backups_table(runs))] == ["not done yet", "there was no room", "made and read again"]


def test_copies_say_by_when_they_go():
    copies = [CopyKept("one", "backup", AT, AT), CopyKept("two", "backup", AT)]
    assert [row[-1] for row in texts(copies_table(copies))] == ["26 November 2026 at 09:30", "it may stay"]


def test_what_was_named_says_what_was_done_and_no_words():
    place = RedactedPlace(RedactedKind.NAME, words="Jane Smith")
    ruling = RedactionRuling(False, AT, "Ann", "", "it is a street")
    named = [Redaction(1, place, AT, "Bo", "", "a child", ruling), Redaction(2, place, AT, "Bo", "", "a child")]
    first, second = texts(redactions_table(named))
    assert first[4:] == ["open", "not yet", ""]
    assert second == [
        *("1", "words, wherever they stand", "26 November 2026 at 09:30 by Bo", "a child", "refused"),
        *("26 November 2026 at 09:30 by Ann", "it is a street"),
    ]
