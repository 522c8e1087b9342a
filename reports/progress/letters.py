"""What the DfE, NHS England and inspectors wrote of a weakness, as it was known by the end of a quarter."""

from programme.quarter import Quarter
from programme.sheets.letters import Letter
from reports.progress.readings import Progress, once_per_progress


@once_per_progress
def letters_known(progress: Progress, quarter: Quarter, weakness: int | None = None) -> tuple[Letter, ...]:
    """The letters of `quarter` and before, about one weakness or all; newest first."""
    written = (each for each in progress.records.logs.letters if each.day <= quarter.end)
    mine = (each for each in written if weakness in (None, each.weakness))
    return tuple(sorted(mine, key=lambda each: (-each.day.toordinal(), each.sender, each.weakness)))
