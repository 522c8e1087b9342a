import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from programme.access import EVERY_ROLE, NotAllowed, Person, Role, person_here
from programme.moment import moment
from programme.submission import Acceptance
from store import moments
from store.backups.backup import back_up, restore
from store.backups.manifest import hash_of
from store.database import Database
from store.errors import StoreError
from store.returns import drafts
from store.returns.drafts import DraftGone, answer_draft, draft_content, draft_of, drafts_of, keep_draft, throw_away
from store.returns.versions import accept, latest_change
from store.snapshot import snapshot
from tests.accepting import by
from tests.store.submissions import ISSUED, standard

ME = person_here("an analyst")
OTHER = Person("another", "another@desk-8", EVERY_ROLE)


@pytest.fixture
def clock(monkeypatch):
    """The machine's clock: a list whose one moment can be set."""
    now = [moments.stored(moment("2025-01-20 10:00"))]
    monkeypatch.setattr(moments, "now", lambda: now[0])
    return now


def names(database, person=ME) -> list[str]:
    return [each.file_name for each in drafts_of(database, person)]


def test_a_draft_keeps_its_file_and_what_was_typed(database):
    kept = keep_draft(database, b"the file", "return.xlsx", ME)
    assert (kept.file_name, kept.size, kept.owner) == ("return.xlsx", 8, ME.account)
    answer_draft(database, kept.key, {"by": "SEND analyst", "why": "quarterly"}, ME)
    answer_draft(database, kept.key, {"why": "quarterly return"}, ME)
    assert draft_of(database, kept.key, ME).answers == {"by": "SEND analyst", "why": "quarterly return"}
    assert draft_content(database, kept.key, ME) == b"the file"


def test_it_is_there_after_the_database_was_closed(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        key = keep_draft(database, b"the file", "return.xlsx", ME).key
        answer_draft(database, key, {"by": "SEND analyst"}, ME)
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        assert [each.key for each in drafts_of(database, ME)] == [key]
        assert draft_content(database, key, ME) == b"the file"
        assert draft_of(database, key, ME).answers == {"by": "SEND analyst"}


def test_a_person_is_the_same_in_every_role_and_under_every_name(database):
    key = keep_draft(database, b"the file", "return.xlsx", ME).key
    assert draft_of(database, key, ME.called("somebody").looking_as(Role.ANALYST)).key == key
    with pytest.raises(NotAllowed, match=r"Only an analyst may do this \(upload\), got: chair"):
        draft_of(database, key, ME.looking_as(Role.CHAIR))


def test_a_corrected_file_of_the_same_name_takes_the_place_and_keeps_what_was_typed(database):
    first = keep_draft(database, b"with a fault", "return.xlsx", ME)
    answer_draft(database, first.key, {"by": "SEND analyst"}, ME)
    again = keep_draft(database, b"mended", "return.xlsx", ME)
    assert (again.key, again.answers) == (first.key, {"by": "SEND analyst"})
    assert again.sha256 != first.sha256
    assert draft_content(database, first.key, ME) == b"mended"
    assert names(database) == ["return.xlsx"]


def test_the_same_name_of_another_person_is_another_draft(database):
    mine, theirs = (keep_draft(database, b"the file", "return.xlsx", person) for person in (ME, OTHER))
    assert mine.key != theirs.key
    assert [each.key for each in drafts_of(database, ME)] == [mine.key]
    assert [each.key for each in drafts_of(database, OTHER)] == [theirs.key]


def test_the_eleventh_of_a_person_is_refused_until_one_goes(database):
    kept = [keep_draft(database, b"the file", f"{number}.xlsx", ME) for number in range(1, 11)]
    with pytest.raises(StoreError) as refused:
        keep_draft(database, b"the file", "11.xlsx", ME)
    assert str(refused.value) == (
        "At most 10 drafts of one person are kept, got: 10 that are kept already. Accept one or throw one away, then hand "
        "this file in again. It is not kept as a draft."
    )
    keep_draft(database, b"mended", "10.xlsx", ME)
    keep_draft(database, b"the file", "11.xlsx", OTHER)
    throw_away(database, kept[0].key, ME)
    keep_draft(database, b"the file", "11.xlsx", ME)
    assert names(database)[-1] == "11.xlsx" and len(names(database)) == 10


def test_all_of_them_together_have_a_size(database, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_BYTES", 3 * drafts.MEGABYTE)
    keep_draft(database, bytes(2 * drafts.MEGABYTE), "large.xlsx", OTHER)
    with pytest.raises(StoreError) as refused:
        keep_draft(database, bytes(int(1.5 * drafts.MEGABYTE)), "return.xlsx", ME)
    assert str(refused.value) == (
        "The drafts of everybody together may be 3 MB, got: 0.5 MB more than there is room for. Accept one or throw one "
        "away, then hand this file in again. It is not kept as a draft."
    )
    keep_draft(database, bytes(3 * drafts.MEGABYTE), "large.xlsx", OTHER)  # in the place of its own


def test_the_bounds_are_ten_and_200_megabytes():
    assert (drafts.MOST_OF_A_PERSON, drafts.MOST_BYTES) == (10, 200 * 1024 * 1024)


def test_it_goes_after_thirty_days(database, clock):
    kept = keep_draft(database, b"the file", "return.xlsx", ME)
    answer_draft(database, kept.key, {"by": "SEND analyst"}, ME)
    assert kept.gone_after == moment("2025-02-19 10:00")
    clock[0] += timedelta(days=30) - moments.TICK
    assert names(database) == ["return.xlsx"]
    clock[0] += moments.TICK
    with pytest.raises(DraftGone, match="until it is accepted or thrown away, 30 days at most, got: one that is not there"):
        draft_of(database, kept.key, ME)
    assert names(database) == []
    with database.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM drafts").fetchone() == (0,)
        assert cursor.execute("SELECT count(*) FROM draft_answers").fetchone() == (0,)


def test_one_begun_while_the_clock_was_ahead_goes_thirty_days_after_it_was_set_back(database, clock):
    clock[0] += timedelta(days=400)
    keep_draft(database, b"the file", "return.xlsx", ME)
    clock[0] -= timedelta(days=400)
    assert names(database) == ["return.xlsx"]
    clock[0] += timedelta(days=29)
    assert names(database) == ["return.xlsx"]
    clock[0] += timedelta(days=1)
    assert names(database) == []


@pytest.mark.about_files
def test_it_is_no_part_of_the_record(database, tmp_path):
    accept(database, standard({ISSUED: 40}), by())
    with snapshot(database) as known:
        before = (known.change, known.versions, known.facts)
    key = keep_draft(database, b"half done", "draft.xlsx", ME).key
    answer_draft(database, key, {"by": "SEND analyst"}, ME)
    assert latest_change(database) == 1
    with snapshot(database) as known:
        assert (known.change, known.versions, known.facts) == before
    folder = back_up(database, ME)
    assert not [path.name for path in folder.iterdir() if "draft" in path.name]
    assert not [path.name for path in folder.iterdir() if b"half done" in path.read_bytes()]
    with restore(folder, tmp_path / "again.duckdb", ME, hash_of(folder)) as again:
        assert drafts_of(again, ME) == []
        keep_draft(again, b"another", "draft.xlsx", ME)


def test_it_goes_when_its_owner_accepts_its_file_and_not_when_another_does(database):
    returned = standard({ISSUED: 40})
    keep_draft(database, returned.content, "return.xlsx", ME)
    keep_draft(database, returned.content, "return.xlsx", OTHER)
    keep_draft(database, b"another", "another.xlsx", ME)
    accept(database, returned, Acceptance(ME.called("SEND analyst")))
    assert names(database) == ["another.xlsx"]
    assert names(database, OTHER) == ["return.xlsx"]


def test_what_is_gone_can_be_thrown_away_again(database):
    key = keep_draft(database, b"the file", "return.xlsx", ME).key
    throw_away(database, key, ME)
    throw_away(database, key, ME)
    with pytest.raises(DraftGone, match=r"Nothing was changed\.$"):
        answer_draft(database, key, {"why": "late"}, ME)


def test_a_key_is_never_given_twice(database):
    keys = set()
    for _ in range(5):
        key = keep_draft(database, b"the file", "return.xlsx", ME).key
        throw_away(database, key, ME)
        keys.add(key)
    assert len(keys) == 5


def test_a_store_that_can_only_be_read_keeps_none_and_says_so(tmp_path, monkeypatch):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        key = keep_draft(database, b"the file", "return.xlsx", ME).key
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        monkeypatch.setattr(database, "read_only", True)
        assert draft_of(database, key, ME).file_name == "return.xlsx"
        with pytest.raises(StoreError, match="can only be read"):
            keep_draft(database, b"the file", "other.xlsx", ME)


FULL = """
import os, resource, signal, sys
from programme.access import person_here
from store.database import Database
from store.returns.drafts import drafts_of, keep_draft
from store.errors import StoreError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
me = person_here("an analyst")
with Database.open(sys.argv[1]) as database:
    keep_draft(database, b"kept", "first.xlsx", me)
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000_000, 6_000_000))
    try:
        keep_draft(database, os.urandom(15_000_000), "second.xlsx", me)
    except StoreError as refused:
        print(refused)
    else:
        print("kept")
"""


@pytest.mark.killed
def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path):
    path, root = tmp_path / "wsoa.duckdb", Path(__file__).parents[3]
    ended = subprocess.run([sys.executable, "-c", FULL, str(path)], cwd=root, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(f"There must be room on the disk for the database {path}, got: ")
    with Database.open(path) as database:
        assert names(database) == ["first.xlsx"]
