"""A PostgreSQL server for the tests of one process: started by them, used by them alone, and gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

NOBODYS = ("postgres", "nobody")
"""Users of the system as whom it runs where the tests are root's, whom the server refuses."""

BEGINS = "wsoa-server-"
"""How the name of a server's folder begins; the number of the process that it is for follows."""

TOLD = {
    "listen_addresses": "",  # nobody reaches it but by the socket in its folder
    "fsync": "off",  # the machine does not lose its power meanwhile; a server that is killed loses nothing all the same
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "16MB",
    "max_connections": "60",
    "jit": "off",
}


def programs() -> Path | None:
    """Where the newest of the server's programs are."""
    on_path = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return Path(on_path).parent if on_path else found[-1].parent if found else None


@contextmanager
def started() -> Iterator[Path]:
    """The folder of a running server, which is where its socket is. Skips the test where none can be started."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (apt install postgresql)")
    user = _user()
    if os.geteuid() == 0 and user is None:
        pytest.skip("PostgreSQL does not run as root, and there is no other user to run it as")
    _clear_what_was_left()
    folder = Path(tempfile.mkdtemp(prefix=f"{BEGINS}{os.getpid()}-"))
    try:
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)
        said = f"-U wsoa -A trust --no-sync -E UTF8 --locale=C.UTF-8 -D {folder}/data".split()
        _run("initdb", *said)
        start_again(folder)
        try:
            yield folder
        finally:
            _run("pg_ctl", "-D", folder / "data", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_what_was_left() -> None:
    """End the servers of processes that were killed before they could."""
    for left in Path(tempfile.gettempdir()).glob(f"{BEGINS}[0-9]*-*"):
        if Path("/proc").is_dir() and not Path("/proc", left.name.removeprefix(BEGINS).partition("-")[0]).exists():
            with suppress(OSError, ValueError):
                os.kill(process_of(left), signal.SIGQUIT)
            shutil.rmtree(left, ignore_errors=True)


def start_again(folder: Path, tries: int = 1) -> None:
    """Start the server of this folder, which does not run. After it was killed its processes take a moment to be gone."""
    told = " ".join(f"-c {name}={value}" if value else f"-c {name}=''" for name, value in TOLD.items())
    for left in reversed(range(tries)):
        try:
            return _run("pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "-o", f"-k {folder} {told}", "start")
        except pytest.skip.Exception:
            if not left:
                raise
            time.sleep(0.2)
    return None


def process_of(folder: Path) -> int:
    """The number of the process that all others of the server end with."""
    return int((folder / "data" / "postmaster.pid").read_text().split()[0])


def address(folder: Path, name: str = "postgres") -> str:
    """The address of a database of that server."""
    return f"postgresql://wsoa@/{name}?host={folder}"


def emptied(address: str) -> None:
    """Take every row out of a store, but for the record of its migrations."""
    with psycopg.connect(address, autocommit=True) as connection:
        asked = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        names = [name for (name,) in connection.execute(asked) if name != "migrations"]
        names.sort(key=lambda name: name == "files")  # to which others refer
        connection.execute("; ".join(f'DELETE FROM "{name}"' for name in names))


def made(folder: Path, name: str) -> str:
    """A new database without any table, in the place of one of that name; its address."""
    with psycopg.connect(address(folder), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    return address(folder, name)


def _user() -> pwd.struct_passwd | None:
    """Whom it runs as; None for whoever runs the tests."""
    if os.geteuid():
        return None
    known = {each.pw_name: each for each in pwd.getpwall()}
    return next((known[name] for name in NOBODYS if name in known), None)


def _run(program: str, *words: str | Path) -> None:
    user = _user()
    other = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    done = subprocess.run([programs() / program, *words], cwd="/", text=True, **quiet, **other)
    if done.returncode:
        pytest.skip(f"PostgreSQL could not be started: {done.stderr.strip()[-300:]}")
