"""Keeps packs that were sent, byte for byte, with what they said, and gives them back to who sees what is unsigned."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256

from programme.access import Deed, Person, demand
from programme.answers import is_answer
from programme.kept_packs import KeptFile, KeptPack, PackIdentity, PackLine, PackLineKind, PackSending, PackToKeep
from programme.log import Logged
from programme.quarter import Quarter
from programme.signoff import SignOffDeed, signed_last
from programme.submission import Acceptance
from programme.wordings import LONGEST_WORDS
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import Overtaken, StoreError
from store.log import log
from store.order.clock import newest_moment, refuse_doubtful_day
from store.redactions import all_redactions
from store.rows.rows import insert
from store.signing.signoff_rows import signatures_then

NOTHING_KEPT = "Nothing was kept; nothing was lost."
SIGNED = (SignOffDeed.APPROVED, SignOffDeed.PUBLISHED)

_PACKS = """
    SELECT number, id, quarter, snapshot_at, change, signed, state, program, definitions, redaction
    FROM kept_packs LEFT JOIN redacted_packs ON pack = number ORDER BY number
"""
_FILES = "SELECT name, length, digest FROM kept_pack_files WHERE pack = ? ORDER BY place"
_SENDINGS = (
    "SELECT recipients, sent_at, sent_by, account FROM kept_pack_sendings WHERE pack = ? AND sent_at <= ? ORDER BY place"
)
_CONTENTS = "SELECT name, digest, content FROM kept_pack_files WHERE pack = ? ORDER BY place"
_LINES = """
    SELECT kind, about, area_code, quarter, heading, text, exact FROM kept_pack_lines WHERE pack = ? ORDER BY place
"""
_NEWEST_SENDING = "SELECT max(sent_at) FROM kept_pack_sendings"


def keep_pack(database: Database, made: PackToKeep, recipients: str, acceptance: Acceptance) -> KeptPack:
    """Keep a pack with to whom it goes. One that is kept already gets the new recipients, and its files stay as they are.

    Raises NotAllowed, Overtaken where the quarter was signed otherwise since it was made, and StoreError: nobody says who
    keeps it or to whom it goes, its files were redacted, the day must be confirmed.
    """
    demand(acceptance.by, Deed.KEEP_PACK)
    with database.transaction() as cursor:
        known = _known_of(cursor, made, recipients, acceptance)
        return _sent(cursor, known.number if known else _add(cursor, made), made.id, recipients, acceptance)


def send_kept_pack(database: Database, pack: PackIdentity, recipients: str, acceptance: Acceptance) -> KeptPack | None:
    """Keep to whom else a pack goes, of which nothing is made but what tells it from others; None where it is not kept yet.

    Raises as `keep_pack`.
    """
    demand(acceptance.by, Deed.KEEP_PACK)
    with database.transaction() as cursor:
        known = _known_of(cursor, pack, recipients, acceptance)
        return known and _sent(cursor, known.number, known.id, recipients, acceptance)


def _known_of(cursor: Cursor, pack: PackIdentity, recipients: str, acceptance: Acceptance) -> KeptPack | None:
    """The pack as it is kept already, if it is. Raises StoreError where it cannot go to anybody now, or not like this."""
    refuse_doubtful_day(cursor, acceptance)
    _refuse_unsaid(recipients, acceptance)
    _refuse_signed_otherwise(cursor, pack)
    known = next((each for each in packs_then(cursor, None) if each.id == pack.id), None)
    if known and known.redacted:
        raise StoreError(f"The files of this pack, {known.id}, were {known.redacted}. {NOTHING_KEPT}")
    return known


def _sent(cursor: Cursor, number: int, pack_id: str, recipients: str, acceptance: Acceptance) -> KeptPack:
    _send(cursor, number, recipients, acceptance)
    log.log_deed(cursor, Logged.KEPT_PACK, acceptance.by, f"pack {pack_id}, to {recipients.strip()}")
    return next(each for each in packs_then(cursor, None) if each.number == number)


def kept_packs(database: Database, person: Person, as_at: datetime | None = None) -> tuple[KeptPack, ...]:
    """The packs that were kept by a moment (None: now), in that order, with to whom they had gone by then.

    Raises NotAllowed for who is not shown what is not signed off.
    """
    demand(person, Deed.SEE_UNSIGNED)
    with database.reading() as cursor:
        return packs_then(cursor, as_at)


def pack_kept(database: Database, pack_id: str, person: Person, as_at: datetime | None = None) -> KeptPack:
    """The kept pack with this id. Raises NotAllowed and StoreError."""
    known = kept_packs(database, person, as_at)
    if found := next((each for each in known if each.id == pack_id), None):
        return found
    told = ", ".join(each.id for each in known) or "none"
    raise StoreError(f"A pack must be one of those that are kept ({told}), got: {pack_id}. Nothing was changed.")


def pack_contents(database: Database, pack: KeptPack, person: Person) -> tuple[tuple[str, bytes], ...]:
    """The name and the bytes of every file of a kept pack, as they were kept.

    Raises NotAllowed, and StoreError where a redaction took them out, or where bytes are not those of their hash.
    """
    demand(person, Deed.SEE_UNSIGNED)
    with database.reading() as cursor:
        known = next(each for each in packs_then(cursor, None) if each.number == pack.number)
        found = cursor.execute(_CONTENTS, [pack.number]).fetchall()
    if known.redacted:
        raise StoreError(f"The files of this pack were {known.redacted}. Their hashes are kept.")
    for name, digest, content in found:
        if sha256(content).hexdigest() != digest:
            raise StoreError(f"A kept file must be what was kept, got other bytes: {name}. Take it from a backup.")
    return tuple((name, bytes(content)) for name, _, content in found)


def pack_lines_kept(database: Database, pack: KeptPack, person: Person) -> tuple[PackLine, ...]:
    """What a kept pack said, line by line. Raises NotAllowed."""
    demand(person, Deed.SEE_UNSIGNED)
    with database.reading() as cursor:
        return tuple(_line(*row) for row in cursor.execute(_LINES, [pack.number]).fetchall())


def packs_then(cursor: Cursor, as_at: datetime | None) -> tuple[KeptPack, ...]:
    """The packs as they were kept at a moment."""
    until = datetime.max if as_at is None else moments.stored(as_at)
    told = {each.number: each.sentence for each in all_redactions(cursor)}
    return tuple(_packs(cursor, until, told))


def _packs(cursor: Cursor, until: datetime, told: dict[int, str]) -> Iterator[KeptPack]:
    for number, pack_id, quarter, at, change, signed, state, program, definitions, gone in cursor.execute(_PACKS).fetchall():
        sent = tuple(_sending(*row) for row in cursor.execute(_SENDINGS, [number, until]).fetchall())
        if sent:
            files = tuple(KeptFile(*row) for row in cursor.execute(_FILES, [number]).fetchall())
            origin = pack_id, Quarter.parse(quarter), moments.aware(at), change, signed, state, program, definitions
            yield KeptPack(*origin, number, files, sent, told.get(gone, ""))


def _sending(recipients: str, at: datetime, by: str, account: str) -> PackSending:
    return PackSending(recipients, moments.aware(at), by, account)


def _line(kind: str, about: str, area: str, quarter: str, heading: str, text: str, exact: str) -> PackLine:
    return PackLine(PackLineKind(kind), about, area, Quarter.parse(quarter), heading, text, exact)


def _refuse_unsaid(recipients: str, acceptance: Acceptance) -> None:
    if not is_answer(recipients) or not acceptance.by.name.strip():
        got = "nobody who keeps it" if is_answer(recipients) else recipients.strip() or "nobody it goes to"
        raise StoreError(f"A pack that is kept must say to whom it goes and who keeps it, got: {got}. {NOTHING_KEPT}")
    if len(recipients) > LONGEST_WORDS:
        raise StoreError(f"Recipients must have at most {LONGEST_WORDS:,} letters, got: {len(recipients):,}. {NOTHING_KEPT}")


def _refuse_signed_otherwise(cursor: Cursor, pack: PackIdentity) -> None:
    last = signed_last(signatures_then(cursor, None), pack.quarter)
    if last is None or last.deed not in SIGNED or last.change != pack.signed:
        raise Overtaken(
            f"Only the pack of an approved or published quarter is kept, got: {pack.quarter}, to which something else was "
            f"done meanwhile. Look at its sign-off and try again. {NOTHING_KEPT}"
        )


def _add(cursor: Cursor, made: PackToKeep) -> int:
    number = cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM kept_packs").fetchone()[0]
    about = [number, made.id, str(made.quarter), moments.stored(made.as_at), made.change, made.signed, made.state]
    cursor.execute("INSERT INTO kept_packs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [*about, made.program, made.definitions])
    for place, (name, content) in enumerate(made.files, start=1):
        row = [number, place, name, len(content), sha256(content).hexdigest(), content]
        cursor.execute("INSERT INTO kept_pack_files VALUES (?, ?, ?, ?, ?, ?)", row)
    rows = (
        (number, place, str(each.kind), each.about, each.area, str(each.quarter), each.heading, each.text, each.exact)
        for place, each in enumerate(made.lines, start=1)
    )
    insert(cursor, "kept_pack_lines", rows)
    return number


def _send(cursor: Cursor, number: int, recipients: str, acceptance: Acceptance) -> None:
    """Add to whom it goes, after everything that was stored by now and after what was sent before."""
    (newest,) = cursor.execute(_NEWEST_SENDING).fetchone()
    known = [each for each in (newest, newest_moment(cursor)) if each is not None]
    at = moments.following(max(known, default=None), acceptance.at)
    (place,) = cursor.execute("SELECT count(*) + 1 FROM kept_pack_sendings WHERE pack = ?", [number]).fetchone()
    row = [number, place, recipients.strip(), at, acceptance.by.name.strip(), acceptance.by.account]
    cursor.execute("INSERT INTO kept_pack_sendings VALUES (?, ?, ?, ?, ?, ?)", row)
