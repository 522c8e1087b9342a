"""Everything that was written on screen, as a table: about what, what it says, by whom, when, why, and what became of it."""

from collections.abc import Iterable

from programme.wordings import Wording
from reports.sentences.wordings import wording_about, wording_words
from reports.tables.cells import moment_cell, text_or, withdrawn_cell
from reports.tables.table import Cell, Column, Table, table_of


def wordings_table(wordings: Iterable[Wording]) -> Table:
    """Newest first. What is written about a figure may say it: give the table to those who see all figures."""
    columns = {
        Column("Number"): lambda each: Cell(each.number, str(each.number)),
        Column("Sheet"): lambda each: each.sheet,
        Column("Quarter"): lambda each: str(each.quarter),
        Column("About"): wording_about,
        Column("What it says"): wording_words,
        Column("Written", "date"): lambda each: moment_cell(each.at),
        Column("By"): lambda each: each.doer,
        Column("Why"): lambda each: text_or(each.reason, "no reason was given"),
        Column("Withdrawn"): lambda each: withdrawn_cell(each.withdrawal),
    }
    return table_of("Words written on screen, newest first", columns, reversed(list(wordings)))
