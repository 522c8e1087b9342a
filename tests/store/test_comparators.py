from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from programme.published import LoadedRelease, Published, PublishedFile, published_figures
from programme.symbols import Symbol
from store import comparators, versions
from tests.accepting import by
from tests.asking import published, releases
from tests.store.submissions import ISSUED, standard

MONDAY = datetime(2025, 6, 26, 9, 30, tzinfo=UTC)
KENT = Published(
    series="requests_refused",
    title="Requests refused",
    area_code="E10000016",
    area="Kent",
    period_basis="calendar year",
    period="2024",
    numerator=2341.0,
    denominator=4254.0,
    value=55.0,
    symbol=None,
    unit="percent",
    source="DfE",
    file="requests.csv",
    row=812,
)
REVISED = replace(KENT, value=54.8, row=813)
HIDDEN = replace(KENT, period="2023", numerator=None, denominator=None, value=None, symbol=Symbol.SUPPRESSED)
KEY = ("requests_refused", "E10000016", "2024")


def save(database, *figures, at=None, release="2025"):
    return comparators.save_release(database, PublishedFile(release, "requests.csv", "f" * 64, figures), by(at=at))


def test_a_release_is_read_as_it_was_saved(database):
    assert save(database, KENT, HIDDEN) == 1
    assert published(database) == {
        KEY: replace(KENT, loaded=1),
        ("requests_refused", "E10000016", "2023"): replace(HIDDEN, loaded=1),
    }


def test_every_published_figure_of_the_project_survives(database):
    save(database, *published_figures().values())
    assert {key: replace(each, loaded=None) for key, each in published(database).items()} == published_figures()


def test_the_newest_load_of_a_figure_wins_and_the_earlier_one_can_be_read(database):
    save(database, KENT, HIDDEN, at=MONDAY)
    assert save(database, REVISED, at=MONDAY + timedelta(days=1)) == 2
    assert published(database)[KEY] == replace(REVISED, loaded=2)
    assert len(published(database)) == 2
    assert published(database, MONDAY)[KEY] == replace(KENT, loaded=1)
    assert published(database, MONDAY - timedelta(seconds=1)) == {}


def test_releases_say_what_was_loaded_when_and_by_whom(database):
    assert releases(database) == []
    save(database, KENT, HIDDEN, at=MONDAY)
    save(database, REVISED, at=MONDAY, release="2025 revised")
    assert releases(database) == [
        LoadedRelease(1, "2025", "requests.csv", "f" * 64, MONDAY, "analyst", 2),
        LoadedRelease(2, "2025 revised", "requests.csv", "f" * 64, MONDAY + timedelta(microseconds=1), "analyst", 1),
    ]


def test_a_load_changes_the_number_that_caches_are_kept_by(database):
    before = versions.latest_change(database)
    save(database, KENT)
    assert versions.latest_change(database) == before + 1
    assert versions.accept(database, standard({ISSUED: 1}), by("analyst")).number == 1
    assert versions.latest_change(database) == before + 2


def test_two_values_for_one_figure_are_refused_whole(database):
    with pytest.raises(ValueError, match="one value for a figure, area and period, got: "):
        save(database, HIDDEN, KENT, REVISED)
    assert releases(database) == []
    assert published(database) == {}


def test_an_empty_release_is_refused(database):
    with pytest.raises(ValueError, match="at least one figure, got: none"):
        save(database)
