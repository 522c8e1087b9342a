"""Who may sign in: persons with their roles, their passwords' hashes, and links that set a password once."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from programme.access import Deed, Person, Role, demand
from programme.log import Logged
from store import moments
from store.accounts import tokens
from store.cursor import Cursor
from store.database import Database, StoreError
from store.log import log

LOCAL = "local"
"""The issuer of those who sign in with a password of ours."""

LINK_LIVES = timedelta(hours=24)
LONGEST_NAME = 80

_PERSONS = "SELECT number, name, issuer, subject, added_at, added_by FROM persons WHERE removed_at IS NULL"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Somebody who may sign in. `number` is never given again; `roles` are those of our own list."""

    number: int
    name: str
    issuer: str
    subject: str
    roles: frozenset[Role]
    added_at: datetime
    added_by: str
    has_password: bool

    @property
    def account(self) -> str:
        """What stands beside everything this person does: `local:3`, or issuer and subject."""
        return account_of(self.issuer, self.subject)

    @property
    def waits(self) -> bool:
        """Whether they have to set a password before they can sign in."""
        return self.issuer == LOCAL and not self.has_password

    def person(self, more: frozenset[Role]) -> Person:
        """The person as whom deeds are done, with the roles of the list and `more` that came with the sign-in."""
        return Person(self.name, self.account, self.roles | more)


def secret_hash(secret: str) -> str:
    """What is kept of a link's token or a cookie: they are random and long, so that no salt is needed."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def anybody_ever(database: Database) -> bool:
    """Whether a person was ever added: from then on people are asked to sign in, also once all were removed."""

    def read() -> bool:
        with database.cursor() as cursor:
            return cursor.execute("SELECT count(*) FROM persons").fetchone()[0] > 0

    return database.unchanged("anybody ever", read)


def everybody(database: Database) -> list[Enrolled]:
    """Who may sign in now, in the order in which they were added."""
    with database.cursor() as cursor:
        return [_enrolled(cursor, row) for row in cursor.execute(f"{_PERSONS} ORDER BY number").fetchall()]


def enrolled(database: Database, number: int) -> Enrolled | None:
    """The person with this number; None where there is none, or none any more."""
    with database.cursor() as cursor:
        row = cursor.execute(f"{_PERSONS} AND number = ?", [number]).fetchone()
        return _enrolled(cursor, row) if row else None


def enrolled_as(database: Database, name: str) -> Enrolled | None:
    """The person with a password of ours whose name this is, in whatever case and spacing; None where there is none."""
    return next((each for each in everybody(database) if each.issuer == LOCAL and _same(each.name, name)), None)


def of_issuer(database: Database, issuer: str, subject: str) -> tuple[Enrolled | None, bool]:
    """The person whom another issuer calls so, and whether one whom it calls so was removed here."""
    with database.cursor() as cursor:
        known = "SELECT max(removed_at) FROM persons WHERE issuer = ? AND subject = ?"
        removed = cursor.execute(known, [issuer, subject]).fetchone()[0] is not None
        row = cursor.execute(f"{_PERSONS} AND issuer = ? AND subject = ?", [issuer, subject]).fetchone()
        return (_enrolled(cursor, row) if row else None), removed


def enrol(database: Database, name: str, roles: Iterable[Role], by: Person) -> Enrolled:
    """Add a person who signs in with a password of ours. Raises NotAllowed, ValueError for the name, StoreError."""
    demand(by, Deed.MANAGE_PEOPLE)
    called = name_typed(name)
    with database.transaction() as cursor:
        live = cursor.execute(f"{_PERSONS} AND issuer = ?", [LOCAL]).fetchall()
        if any(_same(row[1], called) for row in live):
            raise StoreError(
                f"A person's name must be theirs alone, got: {called}, which somebody has already. Give another name, or "
                "remove that person first. Nothing was changed."
            )
        number = _next_number(cursor)
        _insert(cursor, number, called, (LOCAL, str(number)), by)
        _give(cursor, number, roles)
        log.log_deed(cursor, Logged.ADDED_PERSON, by, _told(cursor, number))
    return enrolled(database, number)


def enrol_subject(database: Database, name: str, known_as: tuple[str, str], roles: Iterable[Role], by: Person) -> Enrolled:
    """Add a person whom another issuer knows: `known_as` are issuer and subject. Raises as `enrol` does."""
    demand(by, Deed.MANAGE_PEOPLE)
    called = name_typed(name)
    with database.transaction() as cursor:
        if cursor.execute(f"{_PERSONS} AND issuer = ? AND subject = ?", [*known_as]).fetchone():
            raise StoreError(
                f"An account must be one person's, got: {known_as[1]}, which somebody has already. Nothing was changed."
            )
        number = _next_number(cursor)
        _insert(cursor, number, called, known_as, by)
        _give(cursor, number, roles)
        log.log_deed(cursor, Logged.ADDED_PERSON, by, _told(cursor, number))
    return enrolled(database, number)


def enrol_of_issuer(database: Database, name: str, issuer: str, subject: str) -> Enrolled:
    """Keep a person whom another issuer has just vouched for, with no role of our list; the one there is, where there is."""
    with database.transaction() as cursor:
        row = cursor.execute(f"{_PERSONS} AND issuer = ? AND subject = ?", [issuer, subject]).fetchone()
        number = row[0] if row else _next_number(cursor)
        if row is None:
            _insert(cursor, number, name, (issuer, subject), Person(issuer, issuer, frozenset()))
        elif row[1] != name:
            cursor.execute("UPDATE persons SET name = ? WHERE number = ?", [name, number])
    return enrolled(database, number)


def give_roles(database: Database, number: int, roles: Iterable[Role], by: Person) -> None:
    """The roles that a person has from now on, and no others. Raises NotAllowed."""
    demand(by, Deed.MANAGE_PEOPLE)
    with database.transaction() as cursor:
        held, wanted = tokens.roles_held(cursor, number), frozenset(roles)
        for role in held - wanted:
            cursor.execute("DELETE FROM roles WHERE person = ? AND role = ?", [number, str(role)])
        _give(cursor, number, wanted - held)
        tokens.end_tokens_of(cursor, number, by, tokens.ROLES, wanted)
        log.log_deed(cursor, Logged.GAVE_ROLES, by, _told(cursor, number))


def strike(database: Database, number: int, by: Person) -> None:
    """Remove a person: no password, link, role or session of theirs is left. What they did stays. Raises NotAllowed."""
    demand(by, Deed.MANAGE_PEOPLE)
    now = moments.now()
    with database.transaction() as cursor:
        log.log_deed(cursor, Logged.REMOVED_PERSON, by, _told(cursor, number))
        cursor.execute("UPDATE persons SET removed_at = ?, removed_by = ? WHERE number = ?", [now, by.account, number])
        for table in ("roles", "passwords", "one_time_links"):
            cursor.execute(f"DELETE FROM {table} WHERE person = ?", [number])
        cursor.execute(_END_ALL, [now, "removed", number])
        tokens.end_tokens_of(cursor, number, by, tokens.REMOVED, ())


def forget_password(database: Database, number: int, by: Person) -> None:
    """End a person's password, links and sessions, so that a new link can be given. Raises NotAllowed."""
    demand(by, Deed.MANAGE_PEOPLE)
    with database.transaction() as cursor:
        for table in ("passwords", "one_time_links"):
            cursor.execute(f"DELETE FROM {table} WHERE person = ?", [number])
        cursor.execute(_END_ALL, [moments.now(), "reset", number])
        tokens.end_tokens_of(cursor, number, by, tokens.RESET, ())
        log.log_deed(cursor, Logged.RESET_PERSON, by, _told(cursor, number))


def password_hash(database: Database, number: int) -> str:
    """The hash of a person's password; empty where none is set."""
    with database.cursor() as cursor:
        row = cursor.execute("SELECT hash FROM passwords WHERE person = ?", [number]).fetchone()
        return row[0] if row else ""


def set_password(database: Database, number: int, hashed: str) -> None:
    """Keep the hash of a person's own new password in place of the one before."""
    with database.transaction() as cursor:
        _keep_password(cursor, number, hashed)


def keep_link(database: Database, number: int, link_hash: str, by: Person) -> None:
    """Keep a link by which a person may set a password. Raises NotAllowed."""
    demand(by, Deed.MANAGE_PEOPLE)
    with database.transaction() as cursor:
        cursor.execute("INSERT INTO one_time_links VALUES (?, ?, ?)", [link_hash, number, moments.now()])


def whose_link(database: Database, link_hash: str) -> Enrolled | None:
    """Whose link this is, as long as it can be used."""
    with database.cursor() as cursor:
        row = cursor.execute("SELECT person FROM one_time_links WHERE hash = ? AND made_at > ?", _live(link_hash)).fetchone()
    return enrolled(database, row[0]) if row else None


def use_link(database: Database, link_hash: str, hashed: str, came_from: str = "") -> Enrolled | None:
    """Use a link up: the person's password is now the hashed one. None where it cannot be used, or not any more.

    Of two who use it at once, one gets None.
    """
    with database.transaction() as cursor:
        row = cursor.execute("SELECT person FROM one_time_links WHERE hash = ? AND made_at > ?", _live(link_hash)).fetchone()
        if row is None:
            return None
        cursor.execute("DELETE FROM one_time_links WHERE person = ?", [row[0]])
        _keep_password(cursor, row[0], hashed)
        log.log_deed(cursor, Logged.SET_PASSWORD, person_numbered(cursor, row[0], came_from), "by a link")
    return enrolled(database, row[0])


def name_typed(name: str) -> str:
    """A person's name as it is kept. Raises ValueError for one that nobody could type again or tell apart."""
    called = " ".join(unicodedata.normalize("NFKC", name).split())
    if not 0 < len(called) <= LONGEST_NAME or not called.isprintable():
        raise ValueError(
            f"A person's name must have 1 to {LONGEST_NAME} letters or signs that can be seen, got: {len(called)}. "
            "Nothing was changed."
        )
    return called


def _same(one: str, other: str) -> bool:
    plain = [" ".join(unicodedata.normalize("NFKC", each).split()).casefold() for each in (one, other)]
    return plain[0] == plain[1]


_END_ALL = "UPDATE sessions SET ended_at = ?, ended_why = ? WHERE person = ? AND ended_at IS NULL"


def _live(link_hash: str) -> list:
    return [link_hash, moments.now() - LINK_LIVES]


def _keep_password(cursor: Cursor, number: int, hashed: str) -> None:
    there = cursor.execute("SELECT count(*) FROM passwords WHERE person = ?", [number]).fetchone()[0]
    if there:
        cursor.execute("UPDATE passwords SET hash = ?, set_at = ? WHERE person = ?", [hashed, moments.now(), number])
    else:
        cursor.execute("INSERT INTO passwords VALUES (?, ?, ?)", [number, hashed, moments.now()])


def _next_number(cursor: Cursor) -> int:
    return cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM persons").fetchone()[0]


def _insert(cursor: Cursor, number: int, name: str, told_by: tuple[str, str], by: Person) -> None:
    columns = "number, name, issuer, subject, added_at, added_by"
    row = [number, name, *told_by, moments.now(), by.account]
    cursor.execute(f"INSERT INTO persons ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)


def _give(cursor: Cursor, number: int, roles: Iterable[Role]) -> None:
    for role in sorted(set(roles)):
        cursor.execute("INSERT INTO roles VALUES (?, ?)", [number, str(role)])


def _enrolled(cursor: Cursor, row: tuple) -> Enrolled:
    number, name, issuer, subject, added_at, added_by = row
    has = cursor.execute("SELECT count(*) FROM passwords WHERE person = ?", [number]).fetchone()[0] > 0
    held = tokens.roles_held(cursor, number)
    return Enrolled(number, name, issuer, subject, held, moments.aware(added_at), added_by, has)


def person_numbered(cursor: Cursor, number: int, came_from: str) -> Person:
    """Whom the log names: the person with this number, also once they were removed, without any role."""
    name, issuer, subject = cursor.execute("SELECT name, issuer, subject FROM persons WHERE number = ?", [number]).fetchone()
    return Person(name, account_of(issuer, subject), frozenset(), came_from=came_from)


def account_of(issuer: str, subject: str) -> str:
    """What stands beside everything that somebody does: `local:3`, or issuer and subject."""
    return f"{LOCAL}:{subject}" if issuer == LOCAL else f"{issuer} {subject}"


def _told(cursor: Cursor, number: int) -> str:
    """Who it is about, in the log: name, account and roles."""
    who = person_numbered(cursor, number, "")
    roles = ", ".join(sorted(tokens.roles_held(cursor, number))) or "no role"
    return f"{who.name} ({who.account}): {roles}"
