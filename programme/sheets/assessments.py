"""The lead's own assessment of each weakness: sufficient progress or not yet, and the reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets import common
from programme.sheets.form import FormSheet, column, columns_of
from programme.sheets.holds import TEXT
from programme.sheets.typed import plain
from programme.sheets.written import Row, read_into

SUFFICIENT, NOT_YET = "sufficient progress", "not yet sufficient progress"
_ALSO_NOT_YET = ("not yet", "not sufficient progress")
_MEANS = {SUFFICIENT: True, NOT_YET: False} | dict.fromkeys(_ALSO_NOT_YET, False)


def sufficient_typed(text: str) -> bool | None:
    """What an assessment typed means; None for other words."""
    return _MEANS.get(plain(text))


@dataclass(frozen=True, slots=True)
class LeadAssessment:
    """One row of the Assessment sheet."""

    weakness: int = common.weakness(needed=True)
    quarter: Quarter
    text: str = column("Assessment", TEXT, 30, (SUFFICIENT, NOT_YET), also=_ALSO_NOT_YET)
    reason: str = common.reason()
    source: Source

    @property
    def sufficient(self) -> bool | None:
        """Whether progress is sufficient; None where the words typed are neither of the two answers."""
        return sufficient_typed(self.text)


ASSESSMENT = FormSheet("Assessment", columns_of(LeadAssessment), apart=("weakness",), called="weakness")


def assessments_in(rows: Iterable[Row]) -> list[LeadAssessment]:
    """The rows that assess a weakness; a row left blank beside its number is no assessment."""
    return [each for each in read_into(LeadAssessment, rows, ASSESSMENT) if each.text or each.reason]
