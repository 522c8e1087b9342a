"""The same workbook back, with what was found marked in it; built in a child process, as reading is."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

from loaders.reading.child import run_child
from programme.finding import Finding

CHILD = Path(__file__).with_name("mark_child.py")
TIME_LIMIT = 60  # seconds


def marked_name(file_name: str) -> str:
    """What the marked copy is called: an .ods or .csv file comes back as an Excel workbook."""
    stem, dot, kind = file_name.rpartition(".")
    return f"marked-{stem}.xlsx" if dot and kind.casefold() in ("ods", "ots", "csv", "txt") else f"marked-{file_name}"


def marked(content: bytes, findings: Iterable[Finding]) -> bytes:
    """The file with each failing cell filled and commented, and a sheet `Findings` on top that no upload reads.

    Where the file holds something that cannot be written again, the list of findings alone.
    """
    found = list(findings)
    order = json.dumps([astuple(finding) for finding in found]).encode() + b"\n"
    try:
        child = run_child(CHILD, order + content, TIME_LIMIT)
    except subprocess.TimeoutExpired:
        return _alone(found)
    return _alone(found) if child.returncode else child.stdout


def _alone(found: list[Finding]) -> bytes:
    from loaders.answers.mark_child import list_alone  # and openpyxl: only where the workbook cannot be written again

    return list_alone(found)
