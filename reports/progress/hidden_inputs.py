"""Which inputs of a figure its reader may not see: a figure that may be seen can be made of some that may not."""

from collections.abc import Callable

from disclosure.items import items_of
from programme.access import sees_hidden
from programme.figure import Figure
from programme.hidden import Item
from programme.published import Published
from reports.progress.readings import Progress, Reading


def hidden_inputs(progress: Progress, reading: Reading) -> Callable[[Figure | Published], bool]:
    """Whether an input of `reading` is hidden from whoever `progress` is for.

    An analyst sees all of them. For others an input is hidden with its figure, and where it may not be seen by itself: a
    rolling year does not give its quarters away.
    """

    def hides(used: Figure | Published) -> bool:
        if sees_hidden(progress.role):
            return False
        return reading.hidden or (isinstance(used, Figure) and not progress.sees(used.key))

    return hides


def hidden_numbers(progress: Progress, reading: Reading) -> tuple[Item, ...]:
    """The counts of a figure that readers do not see, whoever looks: its numerator, its denominator, both or none."""
    hidden = progress.records.hidden.items
    return tuple(item for item in items_of(reading.kpi, reading.area, reading.quarter) if item in hidden)
