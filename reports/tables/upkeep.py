"""The log, the backups and what was named to be redacted, as tables for who keeps the store."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from programme.log import LogRow
from programme.redaction import Redaction
from reports.tables.cells import absent, moment_cell
from reports.tables.table import Cell, Column, Table, table_of


class KeptCopy(Protocol):
    """A copy of the store, as the store tells of it."""

    name: str
    kind: str
    made_at: datetime
    delete_by: datetime | None


class BegunBackup(Protocol):
    """A backup that was begun, as the store tells of it."""

    number: int
    why: str
    begun_at: datetime
    folder: str
    failure: str
    made: bool


def log_table(rows: Iterable[LogRow]) -> Table:
    """One row for each row of the log, newest first."""
    columns = {
        Column("Number", "number"): lambda row: Cell(row.number, str(row.number)),
        Column("When", "date"): lambda row: moment_cell(row.at),
        Column("Who"): lambda row: row.doer or "nobody known",
        Column("From"): lambda row: row.came_from,
        Column("What"): lambda row: row.deed,
        Column("About"): lambda row: row.what,
    }
    return table_of("What people did and looked at", columns, sorted(rows, key=lambda row: -row.number))


def backups_table(runs: Iterable[BegunBackup]) -> Table:
    """One row for each backup that the app began, newest first."""
    columns = {
        Column("Number", "number"): lambda run: Cell(run.number, str(run.number)),
        Column("Begun", "date"): lambda run: moment_cell(run.begun_at),
        Column("Why"): lambda run: run.why,
        Column("Folder"): lambda run: run.folder,
        Column("Outcome"): lambda run: "made and read again" if run.made else run.failure or "not done yet",
    }
    return table_of("Backups that the app began", columns, sorted(runs, key=lambda run: -run.number))


def copies_table(copies: Iterable[KeptCopy]) -> Table:
    """One row for each copy that lies beside the store, oldest first, with the day by which it is to be deleted."""
    columns = {
        Column("Copy"): lambda copy: copy.name,
        Column("What it is"): lambda copy: copy.kind,
        Column("Made", "date"): lambda copy: moment_cell(copy.made_at),
        Column("Delete by", "date"): lambda copy: moment_cell(copy.delete_by) if copy.delete_by else absent("it may stay"),
    }
    return table_of("Copies of the store", columns, copies)


def redactions_table(named: Iterable[Redaction]) -> Table:
    """One row for each thing that was named to be redacted, newest first; the words themselves are in none."""
    columns = {
        Column("Number", "number"): lambda each: Cell(each.number, str(each.number)),
        Column("What"): lambda each: each.place.told,
        Column("Named", "date"): lambda each: moment_cell(each.at, f" by {each.doer}"),
        Column("Why"): lambda each: each.reason,
        Column("Answer"): _ruled,
        Column("Ruled", "date"): lambda each: (
            moment_cell(each.ruling.at, f" by {each.ruling.doer}") if each.ruling else absent("not yet")
        ),
        Column("Why so"): lambda each: each.ruling.reason if each.ruling else "",
    }
    return table_of("What was named to be redacted", columns, sorted(named, key=lambda each: -each.number))


def _ruled(each: Redaction) -> str:
    return each.ruling.word if each.ruling else "open"
