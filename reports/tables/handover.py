"""Every action of a plan that ended, with what became of it, as a table."""

from programme.sheets.actions import ACTIONS
from reports.progress.handover import End, Fate, Fates
from reports.sentences.handover import fate_text
from reports.tables.cells import brag_cell, day_cell
from reports.tables.declared import as_returned
from reports.tables.table import Cell, Column, Table, table_of

_FIRST = (End.UNSAID, End.CARRIED, End.STOPPED, End.EVERYDAY, End.FINISHED, End.DONE, End.EVIDENCED)


def fates_table(fates: Fates) -> Table:
    """One row per action, those first of which nobody says what became."""
    columns = {
        **as_returned(ACTIONS.ref, ACTIONS.title, ACTIONS.weaknesses, of=lambda fate: fate.action.now),
        Column("Status when it ended"): lambda fate: brag_cell(fate.action),
        Column("Done or expected", "date"): lambda fate: day_cell(fate.action.expected),
        Column("What became of the action"): lambda fate: Cell(str(fate.end), fate_text(fate)),
    }
    return table_of(f"What became of every action of the {fates.plan.title}", columns, sorted(fates.fates, key=_order))


def _order(fate: Fate) -> int:
    return _FIRST.index(fate.end)
