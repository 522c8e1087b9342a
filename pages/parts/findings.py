"""Findings as a list: where, how grave, what must hold."""

from collections.abc import Iterable

from loaders.answers.findings import grouped
from pages.parts.downloads import listed
from programme.finding import Finding
from reports.tables.findings import findings_table


def finding_list(findings: Iterable[Finding]) -> None:
    """One line per cause, with its cells."""
    listed(findings_table(grouped(findings)))
