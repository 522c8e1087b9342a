"""Hidden figures to be shown again: an analyst asks, an administrator grants or refuses, each with a reason that is kept."""

from datetime import datetime

from plumbing.kept import Kept
from programme.access import Deed, demand
from programme.hidden import Asking, Decider, Item, Ruling
from programme.log import Logged
from programme.quarter import Quarter
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.hiding.hidden import decide_newest, decisions, hidden_then, trial, undecided
from store.log import log
from store.order import ledger
from store.order.changes import OF_FIGURES, moments_of
from store.order.clock import refuse_doubtful_day
from store.two_people import refuse_the_same_person, refuse_unsaid, waiting

ANOTHER = "A release must be granted by another person than the one who asked for it"

_ASKED = """
    SELECT number, measure, area_code, quarter, span, asked_at, asked_by, hidden_requests.reason,
        coalesce(hidden_askers.account, ''), granted_at, granted_by, coalesce(accounts.account, ''), hidden_grants.reason,
        refused_at, refused_by, hidden_refusals.account, hidden_refusals.reason
    FROM hidden_requests
        LEFT JOIN hidden_askers ON hidden_askers.request = number
        LEFT JOIN hidden_grants ON hidden_grants.request = number
        LEFT JOIN accounts ON accounts.change = hidden_grants.change
        LEFT JOIN hidden_refusals ON hidden_refusals.request = number
    ORDER BY number
"""
_LATEST = f"SELECT max(moment) FROM {moments_of(*OF_FIGURES, 'hidden_requests', 'hidden_refusals', 'sign_offs')}"


def askings(database: Database, as_at: datetime | None = None) -> list[Asking]:
    """Everything that was asked for up to a moment (None: now), oldest first, with what had become of it by then."""
    with database.cursor() as cursor:
        found = _askings(cursor)
    if as_at is None:
        return found
    return [each.then(as_at) for each in found if each.at <= as_at]


def ask_to_unhide(database: Database, item: Item, acceptance: Acceptance, decider: Decider) -> int:
    """Ask for a hidden number to be shown, and return the number of what is asked. Nothing is shown by it.

    Raises NotAllowed where the person may not, and StoreError: a number that is not hidden, that is asked for already,
    with which another count could be worked out (it says which: an analyst asks), or without a name or a reason.
    """
    demand(acceptance.by, Deed.ASK_RELEASE_HIDDEN)
    refuse_unsaid(acceptance, "What is asked for must say who asks and why")
    with database.transaction() as cursor:
        refuse_doubtful_day(cursor, acceptance)
        known = _askings(cursor)
        _refuse_to_ask(cursor, item, known, decider, database.kept)
        number = len(known) + 1
        row = [number, *item[:2], str(item.quarter), item.span, _next(cursor, acceptance)]
        row += [acceptance.by.name, acceptance.reason]
        cursor.execute("INSERT INTO hidden_requests VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        cursor.execute("INSERT INTO hidden_askers VALUES (?, ?)", [number, acceptance.by.account])
        log.log_deed(cursor, Logged.ASKED_FOR_HIDDEN, acceptance.by, f"number {number}: {item.told}")
    return number


def unhide(database: Database, number: int, acceptance: Acceptance, decider: Decider) -> Asking:
    """Grant what was asked for, and give it back: readers see it from now on, and earlier moments stay as they were.

    Raises NotAllowed where the person may not, or asked for it themselves, and StoreError: nothing that is open is asked for
    under this number, it is hidden no longer, no name or no reason is given, or another count could be worked out with it.
    Whoever grants sees no hidden figure, so it is not said which.
    """
    demand(acceptance.by, Deed.RELEASE_HIDDEN)
    refuse_unsaid(acceptance, "A grant must say who grants and why")
    with database.transaction() as cursor:
        refuse_doubtful_day(cursor, acceptance)
        asked = waiting(_askings(cursor), number, "asked for")
        refuse_the_same_person(asked, acceptance.by, ANOTHER, "asked for and to be granted")
        _refuse_unless_hidden(cursor, asked.item, decider, database.kept)
        change, moment = ledger.newest_change(cursor) + 1, _next(cursor, acceptance)
        row = [number, change, moment, acceptance.by.name, acceptance.reason]
        cursor.execute("INSERT INTO hidden_grants VALUES (?, ?, ?, ?, ?)", row)
        ledger.note_account(cursor, change, acceptance.by.account)
        decide_newest(cursor, decider, database.kept)
        if against := decisions(cursor)[-1].withheld:
            others = against.count("; ") + 1
            raise StoreError(
                f"What is shown again must leave every other small count protected, got: {others} that could be worked out "
                f"with {asked.item.told}. It stays hidden. Nothing was changed."
            )
        log.log_deed(cursor, Logged.GRANTED_HIDDEN, acceptance.by, f"number {number}: {asked.item.told}")
    return asked


def refuse_to_unhide(database: Database, number: int, acceptance: Acceptance) -> Asking:
    """Refuse what was asked for, and give it back: the number stays hidden. Raises as `unhide` does."""
    demand(acceptance.by, Deed.RELEASE_HIDDEN)
    refuse_unsaid(acceptance, "A refusal must say who refuses and why")
    with database.transaction() as cursor:
        refuse_doubtful_day(cursor, acceptance)
        asked = waiting(_askings(cursor), number, "asked for")
        row = [number, _next(cursor, acceptance), acceptance.by.name, acceptance.by.account, acceptance.reason]
        cursor.execute("INSERT INTO hidden_refusals VALUES (?, ?, ?, ?, ?)", row)
        log.log_deed(cursor, Logged.REFUSED_HIDDEN, acceptance.by, f"number {number}: {asked.item.told}")
    return asked


def _refuse_to_ask(cursor: Cursor, item: Item, known: list[Asking], decider: Decider, kept: Kept) -> None:
    again = next((each for each in known if each.item == item and each.ruling is None), None)
    if again:
        raise StoreError(f"This is asked for already, as number {again.number} by {again.doer}. Nothing was changed.")
    _refuse_unless_hidden(cursor, item, decider, kept)
    if against := trial(cursor, decider, kept, released=frozenset({item})).withheld:
        raise StoreError(
            "What is shown again must leave every other small count protected, got one with which could be worked out: "
            f"{against}. Nothing was changed."
        )


def _refuse_unless_hidden(cursor: Cursor, item: Item, decider: Decider, kept: Kept) -> None:
    if undecided(cursor, decider):
        decide_newest(cursor, decider, kept)
    now = hidden_then(cursor, None, decider.rules)
    if now.withheld:
        raise StoreError(
            "Nothing can be shown again while readers keep the state before a return, got: one that waits to be put right. "
            "Nothing was changed."
        )
    if item not in now.items:
        raise StoreError(f"Only what is hidden can be shown again, got: {item.told}. Nothing was changed.")


def _askings(cursor: Cursor) -> list[Asking]:
    return [_asking(*row) for row in cursor.execute(_ASKED).fetchall()]


def _asking(number, measure, area, quarter, span, at, by, reason, account, *ruled) -> Asking:
    item = Item(measure, area, Quarter.parse(quarter), span)
    granted, refused = ruled[:4], ruled[4:]
    ruling = _ruling(True, *granted) if granted[0] else _ruling(False, *refused) if refused[0] else None
    return Asking(number, item, moments.aware(at), by, reason, account, ruling)


def _ruling(granted: bool, at: datetime, by: str, account: str, reason: str) -> Ruling:
    return Ruling(granted, moments.aware(at), by, reason, account)


def _next(cursor: Cursor, acceptance: Acceptance) -> datetime:
    """When this happens: after everything else that ever did, or what was hidden at a moment could become another."""
    (newest,) = cursor.execute(_LATEST).fetchone()
    return moments.following(newest, acceptance.at)
