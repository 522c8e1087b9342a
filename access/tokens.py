"""Tokens for programs: made for a person and told once, and who asks with one. What a token may see is asked each time."""

import re
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from access.door import Door, asks_to_sign_in
from programme.access import HERE, Person, Role, sees_no_more
from store.accounts.people import Enrolled, enrolled, name_typed, secret_hash
from store.accounts.tokens import Token, TokenAsked, keep_token, revoke_token, token_hashed, tokens
from store.database import Database, StoreError

__all__ = ["Token", "TokenAsked", "revoke_token", "tokens"]

PREFIX = "wsoa_"
"""By which people, and programs that look for secrets, know what it is."""

SHAPE = re.compile(rf"{PREFIX}[\w-]{{43}}", re.ASCII)
MOST_DAYS = 366
DAYS = 90

LIVES = "A token must live from 1 to {most} days, got: {got}. Nothing was made."
WHOSE = (
    "A token must belong to somebody who may sign in, got: nobody. Say whose it is with --for NAME; it ends with "
    "their access. Nothing was made."
)
NONE_SUCH = "This must be asked with a token that lives, got: one that is none. Ask for another. Nothing was shown."
OVER = "This must be asked with a token that lives, got: {token}, but {why}. Ask for another. Nothing was shown."
WAS_ALONE = "it is of the time when nobody was asked to sign in"
NOT_HERE = "whom it belongs to cannot sign in here any more"
LESS = "whom it belongs to is not shown as much any more"


class TokenRefused(Exception):  # noqa: N818 - what happened, as NotSignedIn is
    """A token that opens nothing; its text is a sentence for whoever sent it. `token` is None where it is none of ours."""

    def __init__(self, sentence: str, token: Token | None = None):
        super().__init__(sentence)
        self.token = token


@dataclass(frozen=True, slots=True)
class TokenMade:
    """A token with the one telling of it: `secret` is in no log and no table, only its hash is."""

    token: Token
    secret: str


@dataclass(frozen=True, slots=True)
class TokenHolder:
    """Who asks with a token: the person whose it is, with the role of the token and no other."""

    token: Token
    person: Person


def make_token(database: Database, door: Door, asked: TokenAsked, owner: Enrolled | None, by: Person) -> TokenMade:
    """Make a token for `owner`, or, while nobody is asked to sign in, for whoever works here.

    Raises NotAllowed, ValueError for its name or life, and StoreError.
    """
    days = asked.lives / timedelta(days=1)
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(LIVES.format(most=MOST_DAYS, got=f"{days:g}"))
    if owner is None and asks_to_sign_in(database, door):
        raise StoreError(WHOSE)
    secret = f"{PREFIX}{secrets.token_urlsafe(32)}"
    belongs_to = (None, by.owner) if owner is None else (owner.number, owner.account)
    asked = replace(asked, name=name_typed(asked.name))
    return TokenMade(keep_token(database, asked, secret_hash(secret), belongs_to, by), secret)


def holder_of(database: Database, door: Door, secret: str) -> TokenHolder:
    """Who asks with a token. Raises TokenRefused, and StoreError where nobody can tell."""
    token = token_hashed(database, secret_hash(secret)) if SHAPE.fullmatch(secret) else None
    if token is None:
        raise TokenRefused(NONE_SUCH)
    if why := ended_because(database, door, token):
        raise TokenRefused(OVER.format(token=token.called, why=why), token)
    owner = enrolled(database, token.person) if token.person else None
    name, account = (owner.name, owner.account) if owner else (HERE, token.account)
    return TokenHolder(token, Person(name, account, frozenset({token.role})))


def ended_because(database: Database, door: Door, token: Token) -> str:
    """Why a token opens nothing any more, as the end of a sentence; empty while it lives."""
    if why := token.over(datetime.now(UTC)):
        return why
    if token.person is None:
        return WAS_ALONE if asks_to_sign_in(database, door) else ""
    owner = enrolled(database, token.person)
    if owner is None or not door.admits(owner.issuer):
        return NOT_HERE
    return "" if sees_no_more(token.role, owner.roles) else LESS


def asked_token(name: str, role: Role, days: int) -> TokenAsked:
    """What is to be made, its life in days."""
    return TokenAsked(name, role, timedelta(days=days))
