"""The command that lays the demonstration down: what it says, and that it reads no workbook for that."""

import subprocess
import sys
from pathlib import Path

from loaders.__main__ import main
from loaders.sample import load_demonstration
from loaders.sample_files import manifest
from store.database import Database
from store.returns.facts import facts

EARLIER = Path(__file__).parent / "earlier_demonstration"
"""One return of the demonstration of the edition before, on its form, which had no rows for what is asked for since."""
LAID = """
import sys
from loaders.__main__ import main
def brought():
    return sorted({"openpyxl", "numpy", "tqdm", "disclosure.decide", "reports"}.intersection(sys.modules))
assert main(["demonstration", "--if-empty", "--database", sys.argv[1]]) == 0
print(brought())
import loaders.commands
print(brought())
"""


def test_laying_it_down_brings_nothing_of_what_checks_returns_and_that_nothing_of_what_decides(tmp_path):
    ran = subprocess.run([sys.executable, "-c", LAID, tmp_path / "a.duckdb"], capture_output=True, text=True, check=True)
    assert ran.stdout == "11 demonstration returns were loaded. Their figures are illustrative.\n[]\n['tqdm']\n"


def test_what_an_earlier_demonstration_lacks_is_said_and_it_is_left_as_it_is(tmp_path, capsys):
    path = tmp_path / "wsoa.duckdb"
    with Database.open(path) as database:
        assert [version.file_name for version in load_demonstration(database, folder=EARLIER)] == ["2024-25-Q3.xlsx"]
        held = facts(database)
    assert main(["demonstration", "--if-empty", "--database", str(path)]) == 0
    said = capsys.readouterr().out
    files = len(manifest())
    assert said.startswith(
        "The database holds returns already; it is left as it is. Its demonstration is of an earlier edition: of "
        f"{files} files of today's, {files} are missing or others. It has no figures at all for: Complaints about SEND "
        "services still open; Complaints about SEND services still open and past their time limit; "
    )
    assert said.endswith(
        "; Children and young people under 18 in the area, newest mid-year estimate. It has no letter of the DfE, NHS "
        "England or inspectors. It has no meeting of the board: no challenge, decision, follow-up or minutes. It has "
        "none of today's 4 words that leads wrote on screen. It has no quarter that was approved and published, and "
        "none that was corrected since. It has no name of which somebody said what is meant by it. "
        "It has no file that was read by a layout: no figure of a month, and no value that somebody else worked out. "
        "To see today's, name a new file in WSOA_DATABASE and load it there; this one keeps what it has.\n"
    )
    with Database.open(path) as database:
        assert facts(database) == held
