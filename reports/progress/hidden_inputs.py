"""Which inputs of a figure its reader may not see: a figure that may be seen can be made of some that may not."""

from collections.abc import Callable

from disclosure.rule import small_count
from kpis.registry import registry
from programme.access import sees_hidden
from programme.figure import Figure
from programme.published import Published
from reports.progress.readings import Progress, Reading


def hidden_inputs(progress: Progress, reading: Reading) -> Callable[[Figure | Published], bool]:
    """Whether an input of `reading` is hidden from whoever `progress` is for.

    An analyst sees all of them. For others an input is hidden with its figure, where it is itself a small count of
    children, and where another figure that is made of it is hidden: a rolling year does not give its quarters away.
    """

    def hides(used: Figure | Published) -> bool:
        if sees_hidden(progress.role):
            return False
        if reading.hidden:
            return True
        return isinstance(used, Figure) and (small_count(used) or _hidden_elsewhere(progress, used))

    return hides


def _hidden_elsewhere(progress: Progress, used: Figure) -> bool:
    made = (kpi for kpi in registry().values() if used.measure in kpi.formula.measures and used.area in kpi.areas)
    readings = (progress.reading(kpi, used.area, used.quarter) for kpi in made)
    return any(other.hidden and used in other.result.inputs for other in readings)
