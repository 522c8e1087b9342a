"""What a checker of PDFs for screen readers finds wrong with one: rules of PDF/UA-1 and what no validator looks at."""

import json
import subprocess
import sys

_CHECK = """
import json, sys
from outloud import check
found = check(sys.argv[1])
told = [f"{each.rule}, page {each.page}: {each.message}" for each in found.findings if str(each.severity) == "error"]
print(json.dumps({"unreadable": found.verdict == "unreadable", "tagged": found.stats["tagged"], "errors": told}))
"""


def spoken_errors(content: bytes, tmp_path) -> list[str]:
    """The errors, one in a line; in a process of its own, whose warnings are not ours."""
    (tmp_path / "spoken.pdf").write_bytes(content)
    asked = [sys.executable, "-c", _CHECK, str(tmp_path / "spoken.pdf")]
    told = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
    assert told["tagged"] and not told["unreadable"]
    return told["errors"]
