"""Who is signed in: a row for each session, by the hash of its cookie, which every run, route and download looks up."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from programme.access import Person, Role
from programme.log import Logged
from store import moments
from store.accounts.people import Enrolled, enrolled, person_numbered
from store.database import Database, StoreError
from store.errors import Busy
from store.log import log

LONGEST = timedelta(hours=8)
UNUSED = timedelta(minutes=60)
NOTED = timedelta(minutes=1)
"""How old the moment of the last use may become before it is written anew."""

KEPT = timedelta(days=30)
CLOCK = timedelta(minutes=5)
"""How far the machine's clock may be set back under a session."""

SIGNED_OUT = "signed out"
_ENDS = {
    SIGNED_OUT: "It was signed out, here or in another window.",
    "removed": "An administrator ended this access.",
    "reset": "An administrator asked for a new password.",
    "renewed": "Somebody signed in anew in this browser.",
    "long": f"A session lasts {LONGEST.seconds // 3600} hours at most.",
    "unused": f"A session ends after {UNUSED.seconds // 60} minutes without use.",
    "clock": "The clock of the server was set back.",
}
NOT_SIGNED_IN = "Nobody is signed in here."


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A live session: who it is, when it was begun, and which roles came with the sign-in and are as old as that."""

    enrolled: Enrolled
    claimed: frozenset[Role]
    begun_at: datetime

    @property
    def person(self) -> Person:
        """The person with the roles of our list, as they are now, and those that came with the sign-in."""
        return self.enrolled.person(self.claimed)

    @property
    def until(self) -> datetime:
        """When it ends at the latest."""
        return self.begun_at + LONGEST


@dataclass(frozen=True, slots=True)
class Ended:
    """A session that is over, or never was: `why` is a sentence. `known` says that there was one."""

    why: str
    known: bool


def begin_session(database: Database, cookie_hash: str, number: int, claimed: frozenset[Role], came_from: str) -> None:
    """Sign a person in. Sessions that ended long ago are let go of."""
    now, roles = moments.now(), ",".join(sorted(claimed))
    with database.transaction() as cursor:
        cursor.execute("DELETE FROM sessions WHERE begun_at < ?", [now - KEPT])
        columns = "hash, person, roles, came_from, begun_at, seen_at"
        row = [cookie_hash, number, roles, came_from, now, now]
        cursor.execute(f"INSERT INTO sessions ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)
        roles_told = f"roles that came with it: {roles}" if roles else ""
        log.log_deed(cursor, Logged.SIGNED_IN, person_numbered(cursor, number, came_from), roles_told)


def session_of(database: Database, cookie_hash: str) -> SignedIn | Ended:
    """The live session with this cookie, which is now used, or why there is none."""
    now = moments.now()
    row = database.unchanged(("session", cookie_hash), lambda: _row(database, cookie_hash))
    if row is None:
        return Ended(NOT_SIGNED_IN, known=False)
    number, roles, begun, seen, ended = row
    if over := ended or _over(now, begun, seen):
        return Ended(_ENDS.get(over, NOT_SIGNED_IN), known=True)
    who = database.unchanged(("enrolled", number), lambda: enrolled(database, number))
    if who is None:
        return Ended(_ENDS["removed"], known=True)
    if now - seen > NOTED and not database.read_only:
        with suppress(Busy), database.transaction(longest=0) as cursor:  # no page waits for it: the next use notes it
            cursor.execute("UPDATE sessions SET seen_at = ? WHERE hash = ?", [now, cookie_hash])
    return SignedIn(who, frozenset(Role(role) for role in roles.split(",") if role), moments.aware(begun))


def _row(database: Database, cookie_hash: str) -> tuple | None:
    with database.cursor() as cursor:
        asked = "SELECT person, roles, begun_at, seen_at, ended_why FROM sessions WHERE hash = ?"
        return cursor.execute(asked, [cookie_hash]).fetchone()


def end_session(database: Database, cookie_hash: str, why: str) -> None:
    """End a session, in all its windows. One that has ended stays as it ended."""
    with database.transaction() as cursor:
        live = "SELECT person, came_from FROM sessions WHERE hash = ? AND ended_at IS NULL"
        found = cursor.execute(live, [cookie_hash]).fetchone()
        if found and why == SIGNED_OUT:
            log.log_deed(cursor, Logged.SIGNED_OUT, person_numbered(cursor, *found), "")
        ended = "UPDATE sessions SET ended_at = ?, ended_why = ? WHERE hash = ? AND ended_at IS NULL"
        cursor.execute(ended, [moments.now(), why, cookie_hash])


def log_refusal(database: Database, found: Enrolled | None, came_from: str, why: str) -> None:
    """Log that somebody was not signed in. What was typed as a name is not kept: people type their password there.

    A log that cannot be written lets nobody in and keeps nobody out.
    """
    who = found.person(frozenset()) if found else Person("", "", frozenset())
    with suppress(StoreError), database.transaction() as cursor:
        log.log_deed(cursor, Logged.SIGN_IN_REFUSED, replace(who, came_from=came_from), why)


def _over(now: datetime, begun: datetime, seen: datetime) -> str:
    """The word for why a session is over by the clock; empty where it is not."""
    if now < seen - CLOCK:
        return "clock"
    if now - begun >= LONGEST:
        return "long"
    return "unused" if now - seen >= UNUSED else ""
