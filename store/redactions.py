"""What is to be redacted: an analyst names it, an administrator carries it out (redaction/redacting.py) or refuses."""

import re
from collections.abc import Sequence

from programme.access import Deed, demand
from programme.areas import areas
from programme.log import Logged
from programme.redaction import RedactedKind, RedactedPlace, Redaction, RedactionRuling
from programme.submission import Acceptance
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.log import log
from store.redacted_words import pattern_of
from store.two_people import refuse_unsaid, waiting

FEWEST_LETTERS = 3
_ALL = """
    SELECT number, kind, version, release, sheet, ref, words, asked_at, asked_by, redactions.account, redactions.reason,
        carried_out, ruled_at, ruled_by, rulings.account, rulings.reason
    FROM redactions LEFT JOIN redaction_rulings AS rulings ON rulings.redaction = number
    ORDER BY number
"""
_NEWEST = """
    SELECT max(moment) FROM (
        SELECT asked_at AS moment FROM redactions UNION ALL SELECT ruled_at FROM redaction_rulings
    ) AS moments
"""
_FILE_REDACTED = "SELECT redaction FROM redacted_files WHERE sha256 = ?"

TOO_SHORT = "Words to be redacted must have at least {least} letters, got: {got}. Nothing was changed."
ONE_PLACE = (
    "What is to be redacted must be one thing: the file of a version or of a release, a cell by version, sheet and cell, or "
    "words; got: {got}. Nothing was changed."
)
A_PLACE = (
    "Words to be redacted must not be the name of an area, got: {got}, whose figures would be unnamed. Nothing was changed."
)


def redactions(database: Database) -> list[Redaction]:
    """Everything that was named to be redacted, oldest first, with what was done about it."""
    with database.cursor() as cursor:
        return all_redactions(cursor)


def all_redactions(cursor: Cursor) -> list[Redaction]:
    """The same, inside a transaction."""
    return [_redaction(*row) for row in cursor.execute(_ALL).fetchall()]


def name_redaction(database: Database, place: RedactedPlace, acceptance: Acceptance) -> int:
    """Name what is to be redacted, and return its number. Nothing is redacted by it.

    Raises NotAllowed where the person may not, and StoreError: there is no such place, it holds no words, nobody says why.
    """
    demand(acceptance.by, Deed.NAME_REDACTION)
    refuse_unsaid(acceptance, "What is named to be redacted must say who names it and why")
    place = place.tidy
    with database.transaction() as cursor:
        known = all_redactions(cursor)
        _refuse_place(cursor, place, known)
        refuse_to_repeat(place, acceptance.reason, words_of(cursor, place))
        number = len(known) + 1
        row = [number, str(place.kind), place.version, place.release, place.sheet, place.ref, place.words]
        row += [next_moment(cursor), acceptance.by.name, acceptance.by.account, acceptance.reason]
        cursor.execute(f"INSERT INTO redactions VALUES ({', '.join('?' * len(row))})", row)
        log.log_deed(cursor, Logged.NAMED_REDACTION, acceptance.by, f"number {number}: {place.told}")
    return number


def refuse_redaction(database: Database, number: int, acceptance: Acceptance) -> Redaction:
    """Refuse what was named; its words are kept no longer. Raises NotAllowed and StoreError."""
    demand(acceptance.by, Deed.REDACT)
    refuse_unsaid(acceptance, "A refusal must say who refuses and why")
    with database.transaction() as cursor:
        found = open_redaction(cursor, number)
        cursor.execute("UPDATE redactions SET words = '' WHERE number = ?", [number])
        keep_ruling(cursor, number, acceptance, carried_out=False)
        log.log_deed(cursor, Logged.REFUSED_REDACTION, acceptance.by, f"number {number}: {found.place.told}")
    return found


def keep_ruling(cursor: Cursor, number: int, acceptance: Acceptance, *, carried_out: bool) -> None:
    """Keep what was done about number `number`, by whom and why."""
    row = [number, carried_out, next_moment(cursor), acceptance.by.name, acceptance.by.account, acceptance.reason]
    cursor.execute("INSERT INTO redaction_rulings VALUES (?, ?, ?, ?, ?, ?)", row)


def open_redaction(cursor: Cursor, number: int) -> Redaction:
    """What was named under a number and waits. Raises StoreError."""
    return waiting(all_redactions(cursor), number, "named to be redacted")


def words_of(cursor: Cursor, place: RedactedPlace) -> str:
    """The words of a cell or of a name; empty for a whole file. Raises StoreError where a cell holds none."""
    if place.kind is not RedactedKind.ENTRY:
        return place.words
    asked = [place.version, place.sheet, place.ref]
    entry = 'SELECT "text" FROM entries WHERE version = ? AND lower(sheet) = lower(?) AND upper(ref) = upper(?)'
    note = "SELECT note FROM figures WHERE version = ? AND lower(sheet) = lower(?) AND upper(ref) = upper(?) AND note <> ''"
    found = cursor.execute(entry, asked).fetchone() or cursor.execute(note, asked).fetchone()
    if not found or not found[0].strip():
        raise StoreError(f"There must be words in the cell, got none in {place.told}. Nothing was changed.")
    return found[0].strip()


def refuse_to_repeat(place: RedactedPlace, reason: str, words: str) -> None:
    """Raise StoreError where a reason says the words that are to be redacted: it is shown in their place."""
    if words and pattern_of(words).search(reason):
        raise StoreError(
            f"A reason must not repeat what is to be redacted ({place.told}): it stands there for good. Say it otherwise."
        )


def redaction_of_file(cursor: Cursor, digest: str) -> Redaction | None:
    """The redaction that took the bytes of a file away; None where they are there."""
    found = cursor.execute(_FILE_REDACTED, [digest]).fetchone()
    return found and next(each for each in all_redactions(cursor) if each.number == found[0])


def refuse_redacted(cursor: Cursor, digest: str, of: str) -> None:
    """Raise StoreError where the bytes of a file are gone, with when and why; what came of it stays."""
    if found := redaction_of_file(cursor, digest):
        raise StoreError(f"The original of {of} was {found.sentence}. Its figures stay.")


def next_moment(cursor: Cursor):
    """When this happens: after everything else that was named or ruled."""
    return moments.following(cursor.execute(_NEWEST).fetchone()[0], None)


def _refuse_place(cursor: Cursor, place: RedactedPlace, known: Sequence[Redaction]) -> None:
    if not place.one_thing:
        got = ", ".join(name if name == "words" else f"{name} {value}" for name, value in place.said.items())
        raise StoreError(ONE_PLACE.format(got=got or "nothing"))
    again = next((each for each in known if each.place.same_as(place) and each.ruling is None), None)
    if again:
        raise StoreError(f"This is named already, as number {again.number} by {again.doer}. Nothing was changed.")
    if place.kind is RedactedKind.NAME:
        _refuse_words(place.words)
    elif place.version is not None:
        _refuse_unknown(cursor, "versions", "version", place.version)
    elif place.release is not None:
        _refuse_unknown(cursor, "releases", "release", place.release)
    else:
        raise StoreError("A file to be redacted must be that of a version or a release, got: neither. Nothing was changed.")


def _refuse_words(words: str) -> None:
    if len(re.findall(r"\w", words)) < FEWEST_LETTERS:
        raise StoreError(TOO_SHORT.format(least=FEWEST_LETTERS, got=words or "nothing"))
    if any(pattern_of(words).search(area.name) for area in areas()):
        raise StoreError(A_PLACE.format(got=words))


def _refuse_unknown(cursor: Cursor, table: str, thing: str, number: int) -> None:
    (there,) = cursor.execute(f"SELECT count(*) FROM {table} WHERE number = ?", [number]).fetchone()
    if not there:
        raise StoreError(f"It must be a {thing} that was stored, got: {thing} {number}. Nothing was changed.")


def _redaction(number, kind, version, release, sheet, ref, words, at, by, account, reason, *ruled) -> Redaction:
    place = RedactedPlace(RedactedKind(kind), version, release, sheet, ref, words)
    carried_out, ruled_at, *more = ruled
    ruling = None if ruled_at is None else RedactionRuling(carried_out, moments.aware(ruled_at), *more)
    return Redaction(number, place, moments.aware(at), by, account, reason, ruling)
