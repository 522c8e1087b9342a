"""Who may sign in, as a table for administrators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from programme.access import Role
from reports.language.grammar import and_list
from reports.tables.cells import day_cell
from reports.tables.table import Column, Table, table_of


@dataclass(frozen=True, slots=True)
class MaySignIn:
    """Somebody who may sign in: by which account they are known, as what, and whether they wait to set a password."""

    name: str
    account: str
    roles: frozenset[Role]
    added_at: datetime
    waits: bool


def people_table(people: Iterable[MaySignIn]) -> Table:
    """One row for each."""
    columns = {
        Column("Name"): lambda each: each.name,
        Column("Roles"): lambda each: and_list(sorted(each.roles)) if each.roles else "no role of our list",
        Column("Account"): lambda each: each.account,
        Column("Password"): lambda each: _password(each),
        Column("Added", "date"): lambda each: day_cell(each.added_at.date()),
    }
    return table_of("Who may sign in", columns, people)


def _password(each: MaySignIn) -> str:
    if not each.account.startswith("local:"):
        return "signs in elsewhere"
    return "not set yet" if each.waits else "set"
