"""Which definitions they are: one short text that is another as soon as a letter of any of them is."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import kpis
from programme.workstreams import workstreams


@cache
def definitions_fingerprint() -> str:
    """The first letters of the SHA-256 of every definition's file with its name, whatever their line ends."""
    return fingerprint_of(Path(kpis.__path__[0]))


def fingerprint_of(root: Path) -> str:
    """The fingerprint of the definitions under `root`, which has one folder per workstream."""
    found = sha256()
    for stream in workstreams().values():
        for file in sorted((root / stream.folder).glob("[!_]*.py")):
            found.update(f"{stream.folder}/{file.name}\0".encode() + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()[:12]
