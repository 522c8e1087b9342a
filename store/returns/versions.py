"""Accepts and takes back returns, whole and in one transaction, and tells who did what, when and why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from programme.access import Deed, Person, demand
from programme.answers import is_answer
from programme.finding import Finding, Severity
from programme.hidden import Decider
from programme.log import Logged
from programme.submission import Acceptance, Answered, Submission, Version
from store.counting.soundness import refuse_unsound
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.hiding.hidden import decide_newest
from store.log import log
from store.order import ledger
from store.order.clock import all_illustrative, is_silent_since, machine_day, newest_moment, refuse_doubtful_day
from store.redactions import refuse_redacted
from store.returns.drafts import let_go_of_accepted
from store.returns.entries import add_entries
from store.returns.layouts import note_read_by
from store.returns.overtaking import refuse_overtaken, refuse_overtaken_withdrawal
from store.returns.period_figures import add_period_figures, refuse_months_in_use
from store.rows.figure_rows import add_figures
from store.rows.rows import insert, keep_file

Answer = TypeVar("Answer")


def accept(database: Database, submission: Submission, acceptance: Acceptance, decider: Decider | None = None) -> Version:
    """Store a checked return, all of it or nothing, and give it back as read from the file; its drafts of theirs go.

    `decider` decides in the same transaction what readers may not see; without one it stays undecided for now.
    Raises NotAllowed where the person may not accept, Overtaken where its figures have changed since they were `seen`,
    another StoreError where the file cannot be written or the day must be confirmed, and ValueError for a submission that
    no rule can have let through.
    """
    demand(acceptance.by, Deed.ACCEPT)
    by, reason = acceptance.by.name, acceptance.reason
    refuse_unsound(submission, by)
    with database.transaction() as cursor:
        refuse_doubtful_day(cursor, acceptance)
        if acceptance.seen is not None:
            refuse_overtaken(cursor, submission, acceptance.seen)
        number, moment = ledger.next_slot(cursor, acceptance.at)
        file_name, digest, account = submission.file_name, submission.sha256, acceptance.by.account
        made = Version(
            number, submission.cover, file_name, digest, moment, by, reason, account=account, parts=submission.parts
        )
        keep_file(cursor, digest, submission.content)
        ledger.append(cursor, made)
        add_figures(cursor, number, submission.figures)
        add_period_figures(cursor, number, submission.kept)
        add_entries(cursor, number, submission.entries)
        note_read_by(cursor, number, submission.read_by)
        insert(cursor, "answered", (_answered_row(number, *each) for each in enumerate(submission.answered, start=1)))
        if decider:
            decide_newest(cursor, decider, database.kept)
        let_go_of_accepted(cursor, digest, acceptance.by)
        log.log_deed(cursor, Logged.ACCEPTED, acceptance.by, f"version {number}: {file_name}")
    return version(database, number)


def withdraw(database: Database, number: int, acceptance: Acceptance, decider: Decider | None = None) -> Version:
    """Take a version back: from now on it does not count and the one before does again. Nothing is deleted.

    `decider` as in `accept`.

    Raises NotAllowed where the person may not, Overtaken where its figures have changed since they were `seen`, another
    StoreError for a number that is not there, is withdrawn already or is itself a withdrawal, where no name or no reason is
    given, and where the day must be confirmed.
    """
    demand(acceptance.by, Deed.WITHDRAW)
    by, reason = acceptance.by.name, acceptance.reason
    with database.transaction() as cursor:
        taken_back, known = ledger.numbered(cursor, number), ledger.read_ledger(cursor)
        _refuse_withdrawal(known, taken_back, by, reason)
        if acceptance.seen is not None:
            refuse_overtaken_withdrawal(cursor, taken_back, acceptance.seen)
        refuse_months_in_use(cursor, known, number)
        refuse_doubtful_day(cursor, acceptance)
        own, moment = ledger.next_slot(cursor, acceptance.at)
        made = replace(
            taken_back,
            number=own,
            accepted_at=moment,
            accepted_by=by,
            reason=reason,
            withdraws=number,
            account=acceptance.by.account,
            parts=None,
        )
        ledger.append(cursor, made)
        if decider:
            decide_newest(cursor, decider, database.kept)
        log.log_deed(cursor, Logged.WITHDREW, acceptance.by, f"version {number}: {made.file_name}")
    return version(database, own)


def versions(database: Database, as_at: datetime | None = None) -> list[Version]:
    """Every version, withdrawals included, accepted at or before `as_at` (None: all); oldest first."""
    with database.cursor() as cursor:
        return ledger.read_ledger(cursor, as_at)


def version(database: Database, number: int) -> Version:
    """One version. Raises StoreError for a number that is not there."""
    with database.reading() as cursor:
        return ledger.numbered(cursor, number)


def answered(database: Database, number: int, person: Person) -> list[Answered]:
    """The queries that were ticked when a version was accepted, with their reasons, in the order given.

    They quote figures, so they are for those who may see versions and queries: raises NotAllowed for others.
    """
    demand(person, Deed.SEE_VERSIONS)
    query = "SELECT rule, severity, sheet, cell, message, reason FROM answered WHERE version = ? ORDER BY place"
    with database.cursor() as cursor:
        rows = cursor.execute(query, [number]).fetchall()
    return [
        Answered(Finding(rule, Severity(severity), sheet, cell, message), reason)
        for rule, severity, sheet, cell, message, reason in rows
    ]


def original_file(database: Database, number: int, person: Person) -> bytes:
    """The file as it was handed in. Raises NotAllowed for who may not see it, StoreError for a number that is not there."""
    demand(person, Deed.SEE_ORIGINAL)
    with database.reading() as cursor:
        wanted = ledger.numbered(cursor, number)
        refuse_redacted(cursor, wanted.sha256, f"version {number}")
        (content,) = cursor.execute("SELECT content FROM files WHERE sha256 = ?", [wanted.sha256]).fetchone()
        # once it is there to be taken; and while nobody can redact the name that was just read
        database.looks.note(Logged.TOOK_ORIGINAL, person, f"version {number}: {wanted.file_name}")
    return content


def day_to_confirm(database: Database) -> date | None:
    """The machine's day, where whoever stores something next must confirm it; None in a store that is empty, illustrative
    or in use."""

    def kept(ask: Callable[[Cursor], Answer]) -> Answer:
        def read() -> Answer:
            with database.reading() as cursor:
                return ask(cursor)

        return database.unchanged(ask, read)

    return machine_day() if is_silent_since(kept(newest_moment)) and not kept(all_illustrative) else None


def latest_change(database: Database) -> int:
    """How many things were ever stored: it changes with every return, withdrawal and release of published figures."""

    def read() -> int:
        with database.cursor() as cursor:
            return ledger.newest_change(cursor)

    return database.unchanged("newest change", read)


def _answered_row(number: int, place: int, answer: Answered) -> tuple:
    finding = answer.finding
    return number, place, finding.rule, finding.severity.value, finding.sheet, finding.cell, finding.message, answer.reason


def _refuse_withdrawal(known: list[Version], taken_back: Version, by: str, reason: str) -> None:
    """Raise StoreError when this version cannot be taken back now, or not like this."""
    number = taken_back.number
    earlier = next((version for version in known if version.withdraws == number), None)
    if taken_back.withdraws is not None:
        raise StoreError(
            f"Only a return can be withdrawn, got: version {number}, which is the withdrawal of version "
            f"{taken_back.withdraws}. To bring that one back, accept its file again. Nothing was changed."
        )
    if earlier is not None:
        raise StoreError(
            f"Version {number} was withdrawn already, as version {earlier.number} by {earlier.doer}. Nothing was changed."
        )
    if not (by.strip() and is_answer(reason)):
        got = reason.strip() if by.strip() and reason.strip() else "nothing"
        raise StoreError(f"A withdrawal must say who withdraws and why, got: {got}. Nothing was changed.")
