import pytest

from loaders.published.releases import keep_release
from store.database import Database
from tests import dfe_files
from tests.accepting import by
from tests.asking import published, releases

KENT, ENGLAND = "E10000016", "E92000001"


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "wsoa.duckdb") as opened:
        yield opened


def keep(database, content):
    return keep_release(database, content, "requests.csv", "EHC plans 2025", by("analyst"))


def test_a_release_is_kept_with_its_file_and_the_newest_load_wins(database):
    first, second = keep(database, dfe_files.requests(refused=2_199)), keep(database, dfe_files.requests(refused=2_200))
    assert (first.number, second.number) == (1, 2)
    assert first.findings == ()
    refused = published(database)["requests_refused", KENT, "2024"]
    assert (refused.numerator, refused.denominator, refused.loaded) == (2_200, 4_001, 2)
    assert published(database)["requests_refused", ENGLAND, "2024"].value == 25.2
    assert [each.file_name for each in releases(database)] == ["requests.csv", "requests.csv"]


def test_the_same_file_again_is_not_stored_twice(database):
    first, second, third = (keep(database, dfe_files.requests(refused=refused)) for refused in (2_199, 2_200, 2_200))
    assert (second.number, second.figures) == (third.number, third.figures)
    assert len(releases(database)) == 2
    assert keep(database, dfe_files.requests(refused=2_199)).number == 3, "going back to the file before is a new load"
    assert first.figures == second.figures


def test_the_same_file_in_another_release_is_a_load_of_its_own(database):
    for release in ("provisional", "final"):
        keep_release(database, dfe_files.requests(), "requests.csv", release, by("analyst"))
    assert [each.release for each in releases(database)] == ["provisional", "final"]


def test_a_file_whose_columns_changed_is_refused_and_the_column_named(database):
    headings = dfe_files.HEADINGS.replace("requests_decided_not_to_assess", "requests_refused_to_assess")
    kept = keep(database, dfe_files.requests(headings=headings))
    assert kept.number is None
    assert any("requests_decided_not_to_assess" in finding.message for finding in kept.findings)
    assert published(database) == {}


def test_anything_else_is_refused(database):
    assert keep(database, b"\x00\x01nothing of the kind").number is None
    assert releases(database) == []
