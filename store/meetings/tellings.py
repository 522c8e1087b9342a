"""Keeps what each role was last told by a digest, so that a thing is said once when its state changes and not again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from programme.access import Deed, Person, Role, demand
from programme.log import Logged
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.log.log import log_deed
from store.rows.rows import insert

GONE = "gone"
"""The state of what was told of and is not there any more."""

_TOLD = """
    SELECT thing, state FROM told JOIN tellings ON tellings.number = told.telling
    WHERE told_role = ? ORDER BY telling, place
"""


@dataclass(frozen=True, slots=True)
class Digest:
    """One digest: its number among all, and what it says: each thing with the state it was last told in (None: never) and
    the one that it has now, `GONE` where it is not there any more."""

    number: int
    role: Role
    news: Mapping[str, tuple[str | None, str]]


def told_last(database: Database, role: Role) -> dict[str, str]:
    """The state in which a role was last told of each thing."""
    with database.reading() as cursor:
        return _told(cursor, role)


def tell(
    database: Database, role: Role, states: Mapping[str, str], person: Person, write: Callable[[Digest], None]
) -> Digest | None:
    """Let `write` say what is in another state than the role was last told, and keep that it was told; None: nothing is.

    Both happen or neither: where `write` fails, or the store, the next digest says it. Two at once tell one after the other,
    so that the second finds it said. Raises NotAllowed, StoreError, and whatever `write` raises.
    """
    demand(person, Deed.TAKE_AWAY)
    with database.transaction() as cursor:
        news = _news(_told(cursor, role), states)
        if not news:
            return None
        number = cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM tellings").fetchone()[0]
        digest = Digest(number, role, news)
        cursor.execute("INSERT INTO tellings VALUES (?, ?, ?)", [number, role.value, moments.now()])
        rows = ((number, place, thing, now) for place, (thing, (_, now)) in enumerate(news.items(), start=1))
        insert(cursor, "told", rows)
        log_deed(cursor, Logged.TOLD, person, f"digest {number} for {role}: {len(news)} changes")
        write(digest)
    return digest


def _told(cursor: Cursor, role: Role) -> dict[str, str]:
    return dict(cursor.execute(_TOLD, [role.value]).fetchall())


def _news(told: Mapping[str, str], states: Mapping[str, str]) -> dict[str, tuple[str | None, str]]:
    """What is new, in the order of `states`; then what is gone, in the order in which it was first told of."""
    gone = {thing: GONE for thing in told if thing not in states}
    return {thing: (told.get(thing), now) for thing, now in {**states, **gone}.items() if told.get(thing) != now}
