import json
import shutil

import pytest

from access.upkeep import back_up_now, carry_out, gone_original, name_redaction, what_is_amiss
from programme.access import Role
from programme.redaction import RedactedKind, RedactedPlace
from record.records import read
from reports.exports.results import results
from reports.progress.readings import Progress
from store.backups.backup_runs import backup_runs
from store.backups.manifest import hash_of
from store.database import Database
from store.returns.versions import accept, version, versions
from tests.accepting import by, person
from tests.store.submissions import ISSUED, standard


@pytest.fixture
def database(tmp_path):
    """A store in a file of its own: another takes the place of it."""
    with Database.open(tmp_path / "store.duckdb") as opened:
        yield opened


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


def test_a_redaction_changes_no_result_at_any_moment(demonstration_file, tmp_path):
    """What `python -m reports results --json` prints is the same to the byte before and after."""
    path = shutil.copy(demonstration_file, tmp_path)
    with Database.open(path) as database:
        stored = [each for each in versions(database) if each.withdraws is None]
        before = [printed(database, moment) for moment in moments_of(stored)]
        for place in (
            RedactedPlace(RedactedKind.NAME, words="caseworkers"),
            RedactedPlace(RedactedKind.FILE, version=stored[-1].number),
        ):
            number = name_redaction(database, place, by("analyst", "it names somebody"))
            assert carry_out(database, number, by("admin", "asked for by the family")).texts
        assert [printed(database, moment) for moment in moments_of(stored)] == before


def moments_of(stored):
    return [None, stored[len(stored) // 2].accepted_at]


def printed(database, moment) -> str:
    found = read(database, moment)
    return json.dumps(results(Progress(found, Role.ANALYST), found.newest), ensure_ascii=False)


def test_where_an_original_was_it_says_when_and_why(database):
    accept(database, standard({ISSUED: 41}), by("analyst"))
    assert gone_original(database, version(database, 1).sha256) == ""
    place = RedactedPlace(RedactedKind.FILE, version=1)
    done = carry_out(database, name_redaction(database, place, by("analyst", "a child")), by("admin", "asked for"))
    said = gone_original(database, version(database, 1).sha256)
    assert said == f"The original was {done.redaction.sentence}. Its figures stay."
