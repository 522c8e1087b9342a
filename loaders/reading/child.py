"""Runs a script of ours on a file in a process of its own, a few at once: a file can only take down its own process."""

import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

AT_ONCE = 4  # children, whatever they do: each may use 500 MB
_PLACES = BoundedSemaphore(AT_ONCE)


def run_child(script: Path, content: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """The script's answer to `content` on its standard input: exit code, output and errors as bytes.

    Raises subprocess.TimeoutExpired where it runs longer than `seconds` on the clock; waiting for a place is not counted.
    """
    command = [sys.executable, "-I", "-W", "ignore", str(script)]
    with _PLACES:
        return subprocess.run(command, input=content, capture_output=True, timeout=seconds)
