"""What is taken of one file so far, and what stands against it: gathered while its tables are read."""

from collections import Counter
from dataclasses import dataclass, field

from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedValue, NameLeftOut
from loaders.naming import naming
from loaders.reading.workbook import Typed, Workbook
from programme.aliases import Thing
from programme.finding import Finding, Severity
from programme.names import Naming
from programme.period import Period


@dataclass
class Taking:
    """What is taken of one file so far."""

    workbook: Workbook
    layout: Layout
    asked: Period | None
    names: Naming = field(default_factory=naming)
    values: list[MappedValue] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    strange: dict[str, Counter[str]] = field(default_factory=dict)
    left_out: list[NameLeftOut] = field(default_factory=list)

    def error(self, rule: str, sheet: str, cell: str, message: str) -> None:
        """Say what stops the file."""
        self._say(rule, Severity.ERROR, sheet, cell, message)

    def query(self, rule: str, sheet: str, cell: str, message: str) -> None:
        """Say what somebody must answer."""
        self._say(rule, Severity.QUERY, sheet, cell, message)

    def _say(self, rule: str, severity: Severity, sheet: str, cell: str, message: str) -> None:
        finding = Finding(rule, severity, sheet, cell, message)
        if finding not in self.findings:
            self.findings.append(finding)

    def leave(self, sheet: str, name: str) -> None:
        """Leave a figure out whose name is nothing of ours; the names of a sheet are said together."""
        self.strange.setdefault(sheet, Counter())[name] += 1

    def ask_of(self, kind: Thing, sheet: str, cell: Typed) -> None:
        """Ask what is meant by a cell that holds such a name alone."""
        self.left_out.append(NameLeftOut(kind, cell.text.strip(), f"{sheet}!{cell.ref}"))
