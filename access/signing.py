"""Signing in, with a password of ours or by another issuer's word, out, and who is signed in: what routes and pages ask."""

import math
import secrets

from access import passwords
from access.claims import Vouched
from access.delays import Delays
from access.door import Door, asks_to_sign_in, configured_door
from plumbing.counted import counted
from programme.access import Role
from store.accounts import people
from store.accounts.people import Enrolled, secret_hash
from store.accounts.sessions import Ended, SignedIn, begin_session, end_session, log_refusal, session_of
from store.database import Database

__all__ = ["Ended", "Enrolled", "SignedIn"]

DO_NOT_BELONG = (
    "The name and the password must belong together, got: two that do not. Capitals count in the password. Try again, or "
    "ask an administrator for a new link."
)
WAIT = (
    "After a try that failed there is a wait, which doubles each time up to 15 minutes, got: {seconds} still to go. "
    "Then try again: nothing is locked."
)


NO_ACCESS = (
    "To use WSoA Monitor somebody must have a role here, got: {name}, who is signed in at the issuer and has none. Ask an "
    "administrator, and give them this account: {account}. Nothing was shown."
)
TAKEN_AWAY = (
    "To use WSoA Monitor nobody must have ended the access, got: {name}, whose access an administrator ended. Only they can "
    "give it again, to this account: {account}. Nothing was shown."
)
OTHER_WAY = "People sign in here in another way now."


class NotSignedIn(Exception):  # noqa: N818 - what happened, as NotAllowed is
    """Somebody could not be signed in; its text is a sentence for them, `wait` the seconds until the next try."""

    def __init__(self, sentence: str, wait: int = 0):
        super().__init__(sentence)
        self.wait = wait


def vouched_for(database: Database, delays: Delays, name: str, password: str, came_from: str) -> Enrolled:
    """Who it is that knows this name and password. Raises NotSignedIn with one sentence for all that can be wrong.

    It takes as long for a name that nobody has.
    """
    wait = math.ceil(delays.begin(name, came_from))
    if wait:
        raise NotSignedIn(WAIT.format(seconds=_span(wait)), wait)
    found = people.enrolled_as(database, name)
    kept = people.password_hash(database, found.number) if found else ""
    if not passwords.matches(password, kept) or found is None:
        log_refusal(database, found, came_from, "" if found else "a name that nobody has")
        raise NotSignedIn(DO_NOT_BELONG)
    delays.succeeded(name, came_from)
    if passwords.is_dated(kept):
        people.set_password(database, found.number, passwords.hashed(password))
    return found


def admitted(database: Database, told: Vouched, came_from: str) -> Enrolled:
    """Who it is that an issuer vouches for, as kept here. Raises NotSignedIn for who has no role, or none any more.

    Of somebody who has no access the log keeps the account, and nothing else is kept. A role of our own list counts beside
    those that the issuer gives.
    """
    found, removed = people.of_issuer(database, told.issuer, told.subject)
    if found is None and removed:
        log_refusal(database, None, came_from, f"access was ended: {told.account}")
        raise NotSignedIn(TAKEN_AWAY.format(name=told.name, account=told.account))
    if not told.roles and not (found and found.roles):
        log_refusal(database, found, came_from, f"no role: {told.account}")
        raise NotSignedIn(NO_ACCESS.format(name=told.name, account=told.account))
    return people.enrol_of_issuer(database, told.name, told.issuer, told.subject)


def who_is_here(database: Database, cookie_hash: str) -> SignedIn | Ended | None:
    """Who is signed in with a cookie, or why nobody is; None where nobody is asked to sign in. Raises StoreError."""
    door = configured_door()
    return who_holds(database, door, cookie_hash) if asks_to_sign_in(database, door) else None


def who_holds(database: Database, door: Door, cookie_hash: str) -> SignedIn | Ended:
    """Who is signed in at this door with a cookie, or why nobody is. Raises StoreError."""
    found = session_of(database, cookie_hash)
    if isinstance(found, SignedIn) and not door.admits(found.enrolled.issuer):
        return Ended(OTHER_WAY, known=True)
    return found


def sign_in(database: Database, number: int, claimed: frozenset[Role], came_from: str, earlier: str) -> str:
    """Begin a session for a person and give its cookie, which is new; the one of the cookie before is over."""
    if earlier:
        end_session(database, secret_hash(earlier), "renewed")
    cookie = secrets.token_urlsafe(32)
    begin_session(database, secret_hash(cookie), number, claimed, came_from)
    return cookie


def sign_out(database: Database, cookie: str) -> None:
    """End the session of a cookie, in every window."""
    end_session(database, secret_hash(cookie), "signed out")


def _span(seconds: int) -> str:
    if seconds < 60:
        return counted(seconds, "second")
    return counted(math.ceil(seconds / 60), "minute")
