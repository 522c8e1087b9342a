"""Tokens by which programs ask for figures: made, listed, found by their hash and ended. Tokens are in no table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from programme.access import Deed, NotAllowed, Owned, Person, Role, demand, sees_no_more
from programme.log import Logged
from store import moments
from store.cursor import Cursor
from store.database import Database, StoreError
from store.log import log

REVOKED, REMOVED, ROLES, RESET = "revoked", "removed", "roles", "reset"
_ENDS = {
    REVOKED: "it was revoked",
    REMOVED: "the access of whom it belonged to was ended",
    ROLES: "a role was taken from whom it belonged to",
    RESET: "the password of whom it belonged to was reset",
}
SEES_MORE = (
    "A token may be shown no more than who makes it and whom it belongs to, got: one for the {role}, and {held}. A role "
    "that came with a sign-in is as old as that, and does not count. Nothing was made."
)
NO_TOKEN = "A token must be one of those that `python -m access token list` names, got: {got}. Nothing was changed."
ENDED_ALREADY = "A token can be revoked while it lives, got: number {number}, but {why}. Nothing was changed."

_TOKENS = (
    "SELECT number, name, role, person, account, made_at, made_by, expires_at, ended_at, ended_by, ended_why FROM tokens"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token, without itself. `person` is the number of whom it belongs to; None for whoever works at this machine."""

    number: int
    name: str
    role: Role
    person: int | None
    account: str
    made_at: datetime
    made_by: str
    expires_at: datetime
    ended_at: datetime | None
    ended_by: str | None
    ended_why: str | None

    @property
    def called(self) -> str:
        """How the log and refusals name it: `token 3 (Power BI)`."""
        return f"token {self.number} ({self.name})"

    def over(self, now: datetime) -> str:
        """Why it opens nothing any more, as the end of a sentence; empty while it lives."""
        if self.ended_at is not None:
            return _ENDS[self.ended_why]
        return "it has expired" if now >= self.expires_at else ""


@dataclass(frozen=True, slots=True)
class TokenAsked:
    """What is to be made: what for, as which role it sees, and how long it lives."""

    name: str
    role: Role
    lives: timedelta


def keep_token(
    database: Database, asked: TokenAsked, token_hash: str, belongs_to: tuple[int | None, str], by: Person
) -> Token:
    """Keep a token by its hash. `belongs_to` is the number of a person and their account.

    Raises NotAllowed, also for a role that sees more than its maker or whom it belongs to: one may not get round oneself.
    """
    demand(by, Deed.MAKE_TOKEN)
    person, account = belongs_to
    if account != by.owner:
        demand(by, Deed.MANAGE_PEOPLE)
    now = moments.now()
    with database.transaction() as cursor:
        for roles in (by.roles, by.roles if person is None else roles_held(cursor, person)):
            if not sees_no_more(asked.role, roles):
                raise NotAllowed(SEES_MORE.format(role=asked.role, held=" and ".join(sorted(roles)) or "no role"))
        number = cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM tokens").fetchone()[0]
        made = [number, token_hash, asked.name, str(asked.role), person, account, now, by.account, now + asked.lives]
        columns = "number, hash, name, role, person, account, made_at, made_by, expires_at"
        cursor.execute(f"INSERT INTO tokens ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", made)
        token = _numbered(cursor, number)
        until = f"{token.expires_at:%Y-%m-%d}"
        log.log_deed(cursor, Logged.MADE_TOKEN, by, f"{token.called} of {account}: {asked.role}, until {until}")
    return token


def tokens(database: Database) -> list[Token]:
    """Every token that was ever made here, in the order in which they were."""
    with database.cursor() as cursor:
        return [_token(row) for row in cursor.execute(f"{_TOKENS} ORDER BY number").fetchall()]


def token_hashed(database: Database, token_hash: str) -> Token | None:
    """The token with this hash, also one that has ended; None where there is none."""
    with database.cursor() as cursor:
        row = cursor.execute(f"{_TOKENS} WHERE hash = ?", [token_hash]).fetchone()
        return _token(row) if row else None


def revoke_token(database: Database, number: int, by: Person) -> Token:
    """End a token for good. Raises NotAllowed for somebody else's, unless an administrator asks, and StoreError."""
    demand(by, Deed.REVOKE_TOKEN)
    with database.transaction() as cursor:
        token = _numbered(cursor, number)
        if token is None:
            raise StoreError(NO_TOKEN.format(got=f"number {number}"))
        demand(by, Deed.REVOKE_TOKEN, Owned(token.account))
        if why := token.over(moments.aware(moments.now())):
            raise StoreError(ENDED_ALREADY.format(number=number, why=why))
        _end(cursor, token, by, REVOKED)
        return _numbered(cursor, number)


def end_tokens_of(cursor: Cursor, person: int, by: Person, why: str, roles: Iterable[Role]) -> None:
    """End, in the transaction of the deed itself, the tokens of a person that see more than `roles`, which are left.

    Where none is left, all of them end.
    """
    left = frozenset(roles)
    live = f"{_TOKENS} WHERE person = ? AND ended_at IS NULL ORDER BY number"
    for token in map(_token, cursor.execute(live, [person]).fetchall()):
        if not sees_no_more(token.role, left):
            _end(cursor, token, by, why)


def _end(cursor: Cursor, token: Token, by: Person, why: str) -> None:
    ended = "UPDATE tokens SET ended_at = ?, ended_by = ?, ended_why = ? WHERE number = ?"
    cursor.execute(ended, [moments.now(), by.account, why, token.number])
    log.log_deed(cursor, Logged.REVOKED_TOKEN, by, f"{token.called} of {token.account}: {_ENDS[why]}")


def roles_held(cursor: Cursor, person: int) -> frozenset[Role]:
    """The roles of a person, by number."""
    return frozenset(
        Role(role) for (role,) in cursor.execute("SELECT role FROM roles WHERE person = ?", [person]).fetchall()
    )


def _numbered(cursor: Cursor, number: int) -> Token | None:
    row = cursor.execute(f"{_TOKENS} WHERE number = ?", [number]).fetchone()
    return _token(row) if row else None


def _token(row: tuple) -> Token:
    number, name, role, person, account, made_at, made_by, expires_at, ended_at, ended_by, ended_why = row
    made, expires, ended = moments.aware(made_at), moments.aware(expires_at), ended_at and moments.aware(ended_at)
    return Token(number, name, Role(role), person, account, made, made_by, expires, ended, ended_by, ended_why)
