"""Names that people added for things of ours: kept with who, when and why, and taken back; nothing is deleted."""

from datetime import datetime

from programme.access import Deed, demand
from programme.aliases import AddedAlias, Alias, Thing, aliases_standing
from programme.log import Logged
from programme.names import Naming
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.log import log
from store.order.clock import refuse_doubtful_day
from store.returns.numbered import NumberedTable, rows_numbered

_ADDED = "SELECT number, kind, thing, called, added_at, added_by, account, reason FROM aliases"
_GONE = "SELECT alias, withdrawn_at, withdrawn_by, account, reason FROM alias_withdrawals"


def aliases_known(cursor: Cursor, as_at: datetime | None = None) -> list[AddedAlias]:
    """Every alias added up to a moment (None: now), oldest first, with what had become of it by then."""
    found = [_added(*row, taken) for row, taken in rows_numbered(cursor, _ADDED, _GONE)]
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
        at = _TABLE.moment(cursor, acceptance)
        made = AddedAlias(len(known) + 1, alias, at, acceptance.by.name, account, acceptance.reason)
        row = [made.number, alias.kind.value, alias.of, alias.called.strip(), moments.stored(made.at), made.by, account]
        cursor.execute("INSERT INTO aliases VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [*row, made.reason])
        log.log_deed(cursor, Logged.ADDED_ALIAS, acceptance.by, _told(made))
    return made


def withdraw_alias(database: Database, number: int, acceptance: Acceptance) -> AddedAlias:
    """Take an alias back: from now on the name means nothing of ours by it. What was accepted stays as it was understood.

    Raises NotAllowed, and StoreError: there is none of this number, it is withdrawn already, nobody says who and why, the
    day must be confirmed.
    """
    return _TABLE.take_back(database, number, acceptance)


def _then(each: AddedAlias, as_at: datetime) -> AddedAlias:
    """An alias as it was known at a moment: without a withdrawal that came later."""
    later = each.withdrawal is not None and each.withdrawal.at > as_at
    return AddedAlias(each.number, each.alias, each.at, each.by, each.account, each.reason) if later else each


def _added(number, kind, thing, called, at, by, account, reason, taken) -> AddedAlias:
    alias = Alias(Thing(kind), thing, called)
    return AddedAlias(number, alias, moments.aware(at), by, account, reason, taken)


def _told(each: AddedAlias) -> str:
    """`number 3: the area E07000112 is called Shepway`."""
    return f"number {each.number}: the {each.alias.kind} {each.alias.of} is called {each.alias.called}"


_TABLE = NumberedTable(
    "aliases",
    "alias_withdrawals",
    kept="aliases that were added here",
    called="The alias number",
    known=aliases_known,
    logged=Logged.WITHDREW_ALIAS,
    told=_told,
)
