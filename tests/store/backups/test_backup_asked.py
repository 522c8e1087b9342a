import os
import stat
import threading
import time

import pytest

from store.backups.backup_asked import BackupAnswer, answer_request, ask_for_backup, who_asks
from store.errors import StoreError
from tests.accepting import person

HELD = StoreError("Only one program at a time can use it.")


def test_who_asks_is_answered(tmp_path):
    backups, answer = tmp_path / "backups", BackupAnswer("/srv/backups/one", "ab")

    def app():
        for _ in range(500):
            for path, who in who_asks(backups):
                assert (who.name, who.roles, who.came_from) == ("analyst", {"administrator"}, "this machine")
                answer_request(path, answer)
                return
            time.sleep(0.01)

    thread = threading.Thread(target=app)
    thread.start()
    assert ask_for_backup(backups, person(), HELD, seconds=10) == answer
    thread.join()
    assert list(backups.iterdir()) == []
    assert stat.S_IMODE(backups.stat().st_mode) == 0o700


def test_where_nobody_answers_it_says_how(tmp_path):
    with pytest.raises(StoreError) as refused:
        ask_for_backup(tmp_path / "backups", person(), HELD, seconds=0.2)
    assert str(refused.value) == (
        "Only one program at a time can use it. It was asked for a backup and did not answer within 0 seconds. If it is "
        "WSoA Monitor, an administrator makes one there on the page Upkeep, or sets WSOA_BACKUP_AT; if it is another "
        "program, close it and try again."
    )
    assert list((tmp_path / "backups").iterdir()) == []


def test_what_is_no_request_or_is_old_is_taken_away(tmp_path):
    (tmp_path / ".asked-1").write_text("nonsense")
    (tmp_path / ".asked-2").write_text('{"name": "Ann", "account": "ann@desk"}')
    os.utime(tmp_path / ".asked-2", (1, 1))
    (tmp_path / ".asked-3").symlink_to("/etc/passwd")
    (tmp_path / ".asked-4").write_text("x" * 20_000)
    assert who_asks(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
    assert who_asks(tmp_path / "missing") == []


def test_an_answer_that_nobody_waits_for_any_more_is_taken_away(tmp_path):
    for name in (".answered-1", ".part.answered-1", ".part.asked-1"):
        for place in (tmp_path / name, tmp_path / f"{name}2"):
            place.write_text("{}")
        os.utime(tmp_path / name, (1, 1))
    (tmp_path / "wsoa-2026-11-26-020000-000000").mkdir()
    os.utime(tmp_path / "wsoa-2026-11-26-020000-000000", (1, 1))
    assert who_asks(tmp_path) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".answered-12",
        ".part.answered-12",
        ".part.asked-12",
        "wsoa-2026-11-26-020000-000000",
    ]
