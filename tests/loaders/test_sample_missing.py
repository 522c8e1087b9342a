"""What a database that holds a demonstration lacks of today's is said."""

import shutil

import pytest

from loaders.sample_files import MEETING, SAMPLE, SIGN_OFFS, manifest
from loaders.sample_missing import missing_from
from store.database import Database
from store.signing.signoff_rows import sign_off_of

TO_SEE_TODAYS = "To see today's, name a new file in WSOA_DATABASE and load it there; this one keeps what it has."


@pytest.fixture(scope="module")
def database(demonstration_file, tmp_path_factory):
    copied = shutil.copy(demonstration_file, tmp_path_factory.mktemp("demonstration") / "wsoa.duckdb")
    with Database.open(copied) as opened:
        yield opened


def test_todays_demonstration_lacks_nothing(database):
    assert missing_from(database) == ()


def test_a_database_without_a_demonstration_is_not_told_of_one(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as database:
        assert missing_from(database) == ()


WITHOUT = {
    "meetings": (
        lambda database: (),
        MEETING,
        "It has no meeting of the board: no challenge, decision, follow-up or minutes.",
    ),
    "sign_off_of": (
        lambda database: sign_off_of(database, manifest()[0].received_at),
        SIGN_OFFS,
        "It has no quarter that was approved and published, and none that was corrected since.",
    ),
    "wordings_of": (lambda database: [], "wordings.csv", "It has none of today's 4 words that leads wrote on screen."),
    "layouts_kept": (
        lambda database: [],
        "layouts.csv",
        "It has no file that was read by a layout: no figure of a month, and no value that somebody else worked out.",
    ),
    "aliases_of": (
        lambda database: [],
        "aliases.csv",
        "It has no name of which somebody said what is meant by it.",
    ),
}


@pytest.mark.parametrize("asks", WITHOUT)
def test_one_from_before_there_was_something_is_told_so(database, monkeypatch, asks):
    before, listed, sentence = WITHOUT[asks]
    monkeypatch.setattr(f"loaders.sample_missing.{asks}", before)
    told, *said = missing_from(database)
    assert told.endswith(f"of {len(manifest())} files of today's, 0 are missing or others.")
    assert said == [sentence, TO_SEE_TODAYS]
    assert (SAMPLE / listed).exists()
