import subprocess
import sys

import duckdb
import pytest
from starlette.applications import Starlette

from store.errors import StoreError, explained
from tests.web.asking import ask
from web.health import health_routes


def app(store):
    return Starlette(routes=health_routes(store))


def test_a_server_with_a_store_is_ready(database):
    found = ask(app(lambda: database), "/readyz")
    assert (found.status, found.text, found.headers["cache-control"]) == (200, "ready\n", "no-store")


def test_it_is_alive_whatever_the_store_says():
    def locked():
        raise StoreError("The store is locked.")

    found = ask(app(locked), "/livez")
    assert (found.status, found.text) == (200, "alive\n")


def test_it_says_which_process_it_is_and_nothing_else_of_it():
    first, again = (ask(app(lambda: None), "/livez").headers for _ in range(2))
    assert first["wsoa-started"] == again["wsoa-started"]
    other = "from web.health import STARTED; print(STARTED['wsoa-started'])"
    elsewhere = subprocess.run([sys.executable, "-c", other], capture_output=True, text=True, check=True).stdout.strip()
    assert len(elsewhere) == 16 and elsewhere != first["wsoa-started"]


def test_it_is_not_ready_while_another_process_holds_the_store(tmp_path):
    path = tmp_path / "held.duckdb"

    def held():
        raise explained(duckdb.IOException("Could not set lock on file: held in python (PID 4242)"), path)

    found = ask(app(held), "/readyz")
    assert found.status == 503
    assert found.text == (
        "not ready: Only one program at a time can use the database of this app, got: it is in use by another one. "
        "Close the app or wait until the other command has finished, then try again. Nothing was changed.\n"
    )
    assert str(tmp_path) not in found.text and "4242" not in found.text


FROM_ELSEWHERE = [
    {"host": "monitor.example.gov.uk"},
    {"client": ("192.0.2.1", 50_000)},
    {"headers": {"X-Forwarded-For": "127.0.0.1"}},
]


@pytest.mark.parametrize("asked", FROM_ELSEWHERE)
def test_what_is_amiss_is_told_to_this_machine_only(database, monkeypatch, asked):
    """Without a sign-in, and so that whoever watches from elsewhere still learns whether people can work."""
    monkeypatch.setenv("WSOA_BACKUP_AT", "2am")
    here, elsewhere = (ask(app(lambda: database), "/readyz", **more) for more in ({}, asked))
    assert here.text.startswith("ready\nwarning: WSOA_BACKUP_AT must be ") and elsewhere.text == "ready\n"

    def locked():
        raise StoreError("The store is locked.")

    found = ask(app(locked), "/readyz", **asked)
    assert (found.status, found.text) == (503, "not ready\n")


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_health_is_only_asked_for(path):
    assert ask(app(lambda: None), path, method="POST").status == 405
