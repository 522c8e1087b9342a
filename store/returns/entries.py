"""What was typed in the other sheets of returns (actions, risks, decisions …), cell by cell."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from plumbing.kept import Kept
from programme.quarter import Quarter
from programme.sheets.typed import plain
from programme.sheets.written import Row, rows_of
from programme.submission import Entry, Version
from store.counting.standing import Holding, streams_of
from store.cursor import Cursor
from store.rows.rows import insert

_QUERY = """
    SELECT version, sheet, "row", heading, ref, "text" FROM entries
    WHERE lower(trim(sheet)) = lower(?) AND version IN (SELECT unnest(?::INTEGER[]))
    ORDER BY version, place
"""

_TYPED = """
    SELECT version, sheet, "row", heading, ref, "text" FROM entries
    WHERE version IN (SELECT unnest(?::INTEGER[])) ORDER BY version, place
"""

VersionEntry = tuple[Version, Entry]
"""A cell that was typed, with the version that brought it."""

Sheets = dict[str, tuple[Row, ...]]
"""The rows of a version by the name of their sheet, as names are compared."""


def add_entries(cursor: Cursor, number: int, entries: Iterable[Entry]) -> None:
    """Add the entries of version `number`, in the order given."""
    insert(cursor, "entries", (_entry_row(number, *each) for each in enumerate(entries, start=1)))


def _entry_row(number: int, place: int, entry: Entry) -> tuple:
    return number, place, entry.sheet, entry.row, entry.heading, entry.ref, entry.text


def typed_entries(
    cursor: Cursor,
    known: Sequence[Version],
    held: Holding,
    sheet: str,
    quarter: Quarter | None = None,
) -> list[VersionEntry]:
    """The entries of one sheet in every version that counts, for one quarter or all; by version, then as typed.

    A version that was replaced in some of its workstreams still gives all its entries: the store does not read them.
    `held` says which parts it still speaks for.
    """
    wanted = {
        version.number: version
        for version in known
        if streams_of(held[version.number], sheet) and (quarter is None or version.cover.quarter == quarter)
    }
    return _read(cursor, wanted, sheet)


def _read(cursor: Cursor, wanted: Mapping[int, Version], sheet: str) -> list[VersionEntry]:
    rows = cursor.execute(_QUERY, [sheet, list(wanted)]).fetchall() if wanted else []
    return [(wanted[number], Entry(*typed)) for number, *typed in rows]


def stored_rows(
    cursor: Cursor, versions: Sequence[Version], sheet: str, kept: Kept
) -> list[tuple[Version, tuple[Row, ...]]]:
    """The rows of one sheet in each of some stored versions, in their order; without those in which nothing was typed.

    What was accepted never changes: the rows of all its sheets are `kept`, and what is not yet is read with one question.
    """
    asked = {("rows", each.number, each.accepted_at): each for each in versions}

    def read(questions: Sequence[Hashable]) -> dict[Hashable, Sheets]:
        found = _sheets(cursor, {asked[each].number: asked[each] for each in questions})
        return {each: found.get(asked[each].number, {}) for each in questions}

    found = zip(asked.values(), kept.answers(list(asked), read), strict=True)
    return [(version, own) for version, sheets in found if (own := sheets.get(plain(sheet)))]


def _sheets(cursor: Cursor, wanted: Mapping[int, Version]) -> dict[int, Sheets]:
    """The rows of every sheet in each of some versions."""
    typed: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    for (number, sheet), cells in groupby(cursor.execute(_TYPED, [list(wanted)]).fetchall(), key=itemgetter(0, 1)):
        typed[number, plain(sheet)] += [Entry(*cell[1:]) for cell in cells]
    found: dict[int, Sheets] = defaultdict(dict)
    for (number, sheet), entries in typed.items():
        found[number][sheet] = tuple(_rows_of(wanted[number], entries, sheet))
    return found


def as_rows(entries: Iterable[VersionEntry], sheet: str) -> list[tuple[Version, list[Row]]]:
    """The entries of a sheet as rows, each with its quarter and its cells by heading; version by version."""
    found = []
    for _, typed in groupby(entries, key=lambda pair: pair[0].number):
        pairs = list(typed)
        version = pairs[0][0]
        found.append((version, list(_rows_of(version, [entry for _, entry in pairs], sheet))))
    return found


def _rows_of(version: Version, entries: Iterable[Entry], sheet: str) -> Iterator[Row]:
    return rows_of(entries, sheet, version.cover.quarter, version.file_name, version.number)
