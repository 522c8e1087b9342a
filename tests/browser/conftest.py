"""A real server on a database of its own, and a real browser: Debian's chromium, without its windows where that is there."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
QUIET_BROWSER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # or letters are as wide as on no screen where there are no windows
]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_healthy(address: str, server: subprocess.Popen) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server stopped before it answered"
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail("the server did not answer within 30 seconds")


def serve(
    database: Path, page: str = "app.py", address: str = "127.0.0.1", project: Path = ROOT, port: int = 0, **configured: str
):
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", page, f"--server.port={port}", f"--server.address={address}"]
    environment = {**os.environ, "WSOA_DATABASE": str(database), **configured}
    server = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def filled(demonstration_file, tmp_path_factory):
    """The address of a server that shows the demonstration data. Tests that share it only read."""
    path = tmp_path_factory.mktemp("filled") / "wsoa.duckdb"
    shutil.copy(demonstration_file, path)
    yield from serve(path)


@pytest.fixture
def own_server(demonstration_file, tmp_path):
    """The address of a server with demonstration data that a test may change."""
    path = tmp_path / "own.duckdb"
    shutil.copy(demonstration_file, path)
    yield from serve(path)


@pytest.fixture
def empty(tmp_path):
    """The address of a server on an empty database."""
    yield from serve(tmp_path / "empty.duckdb")


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("the browser tests need Debian's chromium-headless-shell or chromium, neither of which is installed")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # milliseconds: as long as Playwright waits for everything else
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_BROWSER)
        yield browser
        browser.close()


@pytest.fixture
def browser_of(chromium):
    """Gives a new browser, which has no cookie of another."""
    made = []

    def new():
        made.append(chromium.new_context(viewport={"width": 1280, "height": 800}))
        return made[-1]

    yield new
    for context in made:
        context.close()


@pytest.fixture(scope="session")
def window(chromium):
    """One window, as wide as a projector: what it has loaded once it need not load again."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(window):
    """A new page in that window, without any permission that another test gave."""
    yield window.new_page()
    for page in window.pages:
        page.close()
    window.clear_permissions()
