import pytest

from loaders.releases import keep_release
from store.comparators import published, releases
from store.database import Database
from tests import dfe_files

KENT, ENGLAND = "E10000016", "E92000001"


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as opened:
        yield opened


def keep(database, content):
    return keep_release(database, content, "requests.csv", release="EHC plans 2025", by="analyst")


def test_a_release_is_kept_with_its_file_and_the_newest_load_wins(database):
    first, second = keep(database, dfe_files.requests(refused=2_199)), keep(database, dfe_files.requests(refused=2_200))
    assert (first.number, second.number) == (1, 2)
    assert first.findings == ()
    refused = published(database)["requests_refused", KENT, "2024"]
    assert (refused.numerator, refused.denominator, refused.loaded) == (2_200, 4_001, 2)
    assert published(database)["requests_refused", ENGLAND, "2024"].value == 25.2
    assert [each.file_name for each in releases(database)] == ["requests.csv", "requests.csv"]


def test_a_file_whose_columns_changed_is_refused_and_the_column_named(database):
    headings = dfe_files.HEADINGS.replace("requests_decided_not_to_assess", "requests_refused_to_assess")
    kept = keep(database, dfe_files.requests(headings=headings))
    assert kept.number is None
    assert any("requests_decided_not_to_assess" in finding.message for finding in kept.findings)
    assert published(database) == {}


def test_anything_else_is_refused(database):
    assert keep(database, b"\x00\x01nothing of the kind").number is None
    assert releases(database) == []
