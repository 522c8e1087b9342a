"""How long a return takes from file to store, and a page on a warm server: python benchmarks/loading.py."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.timing import best
from loaders.pipeline import load
from loaders.sample import load_demonstration
from loaders.sample_files import SAMPLE
from programme.access import person_here
from programme.submission import Acceptance
from store.database import Database

ROOT = Path(__file__).parent.parent
PAGES = ("this_quarter", "weaknesses", "measures", "plan", "data")


def loaded(folder: Path, name: str) -> None:
    """One sample file, checked and accepted into a store of its own."""
    path = Path(tempfile.mkdtemp(dir=folder)) / "wsoa.duckdb"
    with Database.open(path) as database:
        answer = load(
            database, (SAMPLE / name).read_bytes(), name, Acceptance(person_here("benchmark"), reasons="benchmark")
        )
    if answer.version is None:
        raise SystemExit(answer.refusal)


def page_seconds(path: Path) -> dict[str, float]:
    """Server time of each page, drawn again on a warm server: by the clock, and of the processor alone."""
    os.environ["WSOA_DATABASE"] = str(path)
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(ROOT / "frame.py"), default_timeout=60).run()
    found = {}
    for page in PAGES:
        app.switch_page(f"pages/{page}.py").run()
        found[page] = best(app.run)
        found[f"{page}, processor"] = best(app.run, process_time)
        if app.exception or not app.title:
            raise SystemExit(f"{page} was not drawn: {app.exception}")
    return found


def told(name: str, seconds: float, allowed: float) -> None:
    """One line: the time, and its share of what is allowed."""
    print(f"{name:44} {seconds:7.3f} s  {seconds / allowed:6.0%} of the {allowed:g} s allowed")


def main() -> None:
    """Load each kind of file, then draw the pages on the demonstration data."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told("one standard return, checked and loaded", best(lambda: loaded(folder, "2024-25-Q3.xlsx")), 1)
        told("the history workbook, checked and loaded", best(lambda: loaded(folder, "history.xlsx")), 8)
        path = folder / "demonstration.duckdb"
        start = perf_counter()
        with Database.open(path) as database:
            load_demonstration(database)
        told("all demonstration returns", perf_counter() - start, 10)
        for page, seconds in page_seconds(Path(shutil.copy(path, folder / "pages.duckdb"))).items():
            told(f"page {page}, warm", seconds, 0.15)


if __name__ == "__main__":
    main()
