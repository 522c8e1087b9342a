"""“You said, we did”: what children and parents said, what was done about it, and what difference that made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.headings import labels, voice_headings
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import ANSWER, LIST, ROLE, TEXT, WHOLE, YES_OR_NO, one_of
from programme.sheets.written import Row, read_into

HEADINGS = labels(voice_headings())
ACTIVITIES = ("survey", "forum", "drop-in", "meet the professionals", "other")


@dataclass(frozen=True, slots=True)
class Participation:
    """One row of the Participation sheet. `activities` and `people` are None where no number was given.

    `heading` is one of the four of the update of November 2021. A `published` total counts the people of a whole `period`
    and is never added to other rows. A quotation stands with who speaks (a role) and where it is printed.
    """

    ref: str = common.ref()
    quarter: Quarter
    you_said: str = column("You said", TEXT, 48)
    we_did: str = column("We did", ANSWER, 48)
    difference: str = column("Difference made", ANSWER, 48)
    activities: int | None = column("Activities", WHOLE, 12)
    people: int | None = column("People", WHOLE, 12)
    day: date | None = common.happened()
    group: str = column("Group", TEXT, 26)
    weaknesses: tuple[int, ...] = common.weaknesses_answered()
    heading: str = column("Said under", one_of("heading", HEADINGS), 24, HEADINGS, since=2)
    activity: str = column("Kind of activity", one_of("kind of activity", ACTIVITIES), 22, ACTIVITIES, since=2)
    teams: tuple[str, ...] = column("Teams met", LIST, 30, since=2)
    quotation: str = column("Quotation", ANSWER, 48, since=2)
    speaker: str = column("Who speaks", ROLE, 26, since=2)
    printed_in: str = column("Source of quotation", ANSWER, 40, since=2)
    published: bool | None = column("Published total", YES_OR_NO, 16, ("yes", "no"), since=2)
    period: str = column("Counted over", TEXT, 22, since=2)
    source: Source

    @property
    def place(self) -> str:
        """What the entry is found by on a page: the version and the row that it was read from."""
        return f"voice-{self.source.version}-{self.source.ref}"

    @property
    def quoted(self) -> str:
        """The quotation, where its source is given; one without is not shown."""
        return self.quotation if self.printed_in else ""


PARTICIPATION = FormSheet(
    "Participation", columns_of(Participation), apart=("ref",), called="you_said", either=("you_said", "we_did")
)


def participation_in(rows: Iterable[Row]) -> list[Participation]:
    """The rows that say anything of what was said or done."""
    return read_into(Participation, rows, PARTICIPATION)
