"""What rules found in a return, as a table: where, how grave, what must hold."""

from collections.abc import Iterable
from typing import Protocol

from programme.finding import Severity
from reports.tables.table import Cell, Column, Table, table_of

GRAVITY = {Severity.ERROR: "error: must be put right", Severity.QUERY: "query: needs a reason"}


class Told(Protocol):
    """A finding, or several of one cause."""

    place: str
    severity: Severity
    message: str


def findings_table(found: Iterable[Told]) -> Table:
    """One row for each."""
    columns = {
        Column("Where"): lambda each: each.place,
        Column("What"): lambda each: Cell(str(each.severity), GRAVITY[each.severity]),
        Column("Finding"): lambda each: each.message,
    }
    return table_of("What was found, by place", columns, found)


class KeptOnly(Protocol):
    """Something in a workbook that nobody reads; as text it says what it is."""

    place: str


def unread_table(found: Iterable[KeptOnly]) -> Table:
    """One row for each."""
    columns = {Column("Where"): lambda each: each.place, Column("What nobody reads"): str}
    return table_of("What nobody reads, by place", columns, found)
