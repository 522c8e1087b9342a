import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.database import Database
from store.errors import StoreError
from store.returns import facts, versions
from tests.accepting import by, person
from tests.asking import TABLES, entries, standing, stored
from tests.store.submissions import (
    ENTRY,
    IN_TIME,
    ISSUED,
    Q2,
    TICKED,
    WHOLE,
    in_kent,
    shown,
    standard,
    too_large,
)

MONDAY = datetime(2025, 1, 6, 9, tzinfo=UTC)
ROOT = Path(__file__).parents[3]


def accept(database, submission, **more):
    return versions.accept(database, submission, by("analyst", **more))


def refused(call, *arguments, **more) -> str:
    with pytest.raises(StoreError) as error:
        call(*arguments, **more)
    return str(error.value)


# Accepting


def test_an_accepted_return_is_all_there(database):
    made = accept(database, WHOLE, reason="quarterly return", at=MONDAY)
    assert made == versions.Version(1, WHOLE.cover, "return.xlsx", WHOLE.sha256, MONDAY, "analyst", "quarterly return", None)
    assert versions.versions(database) == [made]
    assert versions.version(database, 1) == made
    assert versions.answered(database, 1, person()) == [TICKED]
    assert versions.original_file(database, 1, person()) == WHOLE.content
    assert shown(facts.facts(database)) == in_kent({ISSUED: 100, IN_TIME: 41})
    assert entries(database, "Actions") == [(made, ENTRY)]


def test_a_return_without_any_figure_is_a_version_too(database):
    assert accept(database, standard({})).number == 1
    assert facts.facts(database) == {}


def test_the_moment_of_acceptance_is_now_unless_another_is_given(database):
    before = datetime.now(UTC)
    made = accept(database, WHOLE)
    assert before <= made.accepted_at <= datetime.now(UTC)
    with pytest.raises(ValueError, match="must not be earlier than"):
        accept(database, standard({ISSUED: 1}), at=before - timedelta(days=1))
    assert versions.versions(database) == [made]


def test_past_moments_know_fewer_versions(database):
    first = accept(database, WHOLE, at=MONDAY)
    second = accept(database, standard({ISSUED: 110}), at=MONDAY + timedelta(days=1))
    assert versions.versions(database, MONDAY) == [first]
    assert versions.versions(database) == [first, second]
    assert standing(database, MONDAY) == {1: {3}}
    assert standing(database) == {1: frozenset(), 2: {3}}


def test_a_moment_without_its_offset_is_refused(database):
    with pytest.raises(ValueError, match="must say its offset"):
        versions.versions(database, datetime(2025, 1, 6))


def test_the_same_file_is_kept_once_and_serves_each_of_its_versions(database):
    accept(database, WHOLE)
    versions.withdraw(database, 1, by("analyst", "too early"))
    accept(database, WHOLE)
    assert len(stored(database)["files"]) == 1
    assert [versions.original_file(database, number, person()) for number in (1, 2, 3)] == [WHOLE.content] * 3


def test_an_unsound_submission_stores_nothing(database):
    with pytest.raises(ValueError, match="fingerprint"):
        accept(database, replace(WHOLE, sha256="0" * 64))
    assert stored(database) == {table: [] for table in TABLES}


@pytest.mark.parametrize("number", [7, 2**31, 10**40])
def test_an_unknown_version_is_a_sentence(database, number):
    expected = f"A version must be one of the 0 that were stored, got: version {number}."
    assert refused(versions.version, database, number) == expected
    assert refused(versions.original_file, database, number, person()) == expected
    assert refused(versions.withdraw, database, number, by("analyst", "why")) == expected


# Taking back


def test_a_withdrawal_is_a_version_that_says_what_it_takes_back(database):
    accept(database, WHOLE, at=MONDAY)
    made = versions.withdraw(database, 1, by("Head of SEND", "wrong quarter", at=MONDAY + timedelta(days=1)))
    assert made == versions.Version(
        2,
        WHOLE.cover,
        "return.xlsx",
        WHOLE.sha256,
        MONDAY + timedelta(days=1),
        "Head of SEND",
        "wrong quarter",
        withdraws=1,
    )
    assert facts.facts(database) == {}
    assert facts.figures_brought(database, 2) == []
    assert len(facts.figures_brought(database, 1)) == 2


def test_what_was_withdrawn_or_is_a_withdrawal_cannot_be_withdrawn(database):
    accept(database, WHOLE)
    versions.withdraw(database, 1, by("Head of SEND", "wrong quarter"))
    before = stored(database)
    assert refused(versions.withdraw, database, 1, by("analyst", "why")) == (
        "Version 1 was withdrawn already, as version 2 by Head of SEND. Nothing was changed."
    )
    assert refused(versions.withdraw, database, 2, by("analyst", "why")) == (
        "Only a return can be withdrawn, got: version 2, which is the withdrawal of version 1. "
        "To bring that one back, accept its file again. Nothing was changed."
    )
    assert stored(database) == before


@pytest.mark.parametrize(("name", "reason"), [("analyst", " "), ("", "wrong quarter")])
def test_a_withdrawal_says_who_and_why(database, name, reason):
    accept(database, WHOLE)
    assert refused(versions.withdraw, database, 1, by(name, reason)) == (
        "A withdrawal must say who withdraws and why, got: nothing. Nothing was changed."
    )


# The number that caches are kept by


def test_every_acceptance_and_withdrawal_is_the_latest_change(database):
    seen = [versions.latest_change(database)]
    accept(database, WHOLE)
    seen.append(versions.latest_change(database))
    versions.withdraw(database, 1, by("analyst", "wrong file"))
    seen.append(versions.latest_change(database))
    assert seen == [0, 1, 2]


# Many at once


def test_people_who_accept_at_once_are_numbered_in_order_and_all_are_stored(database):
    start = threading.Barrier(6)

    def press(own: int) -> None:
        start.wait()
        accept(database, standard({ISSUED: own}, quarter=Q2 + own))

    people = [threading.Thread(target=press, args=(own,)) for own in range(6)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    stored = versions.versions(database)
    assert [version.number for version in stored] == [1, 2, 3, 4, 5, 6]
    assert sorted({version.accepted_at for version in stored}) == [version.accepted_at for version in stored]
    assert shown(facts.facts(database)) == {
        key: value for own in range(6) for key, value in in_kent({ISSUED: own}, Q2 + own).items()
    }


def test_readers_never_see_half_of_a_return(database):
    done, seen = threading.Event(), set()

    def read() -> None:
        while not done.is_set():
            seen.add(tuple(sorted(shown(facts.facts(database)).values())))

    reader = threading.Thread(target=read)
    reader.start()
    for value in range(8):
        accept(database, standard({ISSUED: value, IN_TIME: value}))
    done.set()
    reader.join()
    assert seen <= {()} | {(value, value) for value in range(8)}


# Killed, or out of room

KILLED = """
import os, signal, sys
from store.returns import versions
from store.database import Database
from tests.accepting import by, person
from tests.store.submissions import WHOLE
import store.order.ledger

def deadly(real):
    def call(*given):
        real(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    return call

place, name = sys.argv[2].rsplit(".", 1)
module = sys.modules[place]
setattr(module, name, deadly(getattr(module, name)))
versions.accept(Database.open(sys.argv[1]), WHOLE, by("analyst"))
"""


def killed_after(step: str, path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path), step], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr


@pytest.mark.killed
@pytest.mark.parametrize(
    "step",
    [
        "store.order.ledger.append",
        "store.returns.versions.add_figures",
        "store.returns.versions.add_entries",
        "store.returns.versions.insert",
    ],
)
def test_killed_in_the_middle_of_accepting_nothing_is_left(tmp_path, step):
    path = tmp_path / "kent.duckdb"
    with Database.open(path) as database:
        accept(database, standard({ISSUED: 90}, quarter=Q2))
        before = stored(database)
    killed_after(step, path)
    with Database.open(path) as database:
        assert stored(database) == before
        assert accept(database, WHOLE).number == 2


@pytest.mark.killed
def test_killed_right_after_accepting_everything_is_there(tmp_path):
    path = tmp_path / "kent.duckdb"
    killed_after("store.returns.versions.version", path)
    with Database.open(path) as database:
        assert [version.number for version in versions.versions(database)] == [1]
        assert shown(facts.facts(database)) == in_kent({ISSUED: 100, IN_TIME: 41})
        assert versions.answered(database, 1, person()) == [TICKED]


FULL = """
import resource, signal, sys
from store.returns import versions
from store.database import Database, StoreError
from tests.accepting import by, person
from tests.asking import stored
from tests.store.submissions import WHOLE, too_large

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = Database.open(sys.argv[1])
versions.accept(database, WHOLE, by("analyst"))
before = stored(database)
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
try:
    versions.accept(database, too_large(), by("analyst"))
except StoreError as error:
    print(error)
assert stored(database) == before
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
print("then version", versions.accept(database, too_large(), by("analyst")).number)
database.close()
"""


@pytest.mark.killed
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot be given a small disk for one process")
def test_a_full_disk_is_a_sentence_and_nothing_is_lost(tmp_path):
    path = tmp_path / "kent.duckdb"
    said = subprocess.run([sys.executable, "-c", FULL, str(path)], cwd=ROOT, capture_output=True, text=True)
    assert said.stdout.splitlines() == [
        f"There must be room on the disk for the database {path}, got: File too large. Free some space and try again. "
        "Nothing of this was stored, and what was accepted before is kept.",
        "then version 2",
    ], said.stderr
    with Database.open(path) as database:
        assert [version.number for version in versions.versions(database)] == [1, 2]
        assert versions.original_file(database, 2, person()) == too_large().content
