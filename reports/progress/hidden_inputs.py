"""Which counts of a figure readers do not see, for whoever sees the figure."""

from disclosure.items import items_of
from programme.hidden import Item
from reports.progress.readings import Progress, Reading


def hidden_numbers(progress: Progress, reading: Reading) -> tuple[Item, ...]:
    """The counts of a figure that readers do not see, whoever looks: its numerator, its denominator, both or none."""
    hidden = progress.records.hidden.items
    return tuple(item for item in numbers_behind(reading) if item in hidden)


def numbers_behind(reading: Reading) -> tuple[Item, ...]:
    """The counts of a figure, whether readers see them or not."""
    return items_of(reading.kpi, reading.area, reading.quarter)
