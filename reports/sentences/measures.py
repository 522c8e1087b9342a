"""The finding of the page Measures in one sentence."""

from kpis.rating import Rating
from kpis.spc import Variation
from reports.language.grammar import capitalised, counted, spelt
from reports.progress.matrix import Matrix, Standard

STRATEGY_NOTE = (
    "A strategy's KPIs are those that the decision on it names; that of 2021 to 2024 is measured through the indicators of "
    "the improvement programme, and which these are is to be confirmed."
)


def matrix_headline(found: Matrix) -> str:
    """`Six KPIs usually miss their target at a concerning level; 30 more at an improving one, of which 14 meet it now`.

    Usually is by the limits: a figure above them can meet a target that lies above them too.
    """
    concerning = len(found.at(Variation.CONCERNING, Standard.MISSES))
    improving = found.at(Variation.IMPROVING, Standard.MISSES)
    meeting = sum(each.reading.rated.rating is Rating.GREEN for each in improving)
    if not found.placed:
        return f"Process control says nothing of {counted(len(found.not_placed), 'KPI')}"
    first = f"{capitalised(spelt(concerning)) if concerning else 'No'} {'KPI' if concerning == 1 else 'KPIs'}"
    misses = "misses its" if concerning == 1 else "miss their"
    now = f", of which {meeting} {'meets' if meeting == 1 else 'meet'} it now" if meeting else ""
    return f"{first} usually {misses} target at a concerning level; {len(improving)} more at an improving one{now}"
