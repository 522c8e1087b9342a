import threading
from datetime import UTC, datetime, time, timedelta

import pytest

from programme.access import NotAllowed, Person, Role
from store import moments
from store.backups import backup_runs
from store.backups.backup_runs import WhyBackedUp, backup_trouble, make_backup
from store.backups.backup_times import BackupTimes
from store.database import Database
from store.errors import Busy, StoreError
from tests.accepting import person

pytestmark = pytest.mark.about_files

CLOCK, ASKED = WhyBackedUp.BY_THE_CLOCK, WhyBackedUp.ASKED_FOR
NIGHTLY = BackupTimes(time(2))


def failing(*_):
    raise StoreError("There must be room on the disk.")


def test_a_backup_is_made_and_the_run_says_so(database):
    folder = make_backup(database, person(), ASKED)
    (run,) = backup_runs.backup_runs(database)
    assert (run.number, run.why, run.folder, run.failure, run.made) == (1, "asked for", folder.name, "", True)
    assert backup_trouble(database, BackupTimes(), datetime.now(UTC)) == ""


def test_of_several_one_makes_it(database, monkeypatch):
    going, go_on, real = threading.Event(), threading.Event(), backup_runs.back_up

    def slow(*asked):
        going.set()
        go_on.wait(10)
        return real(*asked)

    monkeypatch.setattr(backup_runs, "back_up", slow)
    first = threading.Thread(target=make_backup, args=(database, person(), CLOCK))
    first.start()
    going.wait(10)
    with pytest.raises(
        StoreError, match=r"^Only one backup is made at a time, got: one that was begun .* and is not done\."
    ):
        make_backup(database, person(), ASKED)
    go_on.set()
    first.join()
    assert [run.made for run in backup_runs.backup_runs(database)] == [True]


def test_one_that_goes_on_is_not_missed_however_long_it_takes(database, monkeypatch):
    now, real, told = datetime.now(UTC), backup_runs.back_up, []

    def slow(*asked):
        told.append(backup_trouble(database, NIGHTLY, now + timedelta(days=1)))
        return real(*asked)

    monkeypatch.setattr(backup_runs, "back_up", slow)
    make_backup(database, person(), CLOCK)
    assert told == [""]
    assert backup_trouble(database, NIGHTLY, now + timedelta(days=2)).startswith("A backup was due ")


def test_what_has_just_become_due_is_not_missed_yet(database):
    due = datetime(2026, 11, 26, 2, tzinfo=UTC)
    before = datetime(2026, 11, 25, 2)
    with database.transaction() as cursor:
        cursor.execute("INSERT INTO backup_runs VALUES (1, 'by the clock', ?, ?, 'one', '')", [before, before])
    assert backup_trouble(database, NIGHTLY, due + timedelta(seconds=9)) == ""
    assert backup_trouble(database, NIGHTLY, due + timedelta(seconds=10)).startswith("A backup was due 26 November 2026")


def test_what_whoever_watches_met_is_told_until_it_is_over(database, tmp_path):
    backup_runs.note_watched(database.backups, "The folder of backups cannot be used: gone.")
    assert backup_trouble(database, NIGHTLY, datetime.now(UTC)) == "The folder of backups cannot be used: gone."
    with Database.open(tmp_path / "another" / "own.duckdb") as other:
        assert backup_trouble(other, BackupTimes(), datetime.now(UTC)) == "", "it is another's"
    backup_runs.note_watched(database.backups, "")
    assert backup_trouble(database, BackupTimes(), datetime.now(UTC)) == ""


def test_the_oldest_made_by_the_clock_go_and_those_asked_for_stay(database):
    asked = make_backup(database, person(), ASKED)
    made = [make_backup(database, person(), CLOCK, kept=2) for _ in range(4)]
    assert {path.name for path in database.backups.iterdir()} == {asked.name, made[2].name, made[3].name}


def test_a_failure_is_told_until_one_is_made(database, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(backup_runs, "back_up", failing)
        with pytest.raises(StoreError, match="room on the disk"):
            make_backup(database, person(), CLOCK)
    told = backup_trouble(database, BackupTimes(), datetime.now(UTC))
    assert told.startswith("The backup begun ") and told.endswith(" failed: There must be room on the disk.")
    make_backup(database, person(), ASKED)
    assert backup_trouble(database, BackupTimes(), datetime.now(UTC)) == ""


def test_one_that_was_missed_is_told(database, monkeypatch):
    now = datetime(2026, 11, 26, 9, tzinfo=UTC)
    told = "A backup was due 26 November 2026 at 02:00 and none was made since; the newest is {}."
    assert backup_trouble(database, NIGHTLY, now) == told.format("none at all")
    monkeypatch.setattr(moments, "now", lambda: datetime(2026, 11, 25, 2))
    make_backup(database, person(), CLOCK)
    assert backup_trouble(database, NIGHTLY, now) == told.format("of 25 November 2026 at 02:00")
    assert backup_trouble(database, NIGHTLY, now - timedelta(hours=8)) == ""


def test_one_that_was_cut_short_holds_up_nobody(database):
    with database.transaction() as cursor:
        cursor.execute("INSERT INTO backup_runs VALUES (1, 'by the clock', '2026-11-26', NULL, '', '')")
    make_backup(database, person(), ASKED)
    cut, made = backup_runs.backup_runs(database)
    assert (cut.failure, made.made) == ("it was cut short, because the app ended", True)


def test_what_is_configured_wrongly_is_told(database):
    assert backup_trouble(database, BackupTimes(wrong="WSOA_BACKUP_AT must be …"), datetime.now(UTC)) == (
        "WSOA_BACKUP_AT must be …"
    )


def test_it_is_the_administrators(tmp_path):
    with Database.open(tmp_path / "own.duckdb") as database:
        with pytest.raises(NotAllowed):
            make_backup(database, Person("somebody", "", frozenset({Role.ANALYST})), ASKED)
        assert backup_runs.backup_runs(database) == []


@pytest.mark.postgres
def test_of_several_processes_on_a_server_one_makes_it_and_the_others_know(server_database, shared_address, monkeypatch):
    now, real, told = datetime.now(UTC), backup_runs.back_up, []

    def slow(*asked):
        with pytest.raises(Busy, match=r"^Only one backup is made at a time, got: one that was begun .* and is not done\."):
            make_backup(other, person(), CLOCK)
        told.append(backup_trouble(other, NIGHTLY, now + timedelta(days=1)))
        return real(*asked)

    with Database.open(shared_address) as other:
        with monkeypatch.context() as patched:
            patched.setattr(backup_runs, "back_up", slow)
            made = [make_backup(server_database, person(), CLOCK, kept=1)]
        made.append(make_backup(other, person(), CLOCK, kept=1))
        assert (told, [run.made for run in backup_runs.backup_runs(other)]) == ([""], [True, True])
    assert [path.name for path in server_database.backups.iterdir()] == [made[1].name], "and the oldest go"
