"""The finding of the page Measures in one sentence."""

from kpis.spc import Variation
from reports.language.grammar import capitalised, counted, spelt
from reports.progress.matrix import Matrix, Standard


def matrix_headline(found: Matrix) -> str:
    """`Six KPIs consistently miss their target at a concerning level; 20 more at an improving one`."""
    concerning = len(found.at(Variation.CONCERNING, Standard.MISSES))
    improving = len(found.at(Variation.IMPROVING, Standard.MISSES))
    if not found.placed:
        return f"Process control says nothing of {counted(len(found.not_placed), 'KPI')}"
    first = f"{capitalised(spelt(concerning)) if concerning else 'No'} {'KPI' if concerning == 1 else 'KPIs'}"
    misses = "misses its" if concerning == 1 else "miss their"
    return f"{first} consistently {misses} target at a concerning level; {improving} more at an improving one"
