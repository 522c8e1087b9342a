"""Every action of a plan that ended, with what became of it, as a table."""

from dataclasses import replace

from programme.sheets.actions import ACTIONS
from reports.progress.handover import End, Fate, Fates
from reports.sentences.handover import fate_linked
from reports.tables.cells import brag_cell, day_cell, linked_cell
from reports.tables.declared import as_returned, under
from reports.tables.table import Cell, Column, Table, table_of

_FIRST = (End.UNSAID, End.CARRIED, End.STOPPED, End.EVERYDAY, End.FINISHED, End.DONE, End.EVIDENCED)


def fates_table(fates: Fates) -> Table:
    """One row per action, those first of which nobody says what became."""
    columns = {
        under(ACTIONS.ref): lambda fate: Cell(fate.action.now.ref, fate.action.now.ref, at=fate.action.now.ref),
        **as_returned(ACTIONS.title, ACTIONS.weaknesses, of=lambda fate: fate.action.now),
        Column("Status when it ended"): lambda fate: brag_cell(fate.action),
        Column("Done or expected", "date"): lambda fate: day_cell(fate.action.expected),
        Column("What became of the action"): lambda fate: replace(linked_cell(fate_linked(fate)), value=str(fate.end)),
    }
    return table_of(f"What became of every action of the {fates.plan.title}", columns, sorted(fates.fates, key=_order))


def _order(fate: Fate) -> int:
    return _FIRST.index(fate.end)
