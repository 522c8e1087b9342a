"""Small histories of returned counts, for the tests of disclosure: what was returned, change by change."""

from programme.areas import DISTRICTS, KENT
from programme.hidden import Item, MomentCells
from programme.quarter import Quarter

Q3 = Quarter.parse("2024/25 Q3")
EXCLUSIONS = "permanent_exclusions_send"
IN_TIME, ISSUED = "plans_issued_within_20_weeks", "plans_issued"


def column(measure, counts, quarter=Q3, kent=None):
    """A measure in the districts, in their order, and their sum in Kent unless it is another."""
    cells = {(measure, area.code, quarter): float(count) for area, count in zip(DISTRICTS, counts, strict=False)}
    return cells | {(measure, KENT.code, quarter): float(sum(counts) if kent is None else kent)}


def moment(*columns, change=1):
    """Everything of these columns, returned at once."""
    return MomentCells(change, {key: count for each in columns for key, count in each.items()})


def district(place, measure=EXCLUSIONS, quarter=Q3, span=1):
    return Item(measure, DISTRICTS[place].code, quarter, span)


def kent(measure=EXCLUSIONS, quarter=Q3, span=1):
    return Item(measure, KENT.code, quarter, span)


def year(in_time, issued, quarters=4):
    """Plans in time and plans issued, alike in each of some quarters."""
    pairs = (IN_TIME, in_time), (ISSUED, issued)
    return [column(measure, counts, Q3 - back) for back in range(quarters) for measure, counts in pairs]
