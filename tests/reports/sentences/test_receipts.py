from datetime import UTC, datetime

from programme.published import published_figures
from programme.quarter import Quarter
from programme.symbols import Status
from record.receipts import receipts
from reports.language.linked import leads
from reports.sentences.receipts import (
    expected_text,
    published_headline,
    receipt_linked,
    receipt_text,
    receipts_list,
    returns_headline,
    stands_still_text,
)
from tests.record.test_receipts import KCC, NHS, spoken
from tests.reports.build import a_figure, a_version, records_of
from tests.reports.progress.test_changes import found

Q3 = Quarter.parse("2024/25 Q3")
AFTER = datetime(2025, 3, 1, tzinfo=UTC)


def test_the_headline_of_published_figures_says_how_many_of_which_areas_and_years():
    assert published_headline(published_figures()) == "Published figures: 4,970 of 20 areas, 2015/16 to 2025"
    assert published_headline({}) == "Published figures: none"


def test_missing_returns_are_said_with_the_day_they_were_due():
    told = found(versions=(a_version(1, workstreams=(1, 2, 3, 4)),), now=AFTER)
    assert receipts_list(told.missing) == [(leads("Workstream 5", "returns"), ": ✗ missing (due 5 February 2025)")]


def test_the_headline_counts_what_is_missing_and_what_came_late():
    states = receipts(records_of(versions=(a_version(1, workstreams=(1, 2, 3, 4)),)), [Q3], AFTER)
    assert returns_headline(states, "for 2024/25 Q3") == "Returns for 2024/25 Q3: 1 missing, none received late"
    assert returns_headline([], "since 2019/20 Q1") == "Returns since 2019/20 Q1: none missing, none received late"


def test_provisional_and_superseded_returns_say_so():
    versions = [a_version(1, status=Status.FINAL), a_version(2, status=Status.PROVISIONAL)]
    receipt = receipts(records_of(versions=versions), [Q3], AFTER)[0]
    assert receipt_text(receipt) == "✓ received on time (20 January 2025, provisional, 1 superseded)"


def test_the_day_on_which_a_return_came_leads_to_its_version():
    (one, *_) = receipts(records_of(versions=(a_version(7),)), [Q3], AFTER)
    led = [piece for piece in receipt_linked(one) if not isinstance(piece, str)]
    assert leads("20 January 2025", "returns", at="version-7") in led


def test_what_is_expected_next_is_said_with_its_day():
    assert expected_text([Q3 + 1], AFTER) == "Expected next: the returns for 2024/25 Q4, which are due by 8 May 2025."
    assert expected_text([Q3], AFTER) == "Expected next: the returns for 2024/25 Q3, which were due by 5 February 2025."
    assert expected_text([Q3, Q3 + 1], AFTER) == (
        "Expected next: the returns for 2024/25 Q3, which were due by 5 February 2025; for 2024/25 Q4, which are due by "
        "8 May 2025."
    )


IN_TIME, LATER = datetime(2025, 1, 20, 9, tzinfo=UTC), datetime(2025, 2, 20, 9, tzinfo=UTC)


def said(records, stream=5):
    return next(receipt_text(each) for each in receipts(records, [Q3], AFTER) if each.workstream == stream)


def test_the_worst_is_said_first_whose_it_is_and_how_the_others_stand():
    own = spoken(1, KCC, at=IN_TIME)
    assert said(records_of(versions=[own])) == "✗ missing from NHS (due 5 February 2025); KCC ✓ 20 January 2025"
    theirs = spoken(2, NHS, at=LATER)
    assert said(records_of(versions=[own, theirs])) == "◷ received late from NHS (20 February 2025); KCC ✓ 20 January 2025"


def test_what_was_taken_back_is_said():
    versions = [a_version(1, at=IN_TIME), a_version(2, withdraws=1), a_version(3, at=LATER)]
    assert said(records_of(versions=versions[:2])) == (
        "✗ missing (due 5 February 2025, received 20 January 2025 and withdrawn)"
    )
    assert said(records_of(versions=versions)) == (
        "↻ received in time, withdrawn, received again (received 20 January 2025 and withdrawn, 20 February 2025)"
    )


def test_how_many_of_the_figures_owed_are_there_and_how_many_are_symbols():
    figures = [a_figure("plans_issued", 400), a_figure("plans_issued_within_20_weeks", "x")]
    assert said(records_of(*figures), 3) == "✓ received on time (20 January 2025, 2 of 101 figures, 1 of them symbols)"


def test_on_which_day_a_demonstration_stands_is_said():
    shown = records_of(versions=[a_version(1, illustrative=True, at=IN_TIME)])
    assert stands_still_text(shown) == (
        "All that stands is illustrative, so the day is taken to be that of the last return, 20 January 2025."
    )
    assert stands_still_text(records_of()) == ""
