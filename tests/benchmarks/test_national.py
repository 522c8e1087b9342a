import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SMALL = """
import sys
from benchmarks import national

national.QUARTERS = national.LAST.last(22)
national.HISTORY = national.QUARTERS[:2]
national.make(sys.argv[1], 14, national.THEN)
print(sorted(national.measure(sys.argv[1], 13, national.THEN)))
"""


def test_a_small_store_is_made_and_measured_by_the_stores_own_functions(tmp_path):
    """In a process of its own: it widens the registry to areas that are nowhere else."""
    done = subprocess.run(
        [sys.executable, "-c", SMALL, str(tmp_path / "small.duckdb")], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "['again', 'figures', 'file', 'memory', 'overview', 'records']\n"
