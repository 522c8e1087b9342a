"""Findings as a list: where, how grave, what must hold."""

from collections.abc import Iterable

import pandas as pd

from loaders.answers.findings import grouped
from pages.parts.downloads import listed
from programme.finding import Finding, Severity

WORDS = {Severity.ERROR: "error: must be put right", Severity.QUERY: "query: needs a reason"}


def finding_list(findings: Iterable[Finding]) -> None:
    """One line per cause, with its cells."""
    rows = [{"Where": each.place, "What": WORDS[each.severity], "Finding": each.message} for each in grouped(findings)]
    listed(pd.DataFrame(rows), "What was found, by place")
