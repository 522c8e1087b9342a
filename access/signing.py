"""Signing in with a password of ours, out, and who is signed in: what routes and pages ask."""

import math
import secrets

from access import passwords
from access.delays import Delays
from access.door import asks_to_sign_in, configured_door
from programme.access import Role
from store import people
from store.database import Database
from store.people import Enrolled, secret_hash
from store.sessions import Ended, SignedIn, begin_session, end_session, session_of

__all__ = ["Ended", "Enrolled", "SignedIn"]

DO_NOT_BELONG = (
    "The name and the password must belong together, got: two that do not. Capitals count in the password. Try again, or "
    "ask an administrator for a new link."
)
WAIT = (
    "After a try that failed there is a wait, which doubles each time up to 15 minutes, got: {seconds} still to go. "
    "Then try again: nothing is locked."
)


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
        raise NotSignedIn(DO_NOT_BELONG)
    delays.succeeded(name, came_from)
    if passwords.is_dated(kept):
        people.set_password(database, found.number, passwords.hashed(password))
    return found


def who_is_here(database: Database, cookie_hash: str) -> SignedIn | Ended | None:
    """Who is signed in with a cookie, or why nobody is; None where nobody is asked to sign in. Raises StoreError."""
    if not asks_to_sign_in(database, configured_door()):
        return None
    return session_of(database, cookie_hash)


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
        return f"{seconds} second{'s' if seconds != 1 else ''}"
    minutes = math.ceil(seconds / 60)
    return f"{minutes} minute{'s' if minutes != 1 else ''}"
