"""Sends a quarter for review, approves, publishes and withdraws it: each deed is a row, refused where it cannot stand."""

from collections.abc import Sequence
from datetime import datetime

from programme.access import Deed, NotAllowed, Person, demand, done_by
from programme.log import Logged
from programme.moment import time_text
from programme.quarter import Quarter
from programme.signoff import (
    Correction,
    CorrectionKind,
    Signature,
    SignOffDeed,
    corrections,
    signed_last,
    standing_publications,
)
from programme.submission import Acceptance, Version
from programme.wordings import LONGEST_WORDS, wordings_standing
from store import moments
from store.comparators import releases
from store.counting.standing import not_withdrawn
from store.cursor import Cursor
from store.database import Database
from store.errors import Overtaken, StoreError
from store.log import log
from store.order import ledger
from store.order.changes import CHANGES, changes_of
from store.order.clock import newest_moment, refuse_doubtful_day
from store.returns.facts import restatements
from store.returns.wordings import wordings_known
from store.signing.signoff_rows import signatures_then
from store.two_people import refuse_unsaid

NOTHING_SIGNED = "Nothing was changed, and what you typed is not lost."
MOST_TOLD = 5  # of what moved, in the sentence of a refusal

LOGGED = {
    SignOffDeed.SENT: Logged.SENT_FOR_REVIEW,
    SignOffDeed.APPROVED: Logged.APPROVED_QUARTER,
    SignOffDeed.PUBLISHED: Logged.PUBLISHED_QUARTER,
    SignOffDeed.WITHDRAWN: Logged.WITHDREW_PUBLICATION,
}
_RETURNED = "SELECT count(*) FROM figures WHERE quarter = ? AND version IN (SELECT unnest(?::INTEGER[]))"
_WITH_WORDS = "SELECT DISTINCT version FROM entries"
_MOMENT_OF = f"SELECT max(moment) FROM {changes_of(*CHANGES)} WHERE change <= ?"
_NEWEST_DEED = "SELECT max(done_at) FROM sign_offs"


def send_for_review(database: Database, quarter: Quarter, acceptance: Acceptance) -> Signature:
    """Send a quarter for review, as it stands now; what was sent or approved of it before is replaced by this.

    `acceptance.reason` is the note, `acceptance.seen` the newest change on the screen. Raises NotAllowed, Overtaken where
    something of the quarter moved since, and StoreError: nobody or nothing is said, no return of it was accepted, a later
    quarter is published, the day must be confirmed.
    """
    demand(acceptance.by, Deed.SEND_FOR_REVIEW)
    with database.transaction() as cursor:
        known = _asked(cursor, quarter, acceptance, "Whoever sends a quarter for review must give a name and a note")
        _refuse_without_figures(cursor, quarter)
        _refuse_before_a_later(known, quarter)
        made = _made(cursor, quarter, SignOffDeed.SENT, acceptance)
        if acceptance.seen is not None:
            _refuse_moved(cursor, made, _moment_of(cursor, acceptance.seen), "you were shown it")
        return _add(cursor, made, acceptance)


def approve_quarter(database: Database, quarter: Quarter, acceptance: Acceptance) -> Signature:
    """Approve a quarter as it was sent for review.

    Raises NotAllowed also for who wrote, accepted or sent any of its words, Overtaken where something of it moved since,
    with what, and StoreError: it waits for no review, nothing is said, the day must be confirmed.
    """
    demand(acceptance.by, Deed.APPROVE)
    with database.transaction() as cursor:
        known = _asked(cursor, quarter, acceptance, "Whoever approves a quarter must give a name and a note")
        sent = _resting_on(known, quarter, SignOffDeed.SENT, acceptance, "Only a quarter that waits for review is approved")
        made = _made(cursor, quarter, SignOffDeed.APPROVED, acceptance, sent)
        _refuse_an_author(cursor, sent, _signed_before(known), acceptance.by)
        _refuse_moved(cursor, made, sent.shows_at, "it was sent for review")
        return _add(cursor, made, acceptance)


def publish_quarter(
    database: Database, quarter: Quarter, acceptance: Acceptance, embargo: datetime | None = None
) -> Signature:
    """Publish a quarter as it was approved, at once or from the moment `embargo` on: readers are shown that state of it.

    What was corrected since it was approved is not in it, and readers are told so. Raises NotAllowed, and StoreError: it is
    not approved, a return in it was withdrawn, a later quarter is published, the embargo has passed, nothing is said, the
    day must be confirmed; and ValueError for an embargo without an offset.
    """
    demand(acceptance.by, Deed.PUBLISH)
    with database.transaction() as cursor:
        known = _asked(cursor, quarter, acceptance, "Whoever publishes a quarter must give a name and a note")
        approved = _resting_on(known, quarter, SignOffDeed.APPROVED, acceptance, "Only an approved quarter is published")
        _refuse_before_a_later(known, quarter)
        made = _made(cursor, quarter, SignOffDeed.PUBLISHED, acceptance, approved, embargo)
        _refuse_withdrawn_under(cursor, made)
        if embargo is not None and moments.stored(embargo) <= moments.stored(made.at):
            raise StoreError(
                f"An embargo must end after now, {time_text(made.at)}, got: {time_text(embargo)}. {NOTHING_SIGNED}"
            )
        return _add(cursor, made, acceptance)


def withdraw_publication(database: Database, quarter: Quarter, acceptance: Acceptance) -> Signature:
    """Take the newest publication of a quarter back, shown or still under embargo: readers are shown the one before.

    Raises NotAllowed, Overtaken where something else was done to the quarter since it was `seen`, and StoreError: none of it
    stands, nobody or no reason is said, the day must be confirmed.
    """
    demand(acceptance.by, Deed.WITHDRAW_PUBLICATION)
    with database.transaction() as cursor:
        known = _asked(cursor, quarter, acceptance, "A withdrawal must say who withdraws and why")
        own = [each for each in standing_publications(known) if each.quarter == quarter]
        if not own:
            raise StoreError(
                f"Only a quarter that is published can be withdrawn, got: {_told(known, quarter)}. {NOTHING_SIGNED}"
            )
        return _add(cursor, _made(cursor, quarter, SignOffDeed.WITHDRAWN, acceptance, own[-1]), acceptance)


def _asked(cursor: Cursor, quarter: Quarter, acceptance: Acceptance, must: str) -> tuple[Signature, ...]:
    """Everything that was signed, once it is clear who asks and why, on which day, and that they were shown the newest."""
    refuse_doubtful_day(cursor, acceptance)
    refuse_unsaid(acceptance, must)
    if len(acceptance.reason) > LONGEST_WORDS:
        raise StoreError(f"A note has at most {LONGEST_WORDS:,} letters, got: {len(acceptance.reason):,}. {NOTHING_SIGNED}")
    known = signatures_then(cursor, None)
    last = signed_last(known, quarter)
    if acceptance.seen is not None and last and last.change > acceptance.seen:
        raise Overtaken(f"What you were shown is no longer what is stored: {_done(last)}. {NOTHING_SIGNED}")
    return known


def _done(signed: Signature) -> str:
    return f"{signed.doer} {signed.deed} {signed.quarter} on {time_text(signed.at)}".replace(
        f"for review {signed.quarter}", f"{signed.quarter} for review"
    )


def _told(known: Sequence[Signature], quarter: Quarter) -> str:
    """What was done to a quarter last: `2024/25 Q3, which is a draft`."""
    last = signed_last(known, quarter)
    return f"{quarter}: {_done(last)}" if last else f"{quarter}, of which nothing was sent for review yet"


def _resting_on(
    known: Sequence[Signature], quarter: Quarter, deed: SignOffDeed, acceptance: Acceptance, must: str
) -> Signature:
    """The deed that this one rests on, which must be the last one done to the quarter. Raises StoreError."""
    last = signed_last(known, quarter)
    if last is None or last.deed is not deed:
        raise StoreError(f"{must}, got: {_told(known, quarter)}. {NOTHING_SIGNED}")
    return last


def _refuse_without_figures(cursor: Cursor, quarter: Quarter) -> None:
    standing = [version.number for version in not_withdrawn(ledger.read_ledger(cursor))]
    if not cursor.execute(_RETURNED, [str(quarter), standing]).fetchone()[0]:
        raise StoreError(
            f"A quarter that is signed off must have a return that was accepted, got: {quarter}, of which there is no "
            f"figure. It can be sent for review once its first return is accepted. {NOTHING_SIGNED}"
        )


def _refuse_before_a_later(known: Sequence[Signature], quarter: Quarter) -> None:
    """A published state speaks for all quarters up to its own: an earlier one cannot be published beside it."""
    later = [each for each in standing_publications(known) if each.quarter > quarter]
    if later:
        newest = later[-1]
        raise StoreError(
            f"What is published of a quarter speaks for all before it as well, got: {quarter} after {newest.quarter}, "
            f"published by {newest.doer} on {time_text(newest.at)}. Send {newest.quarter} for review again: {quarter} comes "
            f"with it as it stands. {NOTHING_SIGNED}"
        )


def _refuse_an_author(cursor: Cursor, sent: Signature, since: datetime | None, by: Person) -> None:
    """Raise NotAllowed for whoever wrote words of the quarter, accepted a return with words of it, or sent it for review;
    and for whoever did so to a quarter before, after the moment `since`: that comes with it, and nobody approved it yet.

    A person is their account; where one that was kept has none, the name.
    """
    authors = {(sent.account or sent.by): (sent.doer, "sent it for review")}
    for account, name, did in _authors(cursor, sent.quarter, since):
        authors[account or name] = done_by(name, account), did
    if found := next((authors[each] for each in (by.owner, by.account, by.owner or by.name) if each in authors), None):
        raise NotAllowed(
            f"A quarter is approved by somebody who wrote none of its words, got: {found[0]}, who {found[1]}. "
            f"{NOTHING_SIGNED}"
        )


def _signed_before(known: Sequence[Signature]) -> datetime | None:
    """The moment whose state was published last and stands; None where there is none."""
    return max((each.shows_at for each in standing_publications(known)), default=None)


def _authors(cursor: Cursor, quarter: Quarter, since: datetime | None) -> list[tuple[str, str, str]]:
    """The account and name of everybody behind the words that are signed with a quarter, and what they did."""

    def signed_now(about: Quarter | None, at: datetime) -> bool:
        return about == quarter or ((about is None or about < quarter) and (since is None or at > since))

    found = [
        (each.account, each.by, f"wrote words of {each.sheet}")
        for each in wordings_standing(wordings_known(cursor))
        if signed_now(each.quarter, each.at)
    ]
    worded = {number for (number,) in cursor.execute(_WITH_WORDS).fetchall()}
    kept = [each for each in not_withdrawn(ledger.read_ledger(cursor)) if signed_now(each.cover.quarter, each.accepted_at)]
    returned = [(each.account, each.accepted_by, f"accepted {each.file_name}") for each in kept if each.number in worded]
    return [*found, *returned]


def _moment_of(cursor: Cursor, change: int) -> datetime:
    """The moment by which everything up to a change was stored."""
    (found,) = cursor.execute(_MOMENT_OF, [change]).fetchone()
    return moments.aware(found or datetime.min)


def _refuse_moved(cursor: Cursor, made: Signature, since: datetime, when: str) -> None:
    """Raise Overtaken, with what it was, where something of the quarter or of one before it moved between a moment and the
    deed."""
    known = ledger.read_ledger(cursor, made.at)
    stored = restatements(cursor, known), wordings_known(cursor, made.at), releases(cursor, made.at)
    if moved := corrections(known, *stored, made.quarter, since):
        told = "; ".join(_moved_text(each) for each in moved[:MOST_TOLD])
        more = f"; and {len(moved) - MOST_TOLD} more" if len(moved) > MOST_TOLD else ""
        raise Overtaken(
            f"{made.quarter} is no longer what it was when {when}: {told}{more}. Look at what stands there now, and have "
            f"it sent for review again where it is right. {NOTHING_SIGNED}"
        )


_SAID = {
    CorrectionKind.RETURN: "{doer} accepted {named} on {at}",
    CorrectionKind.WITHDRAWAL: "{doer} withdrew version {number} ({named}) on {at}",
    CorrectionKind.WORDS: "{doer} wrote on {named} on {at}",
    CorrectionKind.WORDS_WITHDRAWN: "{doer} withdrew words on {named} on {at}",
    CorrectionKind.RELEASE: "{doer} loaded {named} on {at}",
    CorrectionKind.RELEASE_WITHDRAWN: "{doer} withdrew {named} on {at}",
}


def _moved_text(moved: Correction) -> str:
    """`A. Nalyst accepted return.xlsx on 20 January 2025 at 09:00, which changed 3 figures`."""
    told = _SAID[moved.kind].format(doer=moved.doer, named=moved.named, number=moved.number, at=time_text(moved.at))
    many = len(moved.moved)
    return f"{told}, which changed {many} figure{'' if many == 1 else 's'}" if many else told


def _refuse_withdrawn_under(cursor: Cursor, made: Signature) -> None:
    """Raise StoreError where a return that was approved was withdrawn since: it would be published all the same."""
    known = ledger.read_ledger(cursor, made.at)
    before = {each.number for each in not_withdrawn([each for each in known if each.accepted_at <= made.shows_at])}
    gone = [each for each in known if each.withdraws in before and _speaks_of(each, made.quarter)]
    if gone:
        newest = gone[-1]
        raise StoreError(
            f"What is published must rest on returns that stand, got: version {newest.withdraws} ({newest.file_name}), "
            f"which {newest.doer} withdrew on {time_text(newest.accepted_at)}, after it was sent for "
            f"review. Have {made.quarter} sent for review again. {NOTHING_SIGNED}"
        )


def _speaks_of(version: Version, quarter: Quarter) -> bool:
    return version.cover.quarter is None or version.cover.quarter <= quarter


def _made(
    cursor: Cursor,
    quarter: Quarter,
    deed: SignOffDeed,
    acceptance: Acceptance,
    on: Signature | None = None,
    embargo: datetime | None = None,
) -> Signature:
    """The deed as the next thing ever stored, after everything there is; what is done at a given moment, after the last."""
    newest = cursor.execute(_NEWEST_DEED).fetchone()[0] if acceptance.at else newest_moment(cursor)
    at, change = moments.aware(moments.following(newest, acceptance.at)), ledger.newest_change(cursor)
    return Signature(
        change=change + 1,
        quarter=quarter,
        deed=deed,
        at=at,
        by=acceptance.by.name.strip(),
        account=acceptance.by.account,
        note=acceptance.reason.strip(),
        seen=change if acceptance.seen is None else acceptance.seen,
        shows_at=on.shows_at if on else at,
        rests_on=on.change if on else None,
        embargo=embargo,
    )


def _add(cursor: Cursor, made: Signature, acceptance: Acceptance) -> Signature:
    """Store the deed, with its row of the log, and give it back."""
    row = [made.change, str(made.quarter), made.deed.value, moments.stored(made.at), made.by, made.note, made.seen]
    row += [moments.stored(made.shows_at), made.rests_on, moments.stored(made.embargo) if made.embargo else None]
    cursor.execute(f"INSERT INTO sign_offs VALUES ({', '.join('?' * len(row))})", row)
    ledger.note_account(cursor, made.change, made.account)
    until = f", under embargo until {time_text(made.embargo)}" if made.embargo else ""
    log.log_deed(cursor, LOGGED[made.deed], acceptance.by, f"{made.quarter}{until}")
    return made
