import threading
from datetime import UTC, datetime, time, timedelta

import pytest
from starlette.applications import Starlette

from access.upkeep import back_up_now, what_is_amiss
from programme.access import THE_APP
from store import moments
from store.__main__ import main
from store.backups import backup_runs
from store.backups.backup_times import BackupTimes
from store.database import StoreError
from store.errors import InUse
from store.log.log import log_rows
from tests.accepting import person
from tests.web.asking import ask
from web import nightly
from web.health import health_routes
from web.nightly import Nightly

MORNING = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture
def database(database, monkeypatch):
    monkeypatch.delenv("WSOA_BACKUP_AT", raising=False)
    monkeypatch.setattr(moments, "now", lambda: MORNING.replace(tzinfo=None))
    return database


def of(database, at: time | None = time(2)) -> Nightly:
    return Nightly(lambda: database, database.backups, BackupTimes(at))


def test_what_is_due_is_made_once(database):
    found = of(database)
    for minutes in (0, 1, 60):
        found.look(MORNING + timedelta(minutes=minutes))
    of(database).look(MORNING)
    assert [run.why for run in backup_runs.backup_runs(database)] == ["by the clock"]
    with database.cursor() as cursor:
        assert [(row.deed, row.name) for row in log_rows(cursor)] == [("backed up", "WSoA Monitor")]
    found.look(MORNING + timedelta(days=1))
    assert len(backup_runs.backup_runs(database)) == 2, "and the next day the next"


def test_old_rows_of_the_log_go_whether_backups_are_made_or_not(database, monkeypatch):
    done = []
    monkeypatch.setattr(nightly, "let_go_of_old_rows", lambda cursor, by: done.append(by.name))
    found = of(database, None)
    for hours in (0, 0.5, 1, 2, 24.9, 25, 26):
        found.look(MORNING + timedelta(hours=hours))
    assert done == ["WSoA Monitor", "WSoA Monitor"]


def test_one_that_another_process_makes_is_no_failure_and_looked_for_again(database):
    found = of(database)
    with database.marked(backup_runs.MARK):
        found.look(MORNING)
        assert (found.trouble, backup_runs.backup_runs(database)) == ("", [])
    found.look(MORNING + timedelta(seconds=2))
    assert [run.made for run in backup_runs.backup_runs(database)] == [True]


def test_nothing_is_made_and_no_store_opened_where_no_time_is_given(tmp_path):
    Nightly(lambda: pytest.fail("opened"), tmp_path, BackupTimes()).look(MORNING)


def test_a_failure_is_told_to_who_watches_and_tried_again(database, monkeypatch):
    found = of(database)

    def failing(*_):
        raise StoreError("There must be room on the disk.")

    with monkeypatch.context() as patched:
        patched.setattr(backup_runs, "back_up", failing)
        found.look(MORNING)
    told = "The backup that was due failed: There must be room on the disk."
    answer = ask(app_of(database), "/readyz")
    assert (answer.status, answer.text) == (200, f"ready\nwarning: {told}\n")
    assert what_is_amiss(database) == [told], "and the pages say the same"
    found.look(MORNING + timedelta(minutes=14))
    assert len(backup_runs.backup_runs(database)) == 1
    found.look(MORNING + timedelta(minutes=15))
    assert [run.made for run in backup_runs.backup_runs(database)] == [False, True]
    assert ask(app_of(database), "/readyz").text == "ready\n"


def test_a_failure_is_over_once_somebody_makes_one_by_hand(database, monkeypatch):
    found = of(database)
    with monkeypatch.context() as patched:
        patched.setattr(backup_runs, "back_up", lambda *_: (_ for _ in ()).throw(StoreError("The disk is full.")))
        found.look(MORNING)
    assert what_is_amiss(database) == ["The backup that was due failed: The disk is full."]
    back_up_now(database, person())
    found.look(MORNING + timedelta(seconds=2))
    assert what_is_amiss(database) == []
    assert [run.why for run in backup_runs.backup_runs(database)] == ["by the clock", "asked for"]


def app_of(database):
    return Starlette(routes=health_routes(lambda: database))


def test_the_command_asks_the_app_that_holds_the_file(database, monkeypatch, capsys):
    monkeypatch.setattr(nightly, "EVERY", 0.05)
    monkeypatch.setattr("store.__main__.Database.open", held)
    found = of(database, None)
    found.start()
    try:
        assert main(["backup", "--database", str(database.path)]) == 0
    finally:
        found.stop()
    (folder,) = database.backups.iterdir()
    assert capsys.readouterr().out.startswith(f"The store is copied to {folder}.\nThe hash of its manifest is ")
    with database.cursor() as cursor:
        (row,) = log_rows(cursor)
    assert (row.deed, row.name, row.came_from) == ("backed up", "whoever works at this machine", "this machine")


def held(*_, **__):
    raise InUse("Only one program at a time can use the database.")


BREAKS = [
    (OSError(5, "Input/output error"), "The folder of backups cannot be used: Input/output error."),
    (
        ValueError("of no kind that is known"),
        "What is done beside the pages broke, for a reason that only the maintainer can find. It is tried again.",
    ),
]


@pytest.mark.parametrize(("breaks", "told"), BREAKS)
def test_nothing_that_breaks_ends_the_thread_and_it_is_told_until_the_next_good_look(database, monkeypatch, breaks, told):
    monkeypatch.setattr(nightly, "EVERY", 0.01)
    looked, found, real = threading.Semaphore(0), of(database, None), nightly.who_asks

    def broken(_):
        looked.release()
        raise breaks

    with monkeypatch.context() as patched:
        patched.setattr(nightly, "who_asks", broken)
        found.start()
        assert all(looked.acquire(timeout=5) for _ in range(3)), "it looks again and again"
        assert (found.trouble, what_is_amiss(database)) == (told, [told])
    monkeypatch.setattr(nightly, "who_asks", lambda backups: looked.release() or real(backups))
    assert all(looked.acquire(timeout=5) for _ in range(3))
    found.stop()
    assert (found.trouble, what_is_amiss(database)) == ("", [])


def test_what_breaks_while_it_is_made_is_not_tried_every_two_seconds(database, monkeypatch):
    """Of a disk that gives a file back otherwise than it was written, the engine says so in a way of its own."""
    found, tried = of(database), []

    def breaking(*_):
        tried.append(1)
        raise RuntimeError("of no kind that is known")

    monkeypatch.setattr(backup_runs, "back_up", breaking)
    for minutes in (0, 1, 14, 15):
        found.look(MORNING + timedelta(minutes=minutes))
    assert len(tried) == 2


def test_who_asks_is_answered_whatever_breaks(database, monkeypatch):
    def breaking(*_):
        raise RuntimeError("of no kind that is known")

    monkeypatch.setattr(backup_runs, "back_up", breaking)
    assert of(database)._asked(THE_APP).failure == (
        "The backup failed, with an error that only the maintainer can explain. Nothing of the store is changed."
    )
