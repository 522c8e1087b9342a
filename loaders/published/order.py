"""Which of two releases counts: what is asked about the day of publication before a file is loaded."""

from collections.abc import Iterable, Iterator
from datetime import date

from programme.finding import Finding, Severity
from programme.moment import day_text
from programme.published import LoadedRelease, PublishedFigures

DAY = "the day it was published (--published on the command line)"


def order_asked(
    day: date | None, figures: PublishedFigures, others: Iterable[tuple[LoadedRelease, PublishedFigures]]
) -> Iterator[Finding]:
    """What stands against the place of a file among `others`, the releases that count, each with what it gave.

    A day is asked for where another holds the same figure and period. Two of one day cannot be ordered.
    """
    if day is not None and day > date.today():
        yield _asked("release_day_to_come", Severity.ERROR, "The file must be published already", day_text(day))
    for release, given in others:
        shared = figures.keys() & given.keys()
        if not shared:
            continue
        holds = (
            f"release {release.number} ({release.release}, {release.file_name}) holds {_counted(len(shared))} of this file"
        )
        if day is None:
            yield _asked("release_day_needed", Severity.ERROR, f"The file must come with {DAY}, because {holds}", "no day")
        elif release.published_on == day:
            must = f"The file must be published on another day than what it is to stand beside, because {holds}"
            got = f"{day_text(day)} for both. Withdraw that release first, or give the right day"
            yield _asked("release_day_taken", Severity.ERROR, must, got)
        elif release.published_on is None and any(figures[key].told != given[key].told for key in shared):
            must = f"It must be known which was published later, because {holds}"
            got = "no day for that one. Load its file again with its day, or say why this one is to count"
            yield _asked("release_day_unknown", Severity.QUERY, must, got)


def _asked(rule: str, severity: Severity, must: str, got: str) -> Finding:
    return Finding(rule, severity, "", "", f"{must}, got: {got}")


def _counted(count: int) -> str:
    return "1 figure" if count == 1 else f"{count:,} figures"
