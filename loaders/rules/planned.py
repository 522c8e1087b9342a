"""Stage 4, the sheet Trajectory: a planned value is for a quarter and an area, and was agreed on a day."""

from collections.abc import Iterator

from loaders.rules.case import Case
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.sheets import must, typed_cells
from loaders.rules.words import nearest
from programme.areas import PROGRAMME_AREAS
from programme.finding import Severity
from programme.moment import day_text
from programme.sheets.holds import AREA, QUARTER_MEANT
from programme.sheets.trajectory import TRAJECTORY

AREA_NAMES = tuple(area.name for area in PROGRAMME_AREAS)


@rule(Stage.VALUES, Severity.ERROR)
def planned_quarter_not_understood(case: Case) -> Iterator[Fault]:
    """A value that is planned for no quarter can never be held against a figure."""
    for row, column, text in typed_cells(case, QUARTER_MEANT):
        if row[column] is None:
            yield must(row, column, "be written like 2024/25 Q4", text)


@rule(Stage.VALUES, Severity.ERROR)
def planned_area_unknown(case: Case) -> Iterator[Fault]:
    """A course that is planned for no area of the programme would be drawn nowhere."""
    for row, column, text in typed_cells(case, AREA):
        if row[column] not in PROGRAMME_AREAS:
            yield must(row, column, "be an area of the form, or blank for the whole", text, nearest(text, AREA_NAMES))


@rule(Stage.VALUES, Severity.ERROR)
def agreed_in_future(case: Case) -> Iterator[Fault]:
    """A plan binds from the day it was agreed: one that is still to be agreed is none yet."""
    for row in case.written(TRAJECTORY):
        day = row[TRAJECTORY.agreed_on]
        if day and day > case.today:
            yield must(row, TRAJECTORY.agreed_on, f"be no later than today, {day_text(case.today)}", day_text(day))
