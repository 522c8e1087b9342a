"""The names that people added for things of ours, as a table: what is meant, by whom, when, why, and what became of it."""

from collections.abc import Callable, Iterable

from programme.aliases import AddedAlias, Alias
from reports.tables.cells import moment_cell, text_or, withdrawn_cell
from reports.tables.table import Cell, Column, Table, table_of


def aliases_table(added: Iterable[AddedAlias], called: Callable[[Alias], str]) -> Table:
    """Newest first; `called` gives what people call the thing that is meant."""
    columns = {
        Column("Number"): lambda each: Cell(each.number, str(each.number)),
        Column("Name"): lambda each: each.alias.called,
        Column("Means the"): lambda each: str(each.alias.kind),
        Column("Called here"): lambda each: called(each.alias),
        Column("Added", "date"): lambda each: moment_cell(each.at),
        Column("By"): lambda each: each.doer,
        Column("Why"): lambda each: text_or(each.reason, "no reason was given"),
        Column("Withdrawn"): lambda each: withdrawn_cell(each.withdrawal),
    }
    return table_of("Names that people added, newest first", columns, reversed(list(added)))
