"""What a redaction changes, worked out before anything is: which texts become which, which files and drafts go."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from programme.redaction import RedactedKind, RedactedPlace, Redaction
from programme.sheets.book import WRITTEN
from programme.sheets.form import FormColumn
from programme.sheets.holds import ANSWER, EVIDENCE, LIST, REF, REFS, ROLE, TEXT
from programme.sheets.typed import plain
from store.cursor import Cursor
from store.errors import StoreError
from store.redacted_words import Sought, sought, words_in
from store.redaction.word_columns import TYPED, TYPED_WHERE
from store.redaction.words_in_files import words_stand_in
from store.redactions import words_of

OWN_WORDS = (TEXT, ROLE, EVIDENCE, ANSWER)
"""What a column holds where people write as they like; else a text is what rows or figures go by."""

WORDS_ARE_TYPED = (*OWN_WORDS, REF, REFS, LIST)
"""The same, and where what is typed may change without a figure that is worked out from it changing."""

LONG = 24  # letters from which on a text is somebody's own, so that it is looked for elsewhere too
ANYWHERE = 0

NO_ANSWER = "TBC"
"""What stands for words that count as blank, so that it counts as blank too."""

NO_WORDS = (
    "Only words can be redacted, got: {heading} in {place}, by which figures are worked out. Withdraw the version and "
    "have it handed in again. Nothing was changed."
)
STILL_HERE = (
    "Somebody who may sign in must be removed before their name is redacted, got: {account}. Remove them on the page People "
    "first. Nothing was changed."
)

_WORKED_WITH = {
    "entries": """
        SELECT DISTINCT sheet, heading, "text", sheet || '!' || ref || ' of version ' || version FROM entries
        WHERE "text" IN (SELECT unnest(?::VARCHAR[]))
    """,
    "wording_cells": """
        SELECT DISTINCT sheet, heading, "text", sheet || ', written here as number ' || number
        FROM wording_cells JOIN wordings ON number = wording
        WHERE "text" IN (SELECT unnest(?::VARCHAR[]))
    """,
}
"""By table: the cells that hold one of some texts, each with its sheet, its heading and where it stands, for people."""


@dataclass
class RedactionPlan:
    """`texts` are old and new by table, column and version or release (ANYWHERE: in every row); `files` what stands for
    each hash.

    `drafts` go; of the kept `packs` with these numbers all files do; `log` are the numbers of rows in it whose words
    change. `reworded` is what becomes of a text anywhere.
    """

    texts: dict[tuple[str, str, int], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    files: dict[str, str] = field(default_factory=dict)
    drafts: set[str] = field(default_factory=set)
    packs: set[int] = field(default_factory=set)
    log: set[int] = field(default_factory=set)
    reworded: Callable[[str], str] = str


@dataclass(frozen=True)
class _Search:
    """The words that are looked for, and what is known of which files say them."""

    cursor: Cursor
    wanted: list[Sought]
    said: dict[tuple, bool]

    def found_in(self, table: str, digest: str) -> bool:
        """Whether the file with this hash says any of them. File by file: all of them together may be large."""
        key = (digest, *(each.words for each in self.wanted))
        if key not in self.said:
            named = "digest" if table == "kept_pack_files" else "sha256"
            (content,) = self.cursor.execute(f"SELECT content FROM {table} WHERE {named} = ?", [digest]).fetchone()
            self.said[key] = words_stand_in(content, self.wanted)
        return self.said[key]


def plan_of_redaction(
    cursor: Cursor, asked: Redaction, sentence: str, said: dict[tuple, bool] | None = None
) -> RedactionPlan:
    """What is to become of the store, with `sentence` in the place of the words. Raises StoreError. Nothing is changed.

    `said` remembers which files say which words: who plans again, with the same, has only the files read that are new.
    """
    plan, mark = RedactionPlan(), _marks(sentence)
    if asked.place.kind is RedactedKind.FILE:
        wanted = _plan_file(cursor, asked, plan, mark)
    else:
        wanted = [words_of(cursor, asked.place)]
    search = _Search(cursor, [sought(words) for words in wanted], {} if said is None else said)
    plan.reworded = _rewording(search.wanted, mark)
    for where, texts in _typed(cursor).items():
        _plan_column(where, texts, plan)
    if asked.place.kind is RedactedKind.ENTRY:
        _plan_findings(cursor, asked.place, wanted[0], plan, mark)
    _refuse_what_is_worked_with(cursor, plan)
    _refuse_who_is_here(cursor, plan)
    _plan_files(cursor, asked, search, plan)
    _plan_drafts(cursor, search, plan)
    _plan_packs(cursor, search, plan)
    _plan_log(cursor, plan)
    return plan


def _marks(sentence: str) -> Callable[[str], str]:
    """What stands for words: the same for the same words, another for others, so that rows stay told apart."""
    known: dict[str, str] = {}

    def mark(words: str) -> str:
        if words not in known:
            known[words] = f"[{sentence}]" if not known else f"[{sentence}] ({len(known) + 1})"
        return known[words]

    return mark


def _plan_file(cursor: Cursor, asked: Redaction, plan: RedactionPlan, mark) -> list[str]:
    """The words that came in one file, in its own rows; those of them that are long and stand in no other file, anywhere."""
    place = asked.place
    table, number = ("versions", place.version) if place.version else ("releases", place.release)
    (digest,) = cursor.execute(f"SELECT sha256 FROM {table} WHERE number = ?", [number]).fetchone()
    plan.files[digest] = f"redacted {asked.number}.1"
    versions = [number for (number,) in cursor.execute("SELECT number FROM versions WHERE sha256 = ?", [digest]).fetchall()]
    about = "SELECT number FROM releases WHERE sha256 = ?"
    answered = f"SELECT release, message, reason FROM release_answered WHERE release IN ({about})"
    for release, message, reason in cursor.execute(answered, [digest]).fetchall():
        plan.texts["release_answered", "message", release][message] = mark(message)
        plan.texts["release_answered", "reason", release][reason] = mark(reason)
    own: set[str] = set()
    for version in versions:
        own |= _plan_version(cursor, version, plan, mark)
    others = {
        text
        for (text,) in cursor.execute(
            'SELECT DISTINCT "text" FROM entries WHERE version NOT IN (SELECT unnest(?::INTEGER[]))', [versions]
        ).fetchall()
    }
    return sorted((text for text in own if len(text) >= LONG and text not in others), key=len, reverse=True)


def _plan_version(cursor: Cursor, version: int, plan: RedactionPlan, mark) -> set[str]:
    own = set()
    typed = [
        (_column(sheet, heading), heading, text)
        for sheet, heading, text in cursor.execute(
            'SELECT DISTINCT sheet, heading, "text" FROM entries WHERE version = ?', [version]
        ).fetchall()
        if text.strip()
    ]
    gone_by = {text for column, _, text in typed if column and column.holds not in OWN_WORDS}
    for column, heading, text in typed:
        if column is None and heading.strip():
            plan.texts["entries", "heading", version][heading] = mark(heading)
        if text not in gone_by:  # a ref, a date or a choice is no words, wherever else the same stands
            answered = column is None or column.holds.understood(text)
            plan.texts["entries", "text", version][text] = mark(text) if answered else NO_ANSWER
            own.add(text.strip())
    asked = (
        ("figures", "note", "SELECT DISTINCT note FROM figures WHERE version = ? AND note <> ''"),
        ("answered", "message", "SELECT DISTINCT message FROM answered WHERE version = ?"),
        ("answered", "reason", "SELECT DISTINCT reason FROM answered WHERE version = ?"),
        ("versions", "lead_role", "SELECT lead_role FROM versions WHERE number = ?"),
        ("versions", "prepared_by", "SELECT prepared_by FROM versions WHERE number = ?"),
    )
    for table, column, query in asked:
        for (text,) in cursor.execute(query, [version]).fetchall():
            plan.texts[table, column, version][text] = mark(text)
    return own


def _rewording(wanted: list[Sought], mark: Callable[[str], str]) -> Callable[[str], str]:
    """The words become what stands for them, and what is around them stays."""

    def reworded(text: str) -> str:
        for each in words_in(text, wanted):
            text = each.pattern.sub(lambda _, words=each.words: mark(words), text)
        return text

    return reworded


def _typed(cursor: Cursor) -> Mapping[tuple[str, str], list[str]]:
    """The texts in each column that holds what people typed, asked at once: of a small one, asking takes longer than
    reading."""
    typed: dict[tuple[str, str], list[str]] = {(table, column): [] for table, columns in TYPED.items() for column in columns}
    named = dict(enumerate(typed))
    columns = (
        f'SELECT DISTINCT {number}, "{column}" FROM {table}'
        f' WHERE "{column}" IS NOT NULL AND {TYPED_WHERE.get((table, column), "true")}'
        for number, (table, column) in named.items()
    )
    for number, text in cursor.execute(" UNION ALL ".join(columns)).fetchall():
        typed[named[number]].append(text)
    return typed


def _plan_column(where: tuple[str, str], texts: Iterable[str], plan: RedactionPlan) -> None:
    for text in texts:
        if (new := plan.reworded(text)) != text:
            plan.texts[*where, ANYWHERE][text] = new


def _plan_findings(
    cursor: Cursor, place: RedactedPlace, words: str, plan: RedactionPlan, mark: Callable[[str], str]
) -> None:
    """What was found at the cell quotes it, perhaps cut: that message goes whole, and any other that begins to quote it."""
    own = len(words) > LONG
    query = "SELECT version, sheet, cell, message, reason FROM answered"
    for version, sheet, cell, message, reason in cursor.execute(query).fetchall():
        here = (version, sheet.lower(), cell.upper()) == (place.version, place.sheet.lower(), place.ref.upper())
        if here or (own and _quotes(message, words)):
            plan.texts["answered", "message", version][message] = mark(words)
        if own and _quotes(reason, words):
            plan.texts["answered", "reason", version][reason] = mark(words)


def _quotes(text: str, words: str) -> bool:
    """Whether the beginning of the words stands in a text that then breaks off."""
    return " ".join(words.split())[:LONG].casefold() in " ".join(text.split()).casefold()


def _refuse_what_is_worked_with(cursor: Cursor, plan: RedactionPlan) -> None:
    """Raise StoreError where a cell that is understood as a date, a number or a choice would say something else."""
    for table, query in _WORKED_WITH.items():
        changed = plan.texts.get((table, "text", ANYWHERE), {})
        for sheet, heading, text, where in cursor.execute(query, [list(changed)]).fetchall():
            column = _column(sheet, heading)
            if column is None or column.holds in WORDS_ARE_TYPED:
                continue
            if column.holds.understood(text) != column.holds.understood(changed[text]):
                raise StoreError(NO_WORDS.format(heading=heading, place=where))


def _refuse_who_is_here(cursor: Cursor, plan: RedactionPlan) -> None:
    for column in ("name", "subject"):
        changed = list(plan.texts.get(("persons", column, ANYWHERE), {}))
        query = f'SELECT subject FROM persons WHERE removed_at IS NULL AND "{column}" IN (SELECT unnest(?::VARCHAR[]))'
        if found := cursor.execute(query, [changed]).fetchone():
            raise StoreError(STILL_HERE.format(account=found[0]))


def _plan_files(cursor: Cursor, asked: Redaction, search: _Search, plan: RedactionPlan) -> None:
    for (digest,) in cursor.execute("SELECT sha256 FROM files").fetchall():
        if digest not in plan.files and search.found_in("files", digest):
            plan.files[digest] = f"redacted {asked.number}.{len(plan.files) + 1}"
    if asked.place.kind is RedactedKind.ENTRY:  # whatever reading the file again makes of it, the words stood there
        (digest,) = cursor.execute("SELECT sha256 FROM versions WHERE number = ?", [asked.place.version]).fetchone()
        plan.files.setdefault(digest, f"redacted {asked.number}.{len(plan.files) + 1}")
    for digest in [each for each in plan.files if each.startswith("redacted ")]:
        del plan.files[digest]  # it is gone already


def _plan_drafts(cursor: Cursor, search: _Search, plan: RedactionPlan) -> None:
    for draft, digest, name in cursor.execute("SELECT draft, sha256, file_name FROM drafts").fetchall():
        typed = cursor.execute("SELECT asked || ' ' || answer FROM draft_answers WHERE draft = ?", [draft]).fetchall()
        if (
            digest in plan.files
            or words_in("\n".join([name, *(text for (text,) in typed)]), search.wanted)
            or search.found_in("drafts", digest)
        ):
            plan.drafts.add(draft)


def _plan_packs(cursor: Cursor, search: _Search, plan: RedactionPlan) -> None:
    """Kept packs that say the words lose all their files: every file says the same, and not each can be searched."""
    _plan_lines_of_files(cursor, plan)
    for column in TYPED["kept_pack_lines"]:
        where = ("kept_pack_lines", column)
        changed = list(plan.texts.get((*where, ANYWHERE), {}))
        there = f'"{column}" IN (SELECT unnest(?::VARCHAR[])) AND {TYPED_WHERE[where]}'
        query = f"SELECT DISTINCT pack FROM kept_pack_lines WHERE {there}"
        plan.packs |= {pack for (pack,) in cursor.execute(query, [changed]).fetchall()}
    for pack, digest in cursor.execute("SELECT pack, digest FROM kept_pack_files").fetchall():
        if pack not in plan.packs and search.found_in("kept_pack_files", digest):
            plan.packs.add(pack)
    plan.packs -= {pack for (pack,) in cursor.execute("SELECT pack FROM redacted_packs").fetchall()}


def _plan_lines_of_files(cursor: Cursor, plan: RedactionPlan) -> None:
    """What goes with one file goes out of the lines that kept packs have of it, however short it is."""
    own = {
        old: new
        for (table, column, version), texts in plan.texts.items()
        if (table, column) == ("entries", "text") and version != ANYWHERE
        for old, new in texts.items()
    }
    query = "SELECT DISTINCT \"text\" FROM kept_pack_lines WHERE kind = 'words'"
    for (text,) in cursor.execute(query).fetchall():
        if text in own:
            plan.texts["kept_pack_lines", "text", ANYWHERE].setdefault(text, own[text])


def _plan_log(cursor: Cursor, plan: RedactionPlan) -> None:
    for column in TYPED["log"]:
        changed = list(plan.texts.get(("log", column, ANYWHERE), {}))
        typed = TYPED_WHERE.get(("log", column), "true")
        query = f'SELECT number FROM log WHERE "{column}" IN (SELECT unnest(?::VARCHAR[])) AND {typed}'
        plan.log |= {number for (number,) in cursor.execute(query, [changed]).fetchall()}


def _column(sheet: str, heading: str) -> FormColumn | None:
    """The column of a form that a typed cell stands in; None where nobody reads it."""
    form = next((form for form in WRITTEN if plain(form.name) == plain(sheet)), None)
    return next((column for column in form.columns if plain(heading) in column.keys), None) if form else None
