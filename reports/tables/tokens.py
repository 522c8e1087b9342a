"""Tokens for programs, as a table for administrators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reports.tables.cells import day_cell
from reports.tables.table import Column, Table, table_of


@dataclass(frozen=True, slots=True)
class TokenRow:
    """One token: what for, as whom it sees, whose it is, until when, and why it ended; empty while it lives."""

    number: int
    name: str
    role: str
    account: str
    expires_at: datetime
    ended: str


def tokens_table(tokens: Iterable[TokenRow]) -> Table:
    """One row for each."""
    columns = {
        Column("Number"): lambda each: str(each.number),
        Column("What for"): lambda each: each.name,
        Column("Sees as"): lambda each: each.role,
        Column("Whose it is"): lambda each: each.account,
        Column("Lives until", "date"): lambda each: day_cell(each.expires_at.date()),
        Column("State"): lambda each: each.ended or "lives",
    }
    return table_of("Tokens for programs", columns, tokens)
