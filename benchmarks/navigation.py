"""How long a click takes until the next page is drawn, in a real browser with warm pages: `python -m benchmarks.navigation`.

Needs Debian's chromium. Prints the median and the slowest of several clicks per page, and what drawing nothing costs
(a page of Streamlit's own round trip), so that a slow machine can be told from a slow page.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
CLICKS = 7
LOOKED_AT = 300  # milliseconds between a page drawn and the next click: nobody clicks in the instant that a page is there
FIRST, DRAWN = 5, 0.15  # seconds allowed: from the run command to the first filled page, from a click to the page drawn
# The whole page, not its title only: the script has ended, nothing is stale and every chart has its drawing.
ARRIVED = """([path, old]) => location.pathname === path && document.querySelector('h1')
    && document.querySelector('h1').innerText !== old && !document.querySelector('[data-stale=true]')
    && document.querySelector('[data-testid=stApp]').getAttribute('data-test-script-state') === 'notRunning'
    && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(each => each.querySelector('.main-svg .trace'))"""
# The browser's own clock, at each of its frames: what the benchmark and the browser say to one another is nobody's click.
CLICK = f"""([path, old]) => new Promise((drawn, lost) => {{
    const begun = performance.now(), seconds = () => (performance.now() - begun) / 1000, arrived = {ARRIVED}
    const look = () => {{
        if (arrived([path.split('?')[0], old])) drawn(seconds())
        else if (seconds() > 30) lost(new Error(`${{path}} was not drawn within 30 seconds`))
        else requestAnimationFrame(look)
    }}
    history.pushState({{}}, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
    requestAnimationFrame(look)
}})"""
PAGES = {
    "this quarter": "/",
    "measure": "/measures?kpi=plans_within_20_weeks",
    "workstream": "/weaknesses?workstream=3",
    "weakness": "/weaknesses?weakness=6",
    "present": "/present",
    "about (text only)": "/about",
}


@contextmanager
def server(database: Path | str) -> Iterator[str]:
    """The app on a free port of this machine."""
    with running(database) as (address, _):
        yield address


@contextmanager
def running(database: Path | str, **more: str) -> Iterator[tuple[str, int]]:
    """The same, with the number of its process; `more` is added to its environment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.address=127.0.0.1"]
    environment = {**os.environ, "WSOA_DATABASE": str(database), **more}
    app = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}", app.pid
    finally:
        app.terminate()
        app.wait(10)


def memory_of(process: int) -> float:
    """The most memory that a process ever had, in megabytes."""
    (line,) = (line for line in Path(f"/proc/{process}/status").read_text("ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def worked(process: int) -> float:
    """The seconds that a process kept processors busy so far, whatever else the machine did."""
    told = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise SystemExit("The server did not answer within 30 seconds.")


def click(page: Page, path: str) -> float:
    """Seconds from the click to the page drawn."""
    return page.evaluate(CLICK, [path, page.locator("h1").inner_text()])


def run_command(database: Path | str) -> None:
    """The first half of the README's run command; `server` is the other."""
    subprocess.run([sys.executable, "-m", "loaders", "demonstration", "--if-empty", f"--database={database}"], check=True)


def clicks(page: Page) -> dict[str, list[float]]:
    """The seconds of every click, by page. The first turn warms the server and is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in PAGES}
    for turn in range(CLICKS + 1):
        for name, where in PAGES.items():
            page.wait_for_timeout(LOOKED_AT)
            seconds = click(page, where) if turn or name != "this quarter" else 0.0
            taken[name] += [seconds] if turn else []
    return taken


def main() -> None:
    """From the run command to the first filled page, and then from page to page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        path = Path(folder) / "demonstration.duckdb"
        begun = time.perf_counter()
        run_command(path)
        with server(path) as address:
            page.goto(address)
            page.wait_for_selector(".standing-rows")
            first = time.perf_counter() - begun
            taken = clicks(page)
        browser.close()
    print(f"run command to first filled page {first:5.1f} s, {first / FIRST:4.0%} of the {FIRST} s allowed")
    for name, times in taken.items():
        middle = median(times)
        print(
            f"{name:28} median {middle * 1000:5.0f} ms, {middle / DRAWN:4.0%} of the {DRAWN * 1000:.0f} ms allowed, "
            f"slowest {max(times) * 1000:5.0f} ms"
        )


if __name__ == "__main__":
    main()
