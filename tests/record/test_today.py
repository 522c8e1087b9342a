from dataclasses import replace
from datetime import UTC, date, datetime

from programme.moment import LONDON, end_of
from programme.published import LoadedRelease, ReleaseWithdrawal
from record.today import stands_still, taken_to_be, today
from tests.reports.build import a_version, records_of

LAST = datetime(2025, 2, 3, 23, 30, tzinfo=UTC)
REAL, DEMONSTRATION = a_version(1), a_version(1, at=LAST, illustrative=True)


def real_day() -> date:
    return datetime.now(LONDON).date()


def release(**more) -> LoadedRelease:
    return LoadedRelease(1, "SEN2 2025", "sen2.csv", "f" * 64, LAST, "analyst", 4, **more)


def test_a_demonstration_stays_on_the_day_of_its_last_acceptance():
    records = records_of(versions=[a_version(1, illustrative=True), replace(DEMONSTRATION, number=2)])
    assert (today(records), taken_to_be(records)) == (date(2025, 2, 3), end_of(date(2025, 2, 3)))


def test_real_figures_are_looked_at_on_the_real_day():
    begun = real_day()
    looked = {today(replace(records_of(), versions=known)) for known in ((REAL,), (DEMONSTRATION, a_version(2)), ())}
    assert looked <= {begun, real_day()}, "it may have become another while this ran"


def test_what_was_withdrawn_stands_no_more():
    taken_back = [DEMONSTRATION, a_version(2), a_version(3, withdraws=2, at=LAST)]
    assert stands_still(records_of(versions=taken_back)) is True
    assert stands_still(replace(records_of(versions=[DEMONSTRATION]), releases=(release(),))) is False
    back = ReleaseWithdrawal(LAST, "analyst", "wrong file")
    assert stands_still(replace(records_of(versions=[DEMONSTRATION]), releases=(release(withdrawal=back),))) is True


def test_a_past_moment_stands_and_a_day_that_is_asked_for_overrides():
    past = replace(records_of(versions=[DEMONSTRATION]), as_at=datetime(2024, 11, 30, 12, tzinfo=UTC))
    assert (today(past), taken_to_be(past)) == (date(2024, 11, 30), past.as_at)
    on = date(2025, 7, 1)
    assert {today(each, on) for each in (past, records_of(versions=[REAL]))} == {on}
    assert taken_to_be(past, on) == end_of(on)
