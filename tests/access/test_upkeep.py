from access.upkeep import back_up_now, what_is_amiss
from store.backup_runs import backup_runs
from store.manifest import hash_of
from tests.accepting import person


def test_a_backup_is_made_because_somebody_asks(database):
    folder, digest = back_up_now(database, person())
    assert digest == hash_of(folder)
    assert [run.why for run in backup_runs(database)] == ["asked for"]


def test_what_is_amiss_is_said(database, monkeypatch):
    assert what_is_amiss(database) == []
    monkeypatch.setenv("WSOA_BACKUP_AT", "2am")
    database.looks._failed = "There must be room on the disk. "
    assert what_is_amiss(database) == [
        "WSOA_BACKUP_AT must be a time like 02:00, got: 2am. No backup is made by the clock.",
        "There must be room on the disk.",
    ]
