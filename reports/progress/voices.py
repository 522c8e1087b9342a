"""What was said in the last year under each heading of “You said, we did”, published totals apart from other entries."""

from dataclasses import dataclass

from programme.headings import Heading, voice_headings
from programme.quarter import Quarter
from programme.sheets.participation import Participation
from reports.progress.readings import Progress, once_per_progress

HEARD_OVER = 4  # quarters: what was said in the last year


@dataclass(frozen=True, slots=True)
class HeadingVoices:
    """What was said under one heading, newest first; `heading` is None for what stands under none."""

    heading: Heading | None
    voices: tuple[Participation, ...]


@dataclass(frozen=True, slots=True)
class PeriodNumbers:
    """The entries of a quarter that gave numbers, or one published total over a `period` of its own.

    `people` and `activities` are None where no entry gave any. A total that was published is never added to entries, and
    entries of which nobody says whether they are one (`published` is None) are not added up.
    """

    period: str
    published: bool | None
    entries: int
    activities: int | None
    people: int | None


@once_per_progress
def heard(progress: Progress, quarter: Quarter, weakness: int | None = None) -> tuple[Participation, ...]:
    """What was said in the year that ends with `quarter`, of one weakness or of all, newest first."""
    year = quarter.last(HEARD_OVER)
    said = [each for each in progress.records.logs.participation if each.quarter in year]
    return tuple(reversed([each for each in said if weakness is None or weakness in each.weaknesses]))


def by_heading(voices: tuple[Participation, ...]) -> tuple[HeadingVoices, ...]:
    """The voices under each of the four headings, every heading named, and last those that stand under none."""
    found = [
        HeadingVoices(heading, tuple(each for each in voices if each.heading == heading.label))
        for heading in voice_headings()
    ]
    other = tuple(each for each in voices if not each.heading)
    return (*found, HeadingVoices(None, other)) if other else tuple(found)


def numbers_by_period(voices: tuple[Participation, ...]) -> tuple[PeriodNumbers, ...]:
    """The numbers of each quarter, newest first, each published total before the entries of its quarter."""
    found = []
    for quarter in sorted({each.quarter for each in voices}, reverse=True):
        own = [each for each in voices if each.quarter == quarter]
        found += [
            PeriodNumbers(each.period or str(quarter), True, 1, each.activities, each.people)
            for each in own
            if each.published
        ]
        if entries := [each for each in own if each.published is False]:
            activities, people = (_added(entries, name) for name in ("activities", "people"))
            found.append(PeriodNumbers(str(quarter), False, len(entries), activities, people))
        if unsaid := [each for each in own if each.published is None]:
            found.append(PeriodNumbers(str(quarter), None, len(unsaid), None, None))
    return tuple(found)


def _added(entries: list[Participation], name: str) -> int | None:
    given = [getattr(each, name) for each in entries if getattr(each, name) is not None]
    return sum(given) if given else None
