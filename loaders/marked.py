"""The same workbook back, with what was found marked in it; built in a child process, as reading is."""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

from programme.finding import Finding

CHILD = Path(__file__).with_name("marking.py")
TIME_LIMIT = 60  # seconds


class NotMarked(Exception):  # noqa: N818 - as Unreadable is
    """The workbook cannot be handed back marked; its text is the sentence to show."""


def marked_workbook(content: bytes, findings: Iterable[Finding]) -> bytes:
    """The file with each failing cell filled and commented, and a sheet `Findings` on top that no upload reads.

    For files that could be read. Raises NotMarked where the file holds something that cannot be written again.
    """
    order = json.dumps([astuple(finding) for finding in findings]).encode() + b"\n"
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-W", "ignore", str(CHILD)],
            input=order + content,
            capture_output=True,
            timeout=TIME_LIMIT,
        )
    except subprocess.TimeoutExpired as fault:
        raise _not_marked() from fault
    if child.returncode:
        refusal = _not_marked()
        refusal.add_note(child.stderr.decode(errors="replace").strip().rpartition("\n")[2])
        raise refusal
    return child.stdout


def _not_marked() -> NotMarked:
    return NotMarked(
        "The workbook must be one that can be written again to be handed back marked, got: one that cannot. "
        "Use the list of findings instead: it names every sheet and cell. Nothing was changed."
    )


def marked_name(file_name: str) -> str:
    """What the marked copy is called: `return-marked.xlsx`."""
    path = Path(file_name)
    return f"{path.stem.removesuffix('-marked')}-marked{path.suffix}"
