"""Findings as a list: where, how grave, what must hold."""

from collections.abc import Iterable

from loaders.answers.findings import grouped
from pages.parts.downloads import listed_table
from programme.finding import Finding
from reports.tables.findings import findings_table


def finding_list(findings: Iterable[Finding]) -> None:
    """One line per cause, with its cells."""
    listed_table(findings_table(grouped(findings)))
