"""A finding: what a rule has to say about one cell of a return. There is one shape of it."""

from dataclasses import dataclass
from enum import StrEnum

FINDINGS = "Findings"
"""The sheet that this programme itself adds when it hands a workbook back: a list, and no part of the return."""


class Severity(StrEnum):
    """An error stops a return; a query must be ticked, with a reason, by the person who accepts it."""

    ERROR = "error"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Finding:
    """`message` says what must hold, with the other number and its cell, then `got: …`."""

    rule: str
    severity: Severity
    sheet: str
    cell: str
    message: str

    @property
    def place(self) -> str:
        """`Figures!E14`, or the sheet alone, or `the file` where no cell is at fault."""
        if not self.sheet:
            return "the file"
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


class Found:
    """What was checked: its `findings`, of which some must be put right and others answered."""

    __slots__ = ()
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be put right."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def queries(self) -> tuple[Finding, ...]:
        """What must be answered with a reason by whoever accepts it."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.QUERY)
