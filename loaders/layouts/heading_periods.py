"""Periods in headings: one that a cell says, and the one that all the headings over a column say together."""

from loaders.layouts.sender_sheet import Headed
from loaders.reading.workbook import Kind, Typed
from programme.period_typed import NO_PERIOD, PeriodRead, period_in, read_period

PeriodAt = tuple[PeriodRead, Typed | None]
"""A period as it is read, and the cell that it stands in."""


def typed_period(cell: Typed) -> PeriodRead:
    """What a cell says as a period, by itself or within its words."""
    if cell.kind is Kind.DATE:
        return read_period(cell.value)
    return period_in(cell.text) if cell.kind in (Kind.TEXT, Kind.NUMBER) else NO_PERIOD


def period_over(headed: Headed) -> PeriodAt:
    """The period over a column: of a year above a quarter, or above a month, both of them together."""
    texts = [cell.text for cell in headed]
    for together in (read_period(" ".join(texts)), read_period(" ".join(reversed(texts)))):
        if len(texts) > 1 and together.period:
            return together, headed[-1]
    return agreed([(read, cell) for cell in headed if (read := typed_period(cell))])


def agreed(read: list[tuple[PeriodRead, Typed]]) -> PeriodAt:
    """What all of them say; all that they say, to be asked about, where they differ."""
    if len({each.readings for each, _ in read}) == 1:
        return read[0]
    if not read:
        return NO_PERIOD, None
    return PeriodRead(tuple(dict.fromkeys(period for each, _ in read for period in each.readings))), read[0][1]
