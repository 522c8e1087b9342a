"""Exceptions: a red must have a management action with an owner and a date, and these reds have none."""

from collections.abc import Iterable
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
    """Kent's reds of the quarter that lack a management action with owner and date in that quarter's return."""
    written = commentaries(progress.records.logs.commentary, quarter)
    found = (unanswered(reading, written.get(reading.kpi.id)) for reading in progress.current(KENT, quarter))
    return tuple(each for each in found if each is not None)


def unanswered(reading: Reading, written: Commentary | None) -> Unanswered | None:
    """The exception that a reading is; None where it is not red or its management action is whole."""
    exception = Unanswered(reading, written)
    return exception if reading.rated.rating is Rating.RED and exception.lacks else None


def commentaries(written: Iterable[Commentary], quarter: Quarter) -> dict[str, Commentary]:
    """What was written about each KPI for one quarter, by KPI id."""
    return {each.kpi: each for each in written if each.quarter == quarter}
