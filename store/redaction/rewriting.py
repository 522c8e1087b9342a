"""Writes the store anew into another file, with other texts in some places, and puts that in the place of the one before.

The new file is made of what remains alone: nothing of what goes was ever in it, in its log or in a file beside it. It takes
the name in one step, once it is whole and on the disk: a process that is killed leaves the file before or the one after.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from store.backups.backup import every_table, tables_made
from store.cursor import Cursor
from store.database import Database
from store.engines.in_file import FileDatabase, in_a_file
from store.engines.migrate import recorded_edition
from store.engines.on_disk import kept_on_disk
from store.errors import StoreError
from store.redaction.redaction_plan import RedactionPlan
from store.redaction.word_columns import FOUND_BY, TYPED_WHERE
from store.rows.tables import ColumnNames, columns_by_table, quoted_name, quoted_path, rows_by_table

PART = ".rewriting-"
"""How the name of a folder begins in which a file is being made. One that is left belongs to a process that was killed."""

_SAME = """
    SELECT count(*), bit_xor(hash(version, place, measure, area_code, quarter, "value", symbol, status)) FROM figures
"""
ON_A_SERVER = (
    "Stop the app, move the store to a new file (python -m store move --to FILE), redact there, and move it back to an "
    "empty database. The database before, and copies of it that the server keeps, still hold the words: delete them."
)
NOT_OURS = (
    "A store that is written anew must hold no tables and columns but its own, got also: {others}. Copy elsewhere what is "
    "in there, drop it, and try again. Nothing was changed."
)
DIFFERS = (
    "The store that was written anew must hold the same figures and rows as the one before, got: another {table}. The new "
    "one is not used. Nothing was changed: give this to the maintainer."
)


@dataclass(frozen=True, slots=True)
class _Copied:
    """What was copied out of the store: by which plan, how many `rows` of every table (those that others refer to before the
    others), the columns of each, and what vouches for its `figures`."""

    plan: RedactionPlan
    columns: ColumnNames
    rows: dict[str, int]
    figures: tuple


def rewrite(
    database: Database,
    plan_made: Callable[[Cursor], RedactionPlan],
    finish: Callable[[Cursor, RedactionPlan], None],
) -> RedactionPlan:
    """Write the store anew as a plan says, `finish` it in a transaction of the new file, and exchange the two.

    Nobody else writes meanwhile; who reads is waited for at the moment of the exchange. Raises StoreError.
    """
    database = in_a_file(database, "To redact,", ON_A_SERVER)
    with database.exchanging() as exchange:
        clear_what_was_left(database)
        with tempfile.TemporaryDirectory(prefix=PART, dir=database.path.parent) as folder:
            work = Path(folder)
            copied = _copied_with(database, plan_made, work)
            made = _filled(database, work, copied, lambda cursor: finish(cursor, copied.plan))
            kept_on_disk(made)
            exchange(made, copied.plan.reworded)
    return copied.plan


def clear_what_was_left(database: FileDatabase) -> None:
    """Delete what a process that was killed had begun to write, if anything."""
    for folder in (database.path.parent, database.backups):
        for left in folder.glob(f"{PART}*") if folder.is_dir() else ():
            shutil.rmtree(left, ignore_errors=True)


def _copied_with(database: FileDatabase, plan_made: Callable, work: Path) -> _Copied:
    """The tables with rows, as Parquet with their new texts in `work`, by way of its backups, where alone it may write."""
    database.backups.mkdir(mode=0o700, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=PART, dir=database.backups) as folder, database.cursor() as cursor:
        cursor.begin()
        try:
            plan, rows = plan_made(cursor), rows_by_table(cursor, every_table(cursor))
            _say_texts(cursor, plan)
            columns = columns_by_table(cursor)
            for table in filter(rows.get, rows):
                path = Path(folder) / f"{table}.parquet"
                selected = _selected(table, columns[table], plan)
                cursor.execute(f"COPY ({selected}) TO '{quoted_path(path)}' (FORMAT parquet)")
                shutil.move(path, work / path.name)
            rows["drafts"] -= len(plan.drafts)
            return _Copied(plan, columns, rows, cursor.execute(_SAME).fetchone())
        finally:
            cursor.rollback()


def _say_texts(cursor: Cursor, plan: RedactionPlan) -> None:
    """The texts in a table of this connection alone, which lives in memory."""
    cursor.execute('CREATE TEMP TABLE new_texts (place VARCHAR, version INTEGER, "old" VARCHAR, "new" VARCHAR)')
    rows = [
        (f"{table}.{column}", version, old, new)
        for (table, column, version), texts in plan.texts.items()
        for old, new in texts.items()
    ]
    if rows:
        places, versions, olds, news = map(list, zip(*rows, strict=True))
        lists = "unnest(?::VARCHAR[]), unnest(?::INTEGER[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[])"
        cursor.execute(f"INSERT INTO new_texts SELECT {lists}", [places, versions, olds, news])


def _selected(table: str, names: Iterable[str], plan: RedactionPlan) -> str:
    """The query that gives a table as it is to be, from the names of its columns."""
    columns = [_new(table, column, plan) for column in names]
    gone = ""
    if table in ("drafts", "draft_answers") and plan.drafts:
        gone = f" WHERE t.draft NOT IN ({', '.join(map(_text, sorted(plan.drafts)))})"
    return f"SELECT {', '.join(columns)} FROM {quoted_name(table)} AS t{gone}"


def _new(table: str, column: str, plan: RedactionPlan) -> str:
    """A column as it is to be: what one file alone says before what is said anywhere.

    Only where a text of it changes are new ones looked for: looking takes three times as long as copying.
    """
    own, named = f"t.{quoted_name(column)}", quoted_name(column)
    if any(changed[:2] == (table, column) for changed, texts in plan.texts.items() if texts):
        where = f"n.place = '{table}.{column}' AND n.old = {own} AND {TYPED_WHERE.get((table, column), 'true')}"
        asked = f"SELECT n.new FROM new_texts AS n WHERE {where} AND n.version"
        scoped = [f"({asked} = t.{FOUND_BY[table]})"] if table in FOUND_BY else []
        return f"coalesce({', '.join([*scoped, f'({asked} = 0)', own])}) AS {named}"
    if column == "sha256" and plan.files:
        cases = " ".join(f"WHEN {_text(old)} THEN {_text(new)}" for old, new in plan.files.items())
        return f"CASE {own} {cases} ELSE {own} END AS {named}"
    if (table, column) == ("files", "content") and plan.files:
        return f"CASE WHEN t.sha256 IN ({', '.join(map(_text, plan.files))}) THEN ''::BYTEA ELSE {own} END AS {named}"
    if (table, column) == ("kept_pack_files", "content") and plan.packs:
        return f"CASE WHEN t.pack IN ({', '.join(map(str, sorted(plan.packs)))}) THEN ''::BYTEA ELSE {own} END AS {named}"
    if (table, column) == ("log", "salt") and plan.log:
        return f"CASE WHEN t.number IN ({', '.join(map(str, sorted(plan.log)))}) THEN '' ELSE {own} END AS {named}"
    return f"{own} AS {named}"


def _filled(database: FileDatabase, work: Path, copied: _Copied, finish: Callable) -> Path:
    """The new file, made by our migrations of what was copied."""
    with database.cursor() as cursor:
        edition = recorded_edition(cursor)
    with FileDatabase.not_migrated(work / "new.duckdb") as made:
        made.backups.mkdir(mode=0o700)
        with made.transaction_of_a_new_file() as cursor:
            _refuse_what_is_not_ours(tables_made(cursor, edition), copied.columns)
            for table in filter(copied.rows.get, copied.rows):
                path = made.backups / f"{table}.parquet"
                shutil.move(work / path.name, path)
                cursor.execute(f"INSERT INTO {quoted_name(table)} BY NAME SELECT * FROM read_parquet(?)", [str(path)])
                path.unlink()
            _refuse_other_rows(cursor, copied.rows)
            if cursor.execute(_SAME).fetchone() != copied.figures:
                raise StoreError(DIFFERS.format(table="figures"))
            finish(cursor)
        with made.cursor() as cursor:
            cursor.execute("CHECKPOINT")
    return made.path


def _refuse_what_is_not_ours(own: ColumnNames, columns: ColumnNames) -> None:
    tables = [table for table in columns if table not in own]
    others = [f"{table}.{column}" for table in own for column in columns.get(table, ()) if column not in own[table]]
    if tables or others:
        raise StoreError(NOT_OURS.format(others=", ".join((*tables, *others))))


def _refuse_other_rows(cursor: Cursor, counted: dict[str, int]) -> None:
    for table, rows in rows_by_table(cursor, counted).items():
        if table != "draft_answers" and rows != counted[table]:
            raise StoreError(DIFFERS.format(table=table))


def _text(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
