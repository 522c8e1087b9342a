"""Writes words on screen and takes them back, and tells whoever comes second what was written in the meantime."""

from collections.abc import Mapping, Sequence

from programme.access import Deed, Owned, demand, may
from programme.answers import is_answer
from programme.log import Logged
from programme.moment import time_text
from programme.quarter import Quarter
from programme.sheets.form import FormSheet
from programme.sheets.written import Row
from programme.submission import Acceptance
from programme.wordings import LONGEST_WORDS, ON_SCREEN, TO_WRITE, AboutRow, Wording, WordsTyped, about_of
from store.counting.standing import not_withdrawn
from store.cursor import Cursor
from store.database import Database
from store.errors import Overtaken, StoreError
from store.log import log
from store.order import ledger
from store.order.clock import refuse_doubtful_day
from store.returns.counted import Counted
from store.returns.stored_cells import StoredCells
from store.returns.wordings import add_wording, add_wording_withdrawal, wording_numbered, wordings_known
from store.two_people import refuse_unsaid

NOTHING_LOST = "Nothing was stored, and what you typed is not lost."
LONGEST_SAID = 300  # signs of what somebody else wrote, in the sentence that tells of it

SaidCells = Mapping[str, str]
"""What is said of a thing under each heading; empty where nothing is."""


def write_words(database: Database, typed: WordsTyped, acceptance: Acceptance) -> Wording:
    """Store words that the rules let pass, and give them back. They count from now on, until something later is said.

    Where `acceptance.seen` is given, what is said of the same thing must still be what was said after that change. Raises
    NotAllowed where the person may not write them, Overtaken where somebody was quicker, another StoreError: nobody is
    named, the words stand already, what stands becomes another without a reason, no return of the quarter was accepted (a
    letter needs none), the day must be confirmed; and ValueError for words that no form can have let through.
    """
    _refuse_unsound(typed)
    demand(acceptance.by, TO_WRITE[typed.form.name])
    if not acceptance.by.name.strip():
        raise StoreError(f"Whoever writes must give a name or role, got: nothing. {NOTHING_LOST}")
    with database.transaction() as cursor:
        refuse_doubtful_day(cursor, acceptance)
        if typed.form.quarterly:  # a letter comes whether returns do or not
            _refuse_without_return(cursor, typed.quarter)
        now = _said(_counted(cursor, database), typed)
        if acceptance.seen is not None:
            _refuse_overtaken(cursor, database, typed, acceptance.seen, now)
        _refuse_unchanged(typed, acceptance, now)
        made = add_wording(cursor, typed, acceptance)
        log.log_deed(cursor, Logged.WROTE, acceptance.by, _told(made))
    return made


def withdraw_words(database: Database, number: int, acceptance: Acceptance) -> Wording:
    """Take words back: they count no more, and what was said before them does. Nothing is deleted.

    Whoever wrote them may, and whoever may withdraw a return. Raises NotAllowed for others, Overtaken where somebody wrote
    of the same thing since what was `seen`, another StoreError: there are none of this number, they are withdrawn already,
    nobody says who and why, the day must be confirmed.
    """
    with database.transaction() as cursor:
        known = wordings_known(cursor)
        found = wording_numbered(known, number)
        if not may(acceptance.by, Deed.WITHDRAW):
            demand(acceptance.by, TO_WRITE[found.sheet], Owned(found.account))
        refuse_doubtful_day(cursor, acceptance)
        if gone := found.withdrawal:
            raise StoreError(f"The words number {number} were withdrawn already, by {gone.doer}. Nothing was changed.")
        if acceptance.seen is not None:
            _refuse_unread(known, found, acceptance.seen)
        refuse_unsaid(acceptance, "A withdrawal must say who withdraws and why")
        add_wording_withdrawal(cursor, found, acceptance)
        log.log_deed(cursor, Logged.WITHDREW_WORDS, acceptance.by, _told(found))
        return wording_numbered(wordings_known(cursor), number)


def _refuse_unsound(typed: WordsTyped) -> None:
    """Raise ValueError for words that no form can have let through."""
    form = typed.form
    if ON_SCREEN.get(form.name) is not form:
        raise ValueError(f"Words on screen must be of {', '.join(ON_SCREEN)}, got: {form.name}")
    if strange := set(typed.cells) - set(form.headings):
        raise ValueError(f"Words must stand under a heading of {form.name}, got: {', '.join(sorted(strange))}")
    if not all(text.strip() for text in typed.cells.values()) or not typed.row.has_needed(form):
        raise ValueError(f"A row of {form.name} must have what none does without and no blank cell, got: {typed.cells}")
    if (longest := max((len(text) for text in typed.cells.values()), default=0)) > LONGEST_WORDS:
        raise ValueError(f"Words must have at most {LONGEST_WORDS:,} signs, got: {longest:,}")


def _refuse_without_return(cursor: Cursor, quarter: Quarter) -> None:
    standing = [version.number for version in not_withdrawn(ledger.read_ledger(cursor))]
    query = "SELECT count(*) FROM figures WHERE quarter = ? AND version IN (SELECT unnest(?::INTEGER[]))"
    if not cursor.execute(query, [str(quarter), standing]).fetchone()[0]:
        raise StoreError(
            f"Words must be of a quarter of which a return was accepted, got: {quarter}, of which there is no figure. "
            f"They can be written once its first return is accepted. {NOTHING_LOST}"
        )


def _refuse_overtaken(cursor: Cursor, database: Database, typed: WordsTyped, seen: int, now: SaidCells) -> None:
    """Raise Overtaken where something else is said of the same thing than after the `seen`-th change: by whom, and what."""
    before = _said(_counted(cursor, database, seen), typed)
    if before == now:
        return
    about = {column.heading for column in typed.form.named(*typed.form.apart)}  # that is as it was, whatever is said of it
    headings = (heading for heading in typed.form.headings if heading not in about)
    changed = [heading for heading in headings if before.get(heading, "") != now.get(heading, "")]
    told = "; ".join(f"{each}: {_quoted(now.get(each, ''))} in place of {_quoted(before.get(each, ''))}" for each in changed)
    raise Overtaken(
        f"What you were shown is no longer what is said: {_who(cursor, typed.about, seen)}. It says now "
        f"{told or 'nothing'}. {NOTHING_LOST} To put yours in its place, store it again."
    )


def _refuse_unread(known: Sequence[Wording], found: Wording, seen: int) -> None:
    """Raise Overtaken where words of the same thing were written after the `seen`-th change."""
    unread = [each for each in known if each.about == found.about and each.change > seen]
    if unread:
        raise Overtaken(
            f"What you were shown is no longer what is said: {unread[-1].doer} wrote here on {time_text(unread[-1].at)}. "
            f"Look at what is said now, and withdraw that where it is wrong. {NOTHING_LOST}"
        )


def _quoted(text: str) -> str:
    short = text if len(text) <= LONGEST_SAID else f"{text[:LONGEST_SAID]} …"
    return f"“{short}”" if text else "nothing"


def _who(cursor: Cursor, about: AboutRow, seen: int) -> str:
    """Who said or took back something of a thing after the `seen`-th change, and when."""
    own = [each for each in wordings_known(cursor) if each.about == about]
    deeds = [(each.at, f"{each.doer} wrote here on {time_text(each.at)}") for each in own if each.change > seen]
    gone = [each.withdrawal for each in own if each.withdrawal and each.withdrawal.change > seen]
    deeds += [(each.at, f"{each.doer} withdrew what stood here on {time_text(each.at)}") for each in gone]
    for version in ledger.since(cursor, seen):
        deed = f"accepted {version.file_name}" if version.withdraws is None else f"withdrew version {version.withdraws}"
        deeds.append((version.accepted_at, f"{version.doer} {deed} on {time_text(version.accepted_at)}"))
    return max(deeds)[1]


def _refuse_unchanged(typed: WordsTyped, acceptance: Acceptance, now: SaidCells) -> None:
    if dict(typed.cells) == now:
        raise StoreError("Words must say something else than what stands already, got: the same. Nothing was stored.")
    if now and not is_answer(acceptance.reason):
        raise StoreError(
            f"Whoever changes what is said must say why, got: {acceptance.reason.strip() or 'nothing'}. {NOTHING_LOST}"
        )


def _counted(cursor: Cursor, database: Database, seen: int | None = None) -> Counted:
    """What counts now, or counted after the `seen`-th change."""
    versions, known = ledger.read_ledger(cursor), wordings_known(cursor)
    if seen is not None:
        later = {version.number for version in ledger.since(cursor, seen)}
        versions = [version for version in versions if version.number not in later]
        known = [each.after(seen) for each in known if each.change <= seen]
    return Counted(cursor, versions, StoredCells(database, versions), wordings=known)


def _said(counted: Counted, typed: WordsTyped) -> SaidCells:
    """What is said of a thing: by whatever came last, returned or written on screen."""
    speaking = (rows for streams, rows in counted.spoken(typed.form.name) if typed.stream in (None, *streams))
    found = [row for rows in speaking for row in rows if about_of(typed.form, row) == typed.about]
    return _cells(found[-1], typed.form) if found else {}


def _cells(row: Row, form: FormSheet) -> SaidCells:
    return {column.heading: row.text(column) for column in form.columns if row.text(column)}


def _told(wording: Wording) -> str:
    """`number 3: Assessment, 2024/25 Q3, 6`: which words, and of what; not what they say."""
    _, quarter, apart = wording.about
    return f"number {wording.number}: {', '.join(map(str, (wording.sheet, quarter, *filter(None, apart))))}"
