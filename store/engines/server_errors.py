"""Turns what a PostgreSQL server complains about, or that there is none, into the sentences of the store."""

import re
from typing import NamedTuple

import psycopg
from psycopg_pool import PoolTimeout

from plumbing.unsaid import without_passwords
from store.errors import StoreError, kept_from_writing
from store.place import Place

ONLY_READ = ("25006", "42501")
_MISTAKES = (psycopg.ProgrammingError, psycopg.DataError, psycopg.IntegrityError, psycopg.NotSupportedError)

UNCERTAIN = (
    "The connection to the database {place} was lost at the moment of storing, so that it cannot be known from here whether "
    "it was stored: look before you do it again. It is stored whole or not at all, and what was accepted before is kept."
)
_NOTHING = "Nothing of this was stored, and what was accepted before is kept."


class _Answered(NamedTuple):
    """How the code of an error begins, or what its words say where it has none, and what to tell the person."""

    codes: tuple[str, ...]
    words: str
    sentence: str


_UNREACHABLE = (
    "The database {place} must be reached, got: no answer from its server. See that it runs, that its name and port are "
    "right and that nothing between refuses them, then try again. Nothing was changed."
)
_SENTENCES = (
    _Answered(
        ("28",),
        r"password|authentication|role .* does not exist|no pg_hba|not permitted to log in",
        "The database {place} must let its user in, got: it was refused. See that the name and the password in "
        "WSOA_DATABASE are right and that the server lets this machine in. Nothing was changed.",
    ),
    _Answered(
        ("3D000", "3F000"),
        r"database .* does not exist|no schema has been selected",
        "The database {place} must be there, got: a server that has none of this name. Have it made (createdb, or CREATE "
        "SCHEMA where the address names one), or name another in WSOA_DATABASE. Nothing was created.",
    ),
    _Answered(
        ("53300",),
        r"too many (clients|connections)|remaining connection slots",
        "The server of the database {place} must have room for one more connection, got: too many at once. Try again in a "
        f"minute; if it stays so, let the server take more (max_connections). {_NOTHING}",
    ),
    _Answered(
        ("53100",),
        "no space left",
        "There must be room on the disk of the server for the database {place}, got: none. Free some space and try again. "
        f"{_NOTHING}",
    ),
    _Answered(
        ("53200",),
        "out of memory",
        f"This needs more memory than the server of the database {{place}} may use. Try again in a minute. {_NOTHING}",
    ),
    _Answered(
        ("40",),
        "deadlock|could not serialize",
        "Somebody else was storing something in {place} at the same moment. Look at what has changed and try again. "
        f"{_NOTHING}",
    ),
    _Answered(
        ("22021",),
        "NUL",
        "A text must be of signs that the database {place} can keep, got: one with a sign that is none (number 0). "
        "Take it out and try again. Nothing was stored.",
    ),
    _Answered(
        ("57014", "57P05", "25P03"),
        "statement timeout|idle-in-transaction",
        f"The server of the database {{place}} must let this finish, got: it took longer than the server allows. {_NOTHING}",
    ),
    _Answered(
        ("57P01", "57P02", "57P03", "08"),
        r"closed the connection|connection .*(lost|closed)|consuming input|terminating|starting up|shutting down",
        "The connection to the database {place} was lost in the middle, because its server or the way to it broke off. "
        f"Try again in a minute. {_NOTHING}",
    ),
)
_UNKNOWN = (
    "The database {place} could not be used. Nothing of this was stored, and what was accepted before is kept. Start the "
    "app again; if that does not help, give this to its maintainer: {words}"
)


def is_mistake(error: psycopg.Error) -> bool:
    """Whether it is one in our own SQL or values, which no sentence helps against."""
    if error.sqlstate == "22021" or "NUL" in str(error):
        return False
    return isinstance(error, _MISTAKES) and error.sqlstate not in ONLY_READ and not (error.sqlstate or "").startswith("3")


def explained_by_server(error: psycopg.Error, place: Place) -> StoreError:
    """The sentence for an error met while using the database at an address. The error's own words stay in its cause."""
    words, code = " ".join(str(error).split()), error.sqlstate or ""
    if code in ONLY_READ:
        return kept_from_writing(place)
    if isinstance(error, PoolTimeout):
        return StoreError(_UNREACHABLE.format(place=place), place)
    told = _found(words, code)
    if told is None and not code and isinstance(error, psycopg.OperationalError):
        told = _UNREACHABLE
    return StoreError((told or _UNKNOWN).format(place=place, words=without_passwords(words)), place)


def _found(words: str, code: str) -> str | None:
    """By the code where there is one: words may be in the server's own language."""
    for each in _SENTENCES:
        if code.startswith(each.codes) if code else re.search(each.words, words, re.IGNORECASE):
            return each.sentence
    return None
