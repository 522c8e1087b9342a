from dataclasses import replace
from datetime import UTC, datetime, timedelta

from programme.areas import KENT
from programme.quarter import Quarter
from programme.signoff import (
    CorrectionKind,
    Signature,
    SignOff,
    SignOffDeed,
    SignOffState,
    corrections,
    publication_in_force,
    shown_publications,
    sign_off_state,
    signed_last,
    standing_publications,
    withdrawal_in_force,
)
from programme.submission import Restatement
from tests.reports.build import a_figure, a_version

Q2, Q3 = Quarter(2024, 2), Quarter(2024, 3)
START = datetime(2025, 2, 3, 9, tzinfo=UTC)


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def signed(change: int, deed: SignOffDeed, quarter=Q3, on=None, **more) -> Signature:
    return Signature(change, quarter, deed, day(change), "the chair", "", "as discussed", change - 1, day(1), on, **more)


SENT, APPROVED = signed(1, SignOffDeed.SENT), signed(2, SignOffDeed.APPROVED, on=1)
PUBLISHED = signed(3, SignOffDeed.PUBLISHED, on=2)
WITHDRAWN = signed(4, SignOffDeed.WITHDRAWN, on=3)
ALL = (SENT, APPROVED, PUBLISHED, WITHDRAWN)


def test_a_quarter_goes_from_draft_to_published_and_back():
    states = [sign_off_state(ALL, Q3, day(at)) for at in range(5)]
    assert states == [
        *(SignOffState.DRAFT, SignOffState.FOR_REVIEW, SignOffState.APPROVED, SignOffState.PUBLISHED, SignOffState.DRAFT),
    ]
    assert sign_off_state(ALL, Q2, day(3)) is SignOffState.DRAFT
    assert signed_last(ALL, Q3) is WITHDRAWN
    assert signed_last(ALL, Q2) is None


def test_an_embargo_ends_at_its_moment():
    kept = replace(PUBLISHED, embargo=day(10))
    before, after = day(10) - timedelta(microseconds=1), day(10)
    assert [sign_off_state((SENT, APPROVED, kept), Q3, at) for at in (before, after)] == [
        *(SignOffState.EMBARGOED, SignOffState.PUBLISHED),
    ]
    assert publication_in_force((SENT, APPROVED, kept), before) is None
    assert publication_in_force((SENT, APPROVED, kept), after) is kept


def test_the_newest_state_of_the_newest_published_quarter_is_in_force_and_a_withdrawal_brings_the_one_before_back():
    earlier = signed(3, SignOffDeed.PUBLISHED, Q2, on=2)
    later = signed(5, SignOffDeed.PUBLISHED, Q3, on=4)
    gone = signed(6, SignOffDeed.WITHDRAWN, Q3, on=5)
    assert publication_in_force((earlier, later), day(9)) is later
    assert publication_in_force((earlier, later, gone), day(9)) is earlier
    assert standing_publications((earlier, later, gone)) == [earlier]
    assert withdrawal_in_force((earlier, later, gone), day(9)) is None


def test_where_all_that_was_shown_is_withdrawn_the_withdrawal_governs():
    assert withdrawal_in_force(ALL, day(9)) is WITHDRAWN
    sign_off = SignOff(ALL, day(9))
    assert (sign_off.publication, sign_off.governs, sign_off.state(Q3)) == (None, WITHDRAWN, SignOffState.DRAFT)
    assert sign_off.of(Q2) == ()


def test_what_was_withdrawn_while_under_embargo_was_never_shown():
    kept = replace(PUBLISHED, embargo=day(10))
    assert SignOff((SENT, APPROVED, kept, WITHDRAWN), day(20)).governs is None


def test_what_moved_is_what_came_after_and_speaks_of_the_quarter_or_one_before():
    old, late, next_one = a_version(1, at=day(0)), a_version(2, at=day(2)), a_version(3, quarter="2024/25 Q4", at=day(3))
    restated = Restatement(late, "plans_issued", KENT, Q3, a_figure("plans_issued", 5), a_figure("plans_issued", 6))
    (found,) = corrections((old, late, next_one), [restated], (), (), Q3, day(1))
    assert (found.kind, found.number, found.named, found.at) == (CorrectionKind.RETURN, 2, "return.xlsx", day(2))
    assert found.moved == (("plans_issued", KENT.code, Q3),)
    assert corrections((old, late, next_one), [restated], (), (), Q2, day(1)) == ()


def test_a_return_that_was_taken_back_is_named_by_its_own_number():
    gone = a_version(2, at=day(2), withdraws=1)
    (found,) = corrections((a_version(1, at=day(0)), gone), (), (), (), Q3, day(1))
    assert (found.kind, found.number) == (CorrectionKind.WITHDRAWAL, 1)


def test_only_what_readers_were_shown_was_published():
    embargoed = signed(3, SignOffDeed.PUBLISHED, on=2, embargo=day(3.5))

    def shown(signatures, at):
        return shown_publications(SignOff(tuple(signatures), day(at)))

    assert shown(ALL[:3], 2.9) == () and shown(ALL[:3], 3) == ((PUBLISHED, None),)
    assert shown(ALL, 3.9) == ((PUBLISHED, None),) and shown(ALL, 4) == ((PUBLISHED, WITHDRAWN),)
    under = (SENT, APPROVED, embargoed)
    assert shown(under, 3.4) == () and shown(under, 3.5) == ((embargoed, None),)
    before = signed(4, SignOffDeed.WITHDRAWN, on=3)
    late = signed(3, SignOffDeed.PUBLISHED, on=2, embargo=day(5))
    assert shown((SENT, APPROVED, late, before), 9) == (), "withdrawn while nobody was shown it"
