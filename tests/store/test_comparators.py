from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from programme.access import EVERY_ROLE, Person
from programme.finding import Finding, Severity
from programme.log import Logged
from programme.published import LoadedRelease, Published, PublishedFile, ReleaseWithdrawal, published_figures
from programme.submission import Acceptance
from programme.symbols import Symbol
from store import comparators
from store.errors import StoreError
from store.log_check import read_log
from store.returns import versions
from store.snapshot import snapshot
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


def test_a_release_says_with_which_account_it_was_loaded_and_taken_back(database):
    comparators.save_release(database, dated(KENT, "2025-07-03"), Acceptance(Person("Ann", "ann@desk-7", EVERY_ROLE)))
    comparators.withdraw_release(database, 1, Acceptance(Person("Bob", "kdoe@desk-8", EVERY_ROLE), "a draft"))
    (found,) = releases(database)
    assert (found.doer, found.withdrawal.doer) == ("Ann (ann@desk-7)", "Bob (kdoe@desk-8)")
    with pytest.raises(StoreError, match=r"^Release 1 was withdrawn already, by Bob \(kdoe@desk-8\)\. Nothing"):
        comparators.withdraw_release(database, 1, by(reason="again"))


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


def test_the_day_of_publication_orders_and_a_withdrawal_is_known_from_its_moment(database):
    comparators.save_release(database, dated(REVISED, "2025-07-03"), by(at=MONDAY))
    comparators.save_release(database, dated(KENT, "2024-06-20"), by(at=MONDAY + timedelta(days=1)))
    assert published(database)[KEY].loaded == 1
    comparators.withdraw_release(database, 1, by(reason="a draft", at=MONDAY + timedelta(days=2)))
    assert published(database)[KEY] == replace(KENT, loaded=2)
    assert published(database, MONDAY + timedelta(days=1, hours=1))[KEY] == replace(REVISED, loaded=1)
    assert releases(database, MONDAY + timedelta(days=1, hours=1))[0].withdrawal is None
    assert releases(database)[0].withdrawal == ReleaseWithdrawal(MONDAY + timedelta(days=2), "analyst", "a draft")


def dated(figure, day, content=b""):
    return PublishedFile("2025", "requests.csv", "f" * 64, (figure,), content, date.fromisoformat(day))


def test_one_day_for_two_releases_of_one_figure_is_refused_whole(database):
    comparators.save_release(database, dated(KENT, "2025-07-03"), by())
    with pytest.raises(StoreError, match=r"published on another day, got: 2025-07-03, as release 1 \(2025\)"):
        comparators.save_release(database, dated(REVISED, "2025-07-03"), by())
    assert comparators.save_release(database, dated(HIDDEN, "2025-07-03"), by()) == 2, "another period of the same release"


def test_a_withdrawal_is_refused_twice_without_a_reason_and_of_nothing(database):
    save(database, KENT)
    before = versions.latest_change(database)
    for reason in ("", "-", "tbc", "\u200b"):  # as with a return: what holds a place says nothing
        with pytest.raises(StoreError, match=f"must say who withdraws and why, got: {reason or 'nothing'}"):
            comparators.withdraw_release(database, 1, by(reason=reason))
    with pytest.raises(StoreError, match="must be one of the 1 that were loaded, got: release 7"):
        comparators.withdraw_release(database, 7, by(reason="a draft"))
    comparators.withdraw_release(database, 1, by(reason="a draft"))
    assert versions.latest_change(database) == before + 1
    with pytest.raises(StoreError, match="Release 1 was withdrawn already, by analyst"):
        comparators.withdraw_release(database, 1, by(reason="a draft"))


def test_the_bytes_of_a_release_and_the_answers_about_it_are_kept(database):
    query = Finding("release_jump", Severity.QUERY, "requests.csv", "A2", "must be near")
    file = replace(dated(KENT, "2025-07-03", b"the file"), answered=((query, "a new method"),))
    assert comparators.save_release(database, file, by()) == 1
    assert comparators.release_file(database, 1, by().by) == b"the file"
    assert comparators.release_answers(database, 1, by().by) == [(query, "a new method")]
    comparators.save_release(database, PublishedFile("2024", "figures.csv", "e" * 64, (HIDDEN,)), by())
    with pytest.raises(
        StoreError, match=r"^The original of release 2 was not kept: an earlier edition kept only its figures"
    ):
        comparators.release_file(database, 2, by().by)
    with pytest.raises(StoreError, match=r"^A release must be one that was loaded, got: release 3\.$"):
        comparators.release_file(database, 3, by().by)
    database.looks.flush()
    taken = [row.what for row in read_log(database, by().by) if row.deed == Logged.TOOK_ORIGINAL]
    assert taken == ["release 1"], "only what was there to be taken"


def test_time_does_not_run_backwards_between_loads_and_withdrawals(database):
    save(database, KENT, at=MONDAY)
    comparators.withdraw_release(database, 1, by(reason="a draft", at=MONDAY + timedelta(days=9)))
    with pytest.raises(ValueError, match="must not be earlier than"):
        save(database, KENT, at=MONDAY + timedelta(days=1))


def test_what_would_count_after_a_load_and_without_one_is_what_counts_then(database):
    comparators.save_release(database, dated(KENT, "2025-07-03"), by())
    older, newer = dated(REVISED, "2024-06-20"), dated(REVISED, "2025-08-01")
    with snapshot(database) as known:
        assert known.published_after(older)[KEY] == replace(KENT, loaded=1)
        assert known.published_after(newer)[KEY] == REVISED
        assert known.published_without(1) == {}
        assert known.given_by(1) == {KEY: replace(KENT, loaded=1)}
