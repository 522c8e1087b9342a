"""Keeps drafts: outside the record, each for its owner, until it is accepted, thrown away or thirty days old."""

import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256

from programme.access import Deed, Person, demand
from programme.draft import Draft
from programme.log import Logged
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.log import log

TABLES = ("drafts", "draft_answers")
"""The tables that stand outside the record: no backup holds them."""

MEGABYTE = 1024 * 1024
MOST_OF_A_PERSON = 10
MOST_BYTES = 200 * MEGABYTE

_ALL = 'SELECT draft, "owner", file_name, sha256, size, begun_at FROM drafts ORDER BY begun_at, draft'
_ANSWERED = """
    INSERT INTO draft_answers VALUES (?, ?, ?) ON CONFLICT (draft, asked) DO UPDATE SET answer = excluded.answer
"""
_BEGUN = 'INSERT INTO drafts (draft, "owner", file_name, sha256, size, begun_at, content) VALUES (?, ?, ?, ?, ?, ?, ?)'
_REPLACED = "UPDATE drafts SET sha256 = ?, size = ?, begun_at = ?, content = ? WHERE draft = ?"

TOO_MANY = (
    "At most {most} drafts of one person are kept, got: {most} that are kept already. Accept one or throw one away, then "
    "hand this file in again. It is not kept as a draft."
)
TOO_MUCH = (
    "The drafts of everybody together may be {most} MB, got: {size:.1f} MB more than there is room for. Accept one or throw "
    "one away, then hand this file in again. It is not kept as a draft."
)


class DraftGone(StoreError):  # noqa: N818 - what happened, as Overtaken is
    """A draft that is not there any more, or never was."""


def keep_draft(database: Database, content: bytes, file_name: str, person: Person) -> Draft:
    """Keep a file as a draft of `person`. One of theirs by the same name is replaced, and keeps its answers.

    Raises NotAllowed, and StoreError where there is no room for it.
    """
    demand(person, Deed.UPLOAD)
    with database.transaction() as cursor:
        _let_go_of_old(cursor)
        kept = _drafts(cursor)
        own = [each for each in kept if each.owner == person.owner]
        earlier = next((each for each in own if each.file_name == file_name), None)
        _refuse_without_room(own, kept, earlier, len(content))
        key = earlier.key if earlier else secrets.token_urlsafe(9)
        digest, size, now = sha256(content).hexdigest(), len(content), moments.now()
        if earlier:
            cursor.execute(_REPLACED, [digest, size, now, content, key])
        else:
            cursor.execute(_BEGUN, [key, person.owner, file_name, digest, size, now, content])
        log.log_deed(cursor, Logged.UPLOADED, person, file_name)
    return draft_of(database, key, person)


def _refuse_without_room(own: list[Draft], kept: list[Draft], earlier: Draft | None, size: int) -> None:
    """Raise StoreError where a person has too many, or all of them are too large."""
    if earlier is None and len(own) >= MOST_OF_A_PERSON:
        raise StoreError(TOO_MANY.format(most=MOST_OF_A_PERSON))
    over = sum(each.size for each in kept if each is not earlier) + size - MOST_BYTES
    if over > 0:
        raise StoreError(TOO_MUCH.format(most=MOST_BYTES // MEGABYTE, size=over / MEGABYTE))


def drafts_of(database: Database, person: Person) -> list[Draft]:
    """The drafts of a person, oldest first. Raises NotAllowed and StoreError."""
    demand(person, Deed.UPLOAD)
    with database.reading() as cursor:
        aged = _any_old(cursor)
        own = [each for each in _drafts(cursor) if each.owner == person.owner and not _old(each)]
    if aged:
        with suppress(StoreError), database.transaction() as cursor:  # what cannot be written now goes another time
            _let_go_of_old(cursor)
    return own


def draft_of(database: Database, key: str, person: Person) -> Draft:
    """One draft. Raises DraftGone where there is none, NotAllowed where it is somebody else's."""
    demand(person, Deed.UPLOAD)
    with database.reading() as cursor:
        return _own(cursor, key, person)


def draft_content(database: Database, key: str, person: Person) -> bytes:
    """The file of a draft. Raises as `draft_of` does."""
    demand(person, Deed.UPLOAD)
    with database.reading() as cursor:
        _own(cursor, key, person)
        return cursor.execute("SELECT content FROM drafts WHERE draft = ?", [key]).fetchone()[0]


def answer_draft(database: Database, key: str, answers: Mapping[str, str], person: Person) -> None:
    """Keep what was typed about a draft, by what was asked; what was typed before stays. Raises as `draft_of` does."""
    demand(person, Deed.UPLOAD)
    with database.transaction() as cursor:
        _own(cursor, key, person)
        for asked, answer in answers.items():
            cursor.execute(_ANSWERED, [key, asked, answer])


def throw_away(database: Database, key: str, person: Person) -> None:
    """Delete a draft with its answers; one that is gone already is no mistake. Raises NotAllowed and StoreError."""
    demand(person, Deed.UPLOAD)
    with database.transaction() as cursor, suppress(DraftGone):
        thrown = _own(cursor, key, person)
        _delete(cursor, [thrown])
        log.log_deed(cursor, Logged.THREW_AWAY, person, thrown.file_name)
        _let_go_of_old(cursor)


def let_go_of_accepted(cursor: Cursor, digest: str, person: Person) -> None:
    """Delete the drafts of a file that its owner has accepted, in the transaction that accepts it."""
    _delete(cursor, [each for each in _drafts(cursor) if (each.sha256, each.owner) == (digest, person.owner)])


def _own(cursor: Cursor, key: str, person: Person) -> Draft:
    found = next((each for each in _drafts(cursor) if each.key == key and not _old(each)), None)
    if found is None:
        raise DraftGone(
            "A draft is there until it is accepted or thrown away, 30 days at most, got: one that is not there any more. "
            "Hand the file in again where it is still needed. Nothing was changed."
        )
    demand(person, Deed.UPLOAD, found.owned)
    query = "SELECT asked, answer FROM draft_answers WHERE draft = ?"
    answers = dict(cursor.execute(query, [key]).fetchall())
    return Draft(found.key, found.owner, found.file_name, found.sha256, found.size, found.begun_at, answers)


def _drafts(cursor: Cursor) -> list[Draft]:
    rows = cursor.execute(_ALL).fetchall()
    return [Draft(*about, moments.aware(begun)) for *about, begun in rows]


def _old(draft: Draft) -> bool:
    return draft.gone_after <= moments.aware(moments.now())


def _any_old(cursor: Cursor) -> bool:
    return any(_old(each) or each.begun_at > moments.aware(moments.now()) for each in _drafts(cursor))


def _let_go_of_old(cursor: Cursor) -> None:
    """Delete what is too old. What was begun while the clock was ahead begins now: it would stay for too long."""
    now = moments.now()
    cursor.execute("UPDATE drafts SET begun_at = ? WHERE begun_at > ?", [now, now])
    _delete(cursor, [each for each in _drafts(cursor) if _old(each)])


def _delete(cursor: Cursor, gone: Iterable[Draft]) -> None:
    for draft in gone:
        cursor.execute("DELETE FROM draft_answers WHERE draft = ?", [draft.key])
        cursor.execute("DELETE FROM drafts WHERE draft = ?", [draft.key])
