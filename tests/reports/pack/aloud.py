"""What a checker of PDFs for screen readers finds wrong with one: rules of PDF/UA-1 and what no validator looks at."""

import json
import subprocess
import sys

from reports.pack.parts import Pack, Tabled, blocks_of

_CHECK = """
import gc, json, sys
gc.disable()  # what is read of a document is let go with this process
from outloud import check
from outloud.registry import load_catalogue
warns = {each.id for each in load_catalogue().values() if each.severity != "error"}  # no finding is worse than its rule
found = check(sys.argv[1], skip=warns)
told = [(each.rule, each.page, each.message, each.evidence) for each in found.findings if str(each.severity) == "error"]
print(json.dumps({"unreadable": found.verdict == "unreadable", "tagged": found.stats["tagged"], "errors": told}))
"""


SKIPPED = "TAG-002"
"""A line that no reader is given. The head of a table that goes on overleaf is one, by right: it was read before."""


def spoken_errors(content: bytes, pack: Pack, tmp_path) -> list[list]:
    """The errors in the document of a pack; in a process of its own, whose warnings are not ours."""
    (tmp_path / "spoken.pdf").write_bytes(content)
    asked = [sys.executable, "-c", _CHECK, str(tmp_path / "spoken.pdf")]
    told = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
    assert told["tagged"] and not told["unreadable"]
    tables = [block.table for section in pack.sections for block in blocks_of(section) if isinstance(block, Tabled)]
    heads = {
        " ".join(f"{each.heading}, {each.unit}" if each.unit else each.heading for each in table.columns) for table in tables
    }
    return [each for each in told["errors"] if each[0] != SKIPPED or each[3] not in heads]
