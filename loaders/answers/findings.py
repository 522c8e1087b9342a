"""Findings made ready for people: repeats of one cause in one line, and a list to download."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from itertools import groupby

from loaders.reading.open_document import letters
from loaders.reading.workbook import place_called
from loaders.rules.words import alike
from plumbing.counted import counted
from plumbing.harmless import harmless
from programme.finding import Finding, Severity

MOST_RANGES = 4  # a place in words stays readable up to here


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one cause on one sheet, in the order of their cells: one rule, the same words and the same hint."""

    findings: tuple[Finding, ...]

    @property
    def key(self) -> str:
        """What tells the cause apart from every other, in this file and in the next: one reason answers all of it."""
        return _digest(*_cause(self.findings[0]))

    @property
    def rule(self) -> str:
        """The rule that all of them broke."""
        return self.findings[0].rule

    @property
    def severity(self) -> Severity:
        """The severity that all of them have."""
        return self.findings[0].severity

    @property
    def place(self) -> str:
        """`Figures!E14:E25, E30`, or the sheet, or the file."""
        cells = [finding.cell for finding in self.findings if finding.cell]
        if not cells:
            return self.findings[0].place
        found = ranges(cells)
        left = len(found) - MOST_RANGES
        more = f" and {counted(left, 'more place')}" if left > 0 else ""
        return f"{self.findings[0].sheet}!{', '.join(found[:MOST_RANGES])}{more}"

    @property
    def message(self) -> str:
        """The first message, and how many more there are like it."""
        more = len({finding.message for finding in self.findings}) - 1
        return f"{self.findings[0].message} (and {more} more like it)" if more else self.findings[0].message


def grouped(findings: Iterable[Finding]) -> list[FindingGroup]:
    """One group per cause and sheet, in the order in which each first appears. No hint is folded under another."""
    found: dict[tuple, list[Finding]] = {}
    for finding in findings:
        found.setdefault(_cause(finding), []).append(finding)
    return [FindingGroup(tuple(group)) for group in found.values()]


def finding_key(finding: Finding) -> str:
    """What tells one finding apart from every other: its cell and all of its words."""
    return _digest(finding.rule, finding.sheet, finding.cell, finding.message)


def _cause(finding: Finding) -> tuple[str, ...]:
    return finding.sheet, finding.rule, finding.severity, *alike(finding.message)


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def ranges(cells: Iterable[str]) -> list[str]:
    """Cells as few ranges: `E14:E25`. Cells below one another are joined first, then single ones beside one another."""
    places = sorted({place_called(cell) for cell in cells}, key=lambda place: (place[1], place[0]))
    blocks = [(run[0], run[-1]) for run in _runs(places, along=0)]
    single = sorted(first for first, last in blocks if first == last)
    rows = [(run[0], run[-1]) for run in _runs(single, along=1)]
    joined = [block for block in blocks if block[0] != block[1]] + rows
    return [_written(first, last) for first, last in sorted(joined)]


def _runs(places: list[tuple[int, int]], along: int) -> Iterator[list[tuple[int, int]]]:
    """Unbroken runs of places, already in order, along the rows (0) or the columns (1)."""
    numbered = enumerate(places)
    for _, run in groupby(numbered, key=lambda item: (item[1][1 - along], item[1][along] - item[0])):
        yield [place for _, place in run]


def _written(first: tuple[int, int], last: tuple[int, int]) -> str:
    start, end = (f"{letters(column)}{row}" for row, column in (first, last))
    return start if start == end else f"{start}:{end}"


def as_csv(findings: Iterable[Finding], file_name: str) -> bytes:
    """The findings as a CSV file that Excel opens with the right letters."""
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(["file", "severity", "sheet", "cell", "rule", "message"])
    for finding in findings:
        line = (file_name, finding.severity, finding.sheet, finding.cell, finding.rule, finding.message)
        rows.writerow([harmless(str(text)) for text in line])
    return written.getvalue().encode("utf-8-sig")
