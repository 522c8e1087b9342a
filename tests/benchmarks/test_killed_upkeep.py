import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.killed_upkeep import LEFT, do, prepared

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("deed", LEFT)
def test_what_is_left_is_told_apart(tmp_path, deed):
    path = prepared(tmp_path, deed)
    if deed == "redaction":
        assert LEFT[deed](path) == "before"
    do(deed, path)
    assert LEFT[deed](path) == "after"


@pytest.mark.killed
@pytest.mark.parametrize("deed", ["backup", "restore", "redaction"])
def test_killed_once_it_is_one_state_or_the_other(deed):
    command = [sys.executable, "-m", "benchmarks.killed_upkeep", "1", deed]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert re.fullmatch(rf"{deed}: killed 1 times; [01] before, [01] after, 0 another\n", said.stdout), said
