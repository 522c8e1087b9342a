"""Adding, removing and renewing people, and the link by which somebody sets their own password."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from access.door import configured_door
from access.issuer import Issuer
from access.passwords import hashed, refused_password
from programme.access import Deed, Person, Role, demand
from programme.moment import time_text
from store.accounts import people
from store.accounts.people import Enrolled, everybody, secret_hash
from store.database import Database, StoreError
from store.returns.versions import versions

__all__ = ["Enrolled", "everybody"]

LINK_PAGE = "/first-password"

NO_LONGER = (
    "A link to set a password can be used once, within 24 hours, got: one that was used, that is older, or that is none. "
    "Ask an administrator for another. Nothing was changed."
)
NOT_FOUND = "The person must be one of those who may sign in, got: {got}. Nothing was changed."
SEVERAL = (
    "The person must be named so that nobody else is meant, got: {got}, which is each of {accounts}. Give one of these. "
)
NOT_YOURSELF = "Somebody else must remove you, so that somebody is left who manages people. Nothing was changed."
NO_PASSWORDS = (
    "People sign in here by the word of {issuer}, got: one with a password of ours, who could not. Give --subject with what "
    "the issuer calls them; whoever was refused reads it on the page that says so. Nothing was changed."
)
NO_ISSUER = (
    "A subject is what an issuer calls somebody, got: {got} where no issuer is configured. Leave it out. "
    "Nothing was changed."
)
ANOTHER_ISSUER = (
    "An account here must be one of {issuer}, got: {got}. Give the account as whoever was refused reads it on the page that "
    "says so. Nothing was changed."
)
NOT_OURS = "Only a password of ours can be set anew, got: {got}, for whom another issuer vouches. Nothing was changed."
REAL_RETURNS = (
    "Demonstration people are for demonstration data, got: a store with returns that are not illustrative. Add people with "
    "python -m access add NAME --role ROLE. Nothing was changed."
)
THERE_ALREADY = (
    "Demonstration people are for a store in which nobody may sign in yet, got: {got}. A new password has whoever is reset: "
    "python -m access reset NAME. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody with the link by which they set their password: `token` is in no log and no table, only its hash is."""

    enrolled: Enrolled
    token: str
    until: datetime

    def address(self, base: str) -> str:
        """The link; its token stands behind #, which browsers send to no server and no log."""
        return f"{base}{LINK_PAGE}#{self.token}"

    @property
    def until_text(self) -> str:
        """`27 November 2026 at 08:10`."""
        return time_text(self.until)


def invite(database: Database, name: str, roles: Iterable[Role], by: Person) -> Invited:
    """Add a person and make their link. Raises NotAllowed, ValueError, StoreError."""
    _refuse_where_an_issuer_vouches()
    return _link(database, people.enrol(database, name, roles, by), by)


def add_subject(database: Database, name: str, subject: str, roles: Iterable[Role], by: Person) -> Enrolled:
    """Add a person whom the configured issuer calls `subject`, also one who was removed. Raises as `invite` does.

    The whole account does as well, issuer and subject, as whoever was refused reads it.
    """
    issuer, told = _issuer(), subject.strip()
    if issuer is None or not told:
        raise ValueError(NO_ISSUER.format(got=told or "nothing"))
    return people.enrol_subject(database, name, (issuer.address, _subject(issuer.address, told)), roles, by)


def reset(database: Database, number: int, by: Person) -> Invited:
    """End a person's password and sessions, and make a new link. Raises NotAllowed, StoreError."""
    demand(by, Deed.MANAGE_PEOPLE)
    if (known := _known(database, number)).issuer != people.LOCAL:
        raise StoreError(NOT_OURS.format(got=known.name))
    people.forget_password(database, number, by)
    return _link(database, _known(database, number), by)


def remove(database: Database, number: int, by: Person) -> None:
    """Remove somebody else: they are out at their next click. Raises NotAllowed, StoreError."""
    demand(by, Deed.MANAGE_PEOPLE)
    if _known(database, number).account == by.account:
        raise StoreError(NOT_YOURSELF)
    people.strike(database, number, by)


def change_roles(database: Database, number: int, roles: Iterable[Role], by: Person) -> None:
    """The roles that somebody has from their next click on. Raises NotAllowed, StoreError."""
    demand(by, Deed.MANAGE_PEOPLE)
    wanted = frozenset(roles)
    if _known(database, number).account == by.account and Role.ADMINISTRATOR not in wanted:
        raise StoreError(NOT_YOURSELF.replace("remove you", "take the role administrator from you"))
    people.give_roles(database, number, wanted, by)


def meant(database: Database, name: str) -> Enrolled:
    """The one person whom somebody means by a name, an account or a number. Raises StoreError."""
    known = everybody(database)
    found = [each for each in known if name in (each.account, str(each.number))]
    found = found or [each for each in known if each.name.casefold() == " ".join(name.split()).casefold()]
    if len(found) > 1:
        accounts = " and ".join(each.account for each in found)
        raise StoreError(SEVERAL.format(got=name, accounts=accounts))
    if not found:
        raise StoreError(NOT_FOUND.format(got=name))
    return found[0]


def set_first_password(database: Database, token: str, password: str, came_from: str = "") -> Enrolled:
    """Use a link up. Raises ValueError for a password that may not be, StoreError for a link that cannot be used."""
    whose = people.whose_link(database, secret_hash(token))
    if whose is None:
        raise StoreError(NO_LONGER)
    if said := refused_password(password, whose.name):
        raise ValueError(said)
    found = people.use_link(database, secret_hash(token), hashed(password), came_from)
    if found is None:
        raise StoreError(NO_LONGER)
    return found


def demonstrate(database: Database, by: Person) -> list[tuple[str, str]]:
    """Five people to try it with, one of each role, who are called as it; each with the password that is told once.

    Raises NotAllowed, and StoreError for a store that is in earnest or has people already.
    """
    demand(by, Deed.MANAGE_PEOPLE)
    _refuse_where_an_issuer_vouches()
    if any(version.withdraws is None and not version.cover.illustrative for version in versions(database)):
        raise StoreError(REAL_RETURNS)
    if there := everybody(database):
        raise StoreError(THERE_ALREADY.format(got=", ".join(each.name for each in there)))
    made = [(role, "-".join(secrets.token_hex(3) for _ in range(3))) for role in Role]
    for role, password in made:
        people.set_password(database, people.enrol(database, str(role), [role], by).number, hashed(password))
    return [(str(role), password) for role, password in made]


def _subject(issuer: str, told: str) -> str:
    """What the issuer calls somebody, of that or of their account. Raises ValueError for an account of another issuer."""
    at, blank, called = told.partition(" ")
    if not blank or "://" not in at:
        return told
    if at.rstrip("/") != issuer:
        raise ValueError(ANOTHER_ISSUER.format(issuer=issuer, got=told))
    return called.strip()


def _refuse_where_an_issuer_vouches() -> None:
    if issuer := _issuer():
        raise ValueError(NO_PASSWORDS.format(issuer=issuer.address))


def _issuer() -> Issuer | None:
    """Who vouches for people here; None where passwords are ours. Raises ValueError where nobody can be let in."""
    if (door := configured_door()).wrong:
        raise ValueError(door.wrong)
    return door.issuer


def _known(database: Database, number: int) -> Enrolled:
    found = people.enrolled(database, number)
    if found is None:
        raise StoreError(NOT_FOUND.format(got=f"number {number}"))
    return found


def _link(database: Database, enrolled: Enrolled, by: Person) -> Invited:
    token = secrets.token_urlsafe(32)
    people.keep_link(database, enrolled.number, secret_hash(token), by)
    return Invited(enrolled, token, datetime.now(UTC) + people.LINK_LIVES)
