"""“You said, we did”: what children and parents said, what was done about it, and what difference that made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import ANSWER, TEXT, WHOLE
from programme.sheets.written import Row, read_into


@dataclass(frozen=True, slots=True)
class Participation:
    """One row of the Participation sheet. `activities` and `people` are None where no number was given."""

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
    source: Source


PARTICIPATION = FormSheet("Participation", columns_of(Participation), called="you_said", either=("you_said", "we_did"))


def participation_in(rows: Iterable[Row]) -> list[Participation]:
    """The rows that say anything of what was said or done."""
    return read_into(Participation, rows, PARTICIPATION)
