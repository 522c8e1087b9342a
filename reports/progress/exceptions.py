"""Exceptions: a red must have a management action with an owner and a date, and these reds have none."""

from collections.abc import Mapping
from dataclasses import dataclass

from kpis.rating import Rating
from programme.areas import KENT
from programme.quarter import Quarter
from programme.sheets.commentary import Commentary
from reports.progress.readings import Progress, Reading, once_per_progress

NEEDED = ("management action", "owner", "date")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A red reading whose management action is missing or not whole; `commentary` is what was written, if anything."""

    reading: Reading
    commentary: Commentary | None

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is not recorded: action, owner, date."""
        return self.commentary.missing if self.commentary else NEEDED


@once_per_progress
def reds_without_action(progress: Progress, quarter: Quarter) -> tuple[Unanswered, ...]:
    """Kent's reds of the quarter that lack a management action with owner and date, in that quarter's return or in an
    earlier one since the figure was reported."""
    found = (unanswered(reading, answer_to(progress, reading)) for reading in progress.current(KENT, quarter))
    return tuple(each for each in found if each is not None)


def unanswered(reading: Reading, written: Commentary | None) -> Unanswered | None:
    """The exception that a reading is; None where it is not red or its management action is whole."""
    exception = Unanswered(reading, written)
    return exception if reading.rated.rating is Rating.RED and exception.lacks else None


def answer_to(progress: Progress, reading: Reading) -> Commentary | None:
    """What answers a reading: the newest that names a management action, or else the newest that says anything."""
    told = told_of(progress, reading)
    return next((each for each in told if each.action), next(iter(told), None))


def told_of(progress: Progress, reading: Reading) -> tuple[Commentary, ...]:
    """What was written about the KPI since its figure was reported, newest first: while a figure is carried it holds.

    Words about a figure say what it is: they reach only those who may see it.
    """
    return () if reading.hidden else _written_of(progress, reading)


def kept_from(progress: Progress, reading: Reading) -> bool:
    """Whether something was written about a figure that this reader may not see."""
    return reading.hidden and bool(_written_of(progress, reading))


def _written_of(progress: Progress, reading: Reading) -> tuple[Commentary, ...]:
    written = _by_kpi(progress)
    quarters = reading.reported.to(reading.quarter)[::-1]
    return tuple(written[reading.kpi.id, each] for each in quarters if (reading.kpi.id, each) in written)


@once_per_progress
def _by_kpi(progress: Progress) -> Mapping[tuple[str, Quarter], Commentary]:
    return {(each.kpi, each.quarter): each for each in progress.records.logs.commentary}
