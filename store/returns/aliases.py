"""Names that people added for things of ours: kept with who, when and why, and taken back; nothing is deleted."""

from datetime import datetime

from programme.access import Deed, TakenBack, demand
from programme.aliases import AddedAlias, Alias, Thing, aliases_standing
from programme.log import Logged
from programme.names import Naming
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.log import log
from store.order.changes import moments_of
from store.order.clock import refuse_doubtful_day
from store.two_people import refuse_unsaid

_ALL = """
    SELECT number, kind, thing, called, added_at, added_by, aliases.account, aliases.reason,
        withdrawn_at, withdrawn_by, gone.account, gone.reason
    FROM aliases LEFT JOIN alias_withdrawals AS gone ON gone.alias = number
    ORDER BY number
"""
_NEWEST = f"SELECT max(moment) FROM {moments_of('aliases', 'alias_withdrawals')}"


def aliases_known(cursor: Cursor, as_at: datetime | None = None) -> list[AddedAlias]:
    """Every alias added up to a moment (None: now), oldest first, with what had become of it by then."""
    found = [_added(*row) for row in cursor.execute(_ALL).fetchall()]
    return found if as_at is None else [_then(each, as_at) for each in found if each.at <= as_at]


def aliases_of(database: Database, as_at: datetime | None = None) -> list[AddedAlias]:
    """The same, for those who ask for nothing else. Raises StoreError."""
    with database.cursor() as cursor:
        return aliases_known(cursor, as_at)


def keep_alias(database: Database, alias: Alias, acceptance: Acceptance, shipped: Naming) -> AddedAlias:
    """Keep what somebody means by a name, always; `shipped` are the names that things have without it.

    Raises NotAllowed where the person may not, and StoreError: nobody is named, the thing is not there, the name is its own
    already or another thing's, the day must be confirmed.
    """
    demand(acceptance.by, Deed.KEEP_LAYOUT)
    if not acceptance.by.name.strip():
        raise StoreError("Whoever adds an alias must give a name or role, got: nothing. Nothing was stored.")
    with database.transaction() as cursor:
        refuse_doubtful_day(cursor, acceptance)
        known = aliases_known(cursor)
        if amiss := shipped.with_aliases(aliases_standing(known)).amiss(alias):
            got = f"{alias.called.strip() or 'nothing'} for {shipped.called(alias.kind, alias.of)}"
            raise StoreError(f"An alias must {amiss}, got: {got}. Nothing was stored.")
        account = acceptance.by.account
        made = AddedAlias(len(known) + 1, alias, _moment(cursor, acceptance), acceptance.by.name, account, acceptance.reason)
        row = [made.number, alias.kind.value, alias.of, alias.called.strip(), moments.stored(made.at), made.by, account]
        cursor.execute("INSERT INTO aliases VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [*row, made.reason])
        log.log_deed(cursor, Logged.ADDED_ALIAS, acceptance.by, _told(made))
    return made


def withdraw_alias(database: Database, number: int, acceptance: Acceptance) -> AddedAlias:
    """Take an alias back: from now on the name means nothing of ours by it. What was accepted stays as it was understood.

    Raises NotAllowed, and StoreError: there is none of this number, it is withdrawn already, nobody says who and why, the
    day must be confirmed.
    """
    demand(acceptance.by, Deed.KEEP_LAYOUT)
    with database.transaction() as cursor:
        found = _numbered(aliases_known(cursor), number)
        refuse_doubtful_day(cursor, acceptance)
        if gone := found.withdrawal:
            raise StoreError(f"The alias number {number} was withdrawn already, by {gone.doer}. Nothing was changed.")
        refuse_unsaid(acceptance, "A withdrawal must say who withdraws and why")
        row = [number, moments.stored(_moment(cursor, acceptance)), acceptance.by.name, acceptance.by.account]
        cursor.execute("INSERT INTO alias_withdrawals VALUES (?, ?, ?, ?, ?)", [*row, acceptance.reason])
        log.log_deed(cursor, Logged.WITHDREW_ALIAS, acceptance.by, _told(found))
        return _numbered(aliases_known(cursor), number)


def _moment(cursor: Cursor, acceptance: Acceptance) -> datetime:
    (newest,) = cursor.execute(_NEWEST).fetchone()
    return moments.aware(moments.following(newest, acceptance.at))


def _numbered(known: list[AddedAlias], number: int) -> AddedAlias:
    found = next((each for each in known if each.number == number), None)
    if found is None:
        raise StoreError(
            f"It must be one of the {len(known)} aliases that were added here, got: number {number}. Nothing was changed."
        )
    return found


def _then(each: AddedAlias, as_at: datetime) -> AddedAlias:
    """An alias as it was known at a moment: without a withdrawal that came later."""
    later = each.withdrawal is not None and each.withdrawal.at > as_at
    return AddedAlias(each.number, each.alias, each.at, each.by, each.account, each.reason) if later else each


def _added(number, kind, thing, called, at, by, account, reason, *gone) -> AddedAlias:
    withdrawal = TakenBack(moments.aware(gone[0]), *gone[1:]) if gone[0] else None
    return AddedAlias(number, Alias(Thing(kind), thing, called), moments.aware(at), by, account, reason, withdrawal)


def _told(each: AddedAlias) -> str:
    """`number 3: the area E07000112 is called Shepway`."""
    return f"number {each.number}: the {each.alias.kind} {each.alias.of} is called {each.alias.called}"
